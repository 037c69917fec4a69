import type { Question } from '../schemes/rule-pack.ts'
import type { Answers } from './answers.ts'
import { withAnswer } from './merge-answers.ts'

/** Which of two texts is to stand: the one that was typed here, the one that was saved elsewhere, or both. */
export type Choice = 'mine' | 'saved' | 'both'

export interface Choices {
  readonly chosen: readonly (readonly [Question, Choice])[]
  /** Asked about, and not chosen yet. */
  readonly missing: readonly Question[]
  /** Whether a text that was saved goes: then it is to be kept among the earlier versions. */
  readonly replaceSaved: boolean
}

export function choiceField({ id }: Question): string {
  return `choose-${id}`
}

/** Both texts can stand one after the other where the answer is text. */
export function choicesFor({ kind }: Question): readonly Choice[] {
  return kind === 'text' || kind === 'peer-reflection' ? ['mine', 'saved', 'both'] : ['mine', 'saved']
}

/** The choices of a form that asked for some, named in its field `choosing`. */
export function readChoices(questions: readonly Question[], form: { text(field: string): string }): Choices {
  const asked = form.text('choosing').split(' ')
  const about = questions.filter(({ id }) => asked.includes(id))
  const chosen = about.flatMap(question => {
    const choice = choicesFor(question).find(one => one === form.text(choiceField(question)))
    return choice === undefined ? [] : [[question, choice] as const]
  })
  const missing = about.filter(question => !chosen.some(([known]) => known === question))
  return { chosen, missing, replaceSaved: chosen.some(([, choice]) => choice === 'mine') }
}

export function applyChoices({ chosen }: Choices, mine: Answers, stored: Answers): Answers {
  return chosen.reduce((answers, [question, choice]) => {
    switch (choice) {
      case 'mine':
        return answers
      case 'saved':
        return withAnswer(question, answers, stored)
      case 'both':
        return withBoth(question, answers, stored)
    }
  }, mine)
}

/** What was saved first, then what was typed here. */
function withBoth({ id, kind }: Question, mine: Answers, stored: Answers): Answers {
  if (kind !== 'peer-reflection') {
    return { ...mine, texts: { ...mine.texts, [id]: joined(stored.texts[id], mine.texts[id]) } }
  }
  const [first, second] = [stored.peerReflection, mine.peerReflection]
  const isNew = (peer: (typeof first.peers)[number]) =>
    !first.peers.some(({ category, role }) => category === peer.category && role === peer.role)
  return {
    ...mine,
    peerReflection: {
      text: joined(first.text, second.text),
      peers: [...first.peers, ...second.peers.filter(isNew)],
      settings: [...new Set([...first.settings, ...second.settings])],
    },
  }
}

function joined(first = '', second = ''): string {
  return [first, second].filter(text => text !== '').join('\n\n')
}
