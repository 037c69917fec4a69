import { dayFromParts, formatDay } from '../../platform/day.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { inAList } from '../../platform/ui/words.ts'
import { standardInWords, type Question, type RulePack } from '../../schemes/rule-pack.ts'
import { makeContent, type AskedAnswer } from '../submission-content.ts'
import { saysSomething, type Answers } from '../answers.ts'

const notAnswered = html`<span class="confer-not-answered">Not answered</span>`

/** An answer that is still being written, as it would be submitted now. */
export function answerInWords(pack: RulePack, question: Question, answers: Answers): Html {
  const content = makeContent({ ...pack, questions: [question] }, answers, {
    pieceId: '',
    number: 0,
    submittedAt: new Date(0),
  })
  const [asked] = content.answers
  return asked ? askedAnswerInWords(asked) : notAnswered
}

/** An answer as it was submitted: white space as typed, so that paragraphs stay paragraphs. */
export function askedAnswerInWords({ answer }: AskedAnswer): Html {
  if ('peers' in answer) return peerReflectionInWords(answer)
  if ('text' in answer) return asTyped(answer.text)
  if ('choice' in answer) return answer.choice.id === '' ? notAnswered : html`${answer.choice.name}`
  if ('date' in answer) return dateInWords(answer.date)
  if (answer.standards.length === 0) return notAnswered
  return list(answer.standards.map(standardInWords))
}

function peerReflectionInWords(answer: Extract<AskedAnswer['answer'], { peers: unknown }>): Html {
  const { text, peers, settings } = answer
  return html`${asTyped(text)}
  ${peers.length > 0 && list(peers.map(({ categoryName, role }) => (role === '' ? categoryName : html`${categoryName}: <span data-typed>${role}</span>`)))}
  ${settings.length > 0 && html`<p class="govuk-body">Discussed: ${inAList(settings.map(({ name }) => name.toLowerCase()))}</p>`}`
}

function asTyped(text: string): Html {
  return saysSomething(text) ? html`<div class="confer-as-typed" data-typed>${text}</div>` : notAnswered
}

function dateInWords(date: Answers['date']): Html {
  const day = dayFromParts(date)
  if (day !== null) return html`${formatDay(day)}`
  const typed = [date.day, date.month, date.year].filter(part => part !== '').join(' ')
  return typed === '' ? notAnswered : html`“${typed}”, which is not a date`
}

function list(items: readonly (string | Html)[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">
    ${items.map(item => html`<li>${item}</li>`)}
  </ul>`
}
