import { emptyAnswers, type Answers } from '../cpd/answers.ts'
import { partsOfDay, type Day } from '../platform/day.ts'
import type { RulePack } from '../schemes/rule-pack.ts'
import type { DemoPiece } from './demo-pieces.ts'

/** The piece as answers to a pack's questions; a form of an earlier time asks for everything in one. */
export function demoAnswers(
  pack: RulePack,
  piece: DemoPiece,
  { on, withPeer }: { readonly on: Day; readonly withPeer: boolean },
): Answers {
  const answers = emptyAnswers()
  const written: Readonly<Record<string, string>> = {
    description: piece.description,
    learning: piece.learning,
    impact: piece.impact,
  }
  const all = Object.values(written).join('\n\n')
  for (const { id, kind } of pack.questions) {
    switch (kind) {
      case 'title':
        answers.texts[id] = piece.title
        break
      case 'text':
        answers.texts[id] = written[id] ?? all
        break
      case 'type':
        answers.type = piece.type
        break
      case 'date':
        answers.date = partsOfDay(on)
        break
      case 'peer-reflection': {
        const { text, category, role, settings } = piece.peer
        if (withPeer) answers.peerReflection = { text, peers: [{ category, role }], settings }
        break
      }
      case 'standards':
        answers.standards = piece.standards
        break
    }
  }
  return answers
}
