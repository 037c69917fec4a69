import { ofQuestion, sameText, valueOf, waitingIn, withValue, type Fields } from './fields.ts'
import type { Saved } from './save-reply.ts'

/** A form as it stands: where it posts to, and what it has. */
export interface FormNow {
  readonly action: string
  readonly fields: Fields
}

export interface Rebased {
  readonly form: FormNow
  /** Labels of answers that were changed elsewhere: those that the form has now, and those that it could not take. */
  readonly taken: readonly string[]
  readonly leftOut: readonly string[]
}

/**
 * Makes a form the form of what came of a save. An answer that was changed elsewhere is taken over where it has not been
 * touched since the save went. Where it has, or where the page has no place for it, the form keeps its old mark of that
 * answer: then the next save shows the server that the writer has not seen the change. So it is with an answer that waits for
 * its writer to choose.
 */
export function rebase(
  now: FormNow,
  sent: Fields,
  saved: Saved,
  canShow: (answer: Fields) => boolean = () => true,
): Rebased {
  const known = marksIn(valueOf(now.fields, 'seen'))
  const seen = marksIn(saved.seen)
  const taken: string[] = []
  const leftOut: string[] = []
  const waiting = waitingIn(sent)
  const keepOldMark = (id: string) => {
    const mark = known.get(id)
    if (mark === undefined) seen.delete(id)
    else seen.set(id, mark)
  }
  let fields = now.fields
  for (const id of waiting) keepOldMark(id)
  for (const { id, label, fields: theirs } of saved.merged) {
    if (waiting.includes(id)) continue
    const here = ofQuestion(fields, id)
    const before = ofQuestion(sent, id)
    if (sameText(here, theirs) || sameText(before, theirs)) continue
    if (sameText(here, before) && canShow(theirs)) {
      fields = [...fields.filter(field => !here.includes(field)), ...theirs]
      taken.push(label)
      continue
    }
    leftOut.push(label)
    keepOldMark(id)
  }
  fields = withValue(fields, 'version', String(saved.version))
  fields = withValue(fields, 'seen', [...seen].map(([id, mark]) => `${id}:${mark}`).join(' '))
  // After its first save a new piece has an address of its own.
  const wasNew = new URL(now.action, 'http://form').pathname !== saved.formUrl
  if (wasNew) fields = fields.filter(([name]) => !/^(?:pieceId|question|starting-.+)$/.test(name))
  return { form: { action: saved.formUrl, fields }, taken, leftOut }
}

function marksIn(seen: string): Map<string, string> {
  return new Map(
    seen
      .split(' ')
      .map(pair => pair.split(':', 2))
      .flatMap(([id, mark]) => (id && mark ? [[id, mark] as const] : [])),
  )
}
