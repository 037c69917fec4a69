export interface Turns {
  /** Runs after whatever was asked for before under this name. */
  next<Outcome>(name: string, act: () => Promise<Outcome>): Promise<Outcome>
  /**
   * The same, but takes the place of one that still waits, if nothing else was asked for since; what becomes of it is then
   * the outcome of both.
   */
  newest(name: string, act: () => Promise<boolean>): Promise<boolean>
}

/** One after another for each name: sealing takes a moment, and an older text must not overtake a newer one. */
export function takeTurns(): Turns {
  const ends = new Map<string, Promise<void>>()
  const waiting = new Map<string, { act: () => Promise<boolean>; outcome: Promise<boolean> }>()

  const queue = <Outcome>(name: string, act: () => Promise<Outcome>): Promise<Outcome> => {
    const before = ends.get(name) ?? Promise.resolve()
    const outcome = before.then(act)
    const end = settle(outcome).finally(() => {
      if (ends.get(name) === end) ends.delete(name)
    })
    ends.set(name, end)
    return outcome
  }

  return {
    next(name, act) {
      waiting.delete(name)
      return queue(name, act)
    },
    newest(name, act) {
      const same = waiting.get(name)
      if (same) {
        same.act = act
        return same.outcome
      }
      const mine = { act, outcome: Promise.resolve(false) }
      mine.outcome = queue(name, () => {
        if (waiting.get(name) === mine) waiting.delete(name)
        return mine.act()
      })
      waiting.set(name, mine)
      return mine.outcome
    },
  }
}

async function settle(outcome: Promise<unknown>): Promise<void> {
  await outcome.catch(() => null)
}
