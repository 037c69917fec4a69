/** A form that was sent after its session had ended, kept until its owner has signed in again. */
export interface SetAsideForm {
  readonly formId: string
  /** Where it was sent to. */
  readonly path: string
  /** What was in it, in the order it was sent. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly setAsideAt: Date
}

/** A browser sends one or two; whoever has this many is better off copying the next one. */
export const mostSetAside = 50

/**
 * How much all of somebody's forms may take up together, in bytes: the page that shows them, and the memory of the server
 * while it makes it, holds them all at once. Fifty long pieces are well below it.
 */
export const mostBytesSetAside = 4_000_000

/** For how many days a form is kept. */
export const daysSetAside = 30

/** Whatever was set aside at this moment or before is gone for good. */
export function goneBefore(now: Date): Date {
  return new Date(now.getTime() - daysSetAside * 24 * 60 * 60_000)
}

const idShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

export function isFormId(text: string): boolean {
  return idShape.test(text)
}
