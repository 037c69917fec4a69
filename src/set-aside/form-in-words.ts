import { formsInWords, whoMaySuperviseInWords } from '../organisations/policy-words.ts'
import { agreementQuestions } from '../supervision/agreements/agreement-questions.ts'
import { noteQuestion } from '../supervision/notes/personal-note.ts'
import { recordQuestions } from '../supervision/record/record-questions.ts'
import type { SetAsideForm } from './set-aside-form.ts'

type Labels = Readonly<Record<string, string>>

interface KnownForm {
  readonly path: RegExp
  readonly name: string
  /** Of its fields, by their names: `from` stands for `from-day` and the like, too. In the order of the form. */
  readonly labels: Labels
}

export interface LabelledText {
  /** '' for what this form is not known to have. */
  readonly label: string
  readonly text: string
}

const labelsOf = (questions: readonly { readonly id: string; readonly label: string }[]): Labels =>
  Object.fromEntries(questions.map(({ id, label }) => [id, label]))

const policyLabels: Labels = {
  from: 'From which day',
  every: 'One session every',
  until: 'Until they have been in practice for',
  afterwards: 'Afterwards, and for everybody else, one session every',
  shortestMinutes: 'Shortest length in minutes',
  forms: 'In which form',
  whoMaySupervise: 'Who may supervise',
  workingDaysToRebook: 'Held again within, in working days',
  daysToSign: 'Both sign a record within, in days',
  agreementReviewMonths: 'An agreement is reviewed every, in months',
  retentionYears: 'Records are kept for, in years',
  retentionReason: 'Why so long',
}

const ofSession = '^/supervision/[^/]+/sessions/[^/]+'

const forms: readonly KnownForm[] = [
  known(`${ofSession}/notes$`, 'Your own notes on a session', labelsOf([noteQuestion])),
  known(`${ofSession}/record$`, 'A joint record', labelsOf(recordQuestions)),
  known(`${ofSession}/record/answer$`, 'An answer to a joint record', { words: 'In your own words' }),
  known(`${ofSession}/record/additions$`, 'An addition to a joint record', {
    addition: 'What is to be added',
  }),
  known(`${ofSession}/case-decisions`, 'A case decision', {
    reference: 'Case reference',
    decision: 'What was decided',
    rationale: 'Why',
    actions: 'Who does what',
    by: 'By when',
  }),
  known(`${ofSession}/actions`, 'An agreed action', {
    what: 'What is to be done',
    by: 'By when',
    outcome: 'What was done',
  }),
  known(`${ofSession}/agenda$`, 'Something for the agenda', { text: 'On the agenda' }),
  known(`${ofSession}/(?:move|cancel|hold)$`, 'A change to a session', { reason: 'Why' }),
  known('^/supervision/[^/]+/agreement/draft$', 'A supervision agreement', labelsOf(agreementQuestions)),
  known('^/supervision/[^/]+/open$', 'Why a supervision is to be opened', { reason: 'Why' }),
  known('^/supervision/[^/]+/policy$', 'How you supervise', policyLabels),
  known('^/organisations/[^/]+/policy/new$', 'A supervision policy', policyLabels),
  known('^/organisations/[^/]+/holds', 'Why records are to be kept', { reason: 'Why' }),
  known('^/cpd/', 'A piece of CPD', {}),
]

function known(path: string, name: string, labels: Labels): KnownForm {
  return { path: new RegExp(path), name, labels }
}

export function nameOfForm(path: string): string {
  return forms.find(form => form.path.test(path))?.name ?? 'A form'
}

const words: Labels = { ...formsInWords, ...whoMaySuperviseInWords }

/** Several choices, not the parts of one answer. */
const choices = new Set(['forms'])

/** Ids and the like that a page of ours put into its form. */
const machinery = /(?:Id|^sha256|^mark)$/

/**
 * What was typed, under the labels that it was typed under, in the order it was sent: of a date or a choice of several, the
 * parts together. `pieceLabels`: of the questions about a piece, by id.
 */
export function formInWords(
  { path }: Pick<SetAsideForm, 'path'>,
  typed: SetAsideForm['fields'],
  pieceLabels: Labels,
): LabelledText[] {
  const form = forms.find(one => one.path.test(path))
  const labels = form?.name === 'A piece of CPD' ? pieceLabels : (form?.labels ?? {})
  const texts = new Map<string, string[]>()
  for (const [name, value] of typed) {
    if (machinery.test(name)) continue
    const field = Object.keys(labels).find(id => name === id || isPartOf(name, id)) ?? ''
    const key = field === '' ? '' : `${field}${/-\d+$/.exec(name)?.[0] ?? ''}`
    const known = texts.get(key)
    const text = form?.labels === policyLabels ? (words[value] ?? value) : value
    if (known) known.push(text)
    else texts.set(key, [text])
  }
  return [...texts].flatMap(([key, values]) => {
    const label = labels[key.replace(/-\d+$/, '')] ?? ''
    return label === ''
      ? values.map(text => ({ label, text }))
      : [{ label, text: values.join(choices.has(key) ? ', ' : ' ') }]
  })
}

function isPartOf(name: string, id: string): boolean {
  return (
    name.startsWith(`${id}-`) &&
    /^-(?:day|month|year|count|unit|setting|category|role)(?:-\d+)?$/.test(name.slice(id.length))
  )
}
