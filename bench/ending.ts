/** What must be undone before the process ends, also when it is interrupted or takes too long. */
const steps: (() => Promise<void>)[] = []

export function beforeEnd(step: () => Promise<void>): void {
  steps.push(step)
}

/** Undoes everything, the latest first. May be called twice. */
export async function end(): Promise<void> {
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    try {
      await step()
    } catch (error) {
      console.error(error)
    }
  }
}
