import type { FormBody, FormShape } from '../../platform/web/form-body.ts'
import type { Question } from '../../schemes/rule-pack.ts'
import { saysSomething, type Answers, type Peer } from '../answers.ts'

/** The names of a question's fields, also the ids that its errors link to. */
export function fieldNames(question: Question) {
  const { id } = question
  return {
    answer: id,
    day: `${id}-day`,
    month: `${id}-month`,
    year: `${id}-year`,
    setting: `${id}-setting`,
    /** Rows are numbered from 1. */
    category: (row: number) => `${id}-category-${row}`,
    role: (row: number) => `${id}-role-${row}`,
  }
}

/** The fields that a form with these questions posts, besides those the form itself adds. */
export function answersShape(questions: readonly Question[], others: readonly string[]): FormShape {
  const once = [...others]
  const many: string[] = []
  for (const question of questions) {
    const names = fieldNames(question)
    switch (question.kind) {
      case 'title':
      case 'text':
      case 'type':
        once.push(names.answer)
        break
      case 'date':
        once.push(names.day, names.month, names.year)
        break
      case 'peer-reflection':
        once.push(names.answer, `${question.id}-category-*`, `${question.id}-role-*`)
        many.push(names.setting)
        break
      case 'standards':
        many.push(names.answer)
        break
    }
  }
  return { once, many }
}

/** What was typed, verbatim. It never fails; questions that the form did not show keep the answer they had. */
export function readAnswers(questions: readonly Question[], form: FormBody, before: Answers): Answers {
  const answers = { ...before, texts: { ...before.texts } }
  for (const question of questions) {
    const names = fieldNames(question)
    switch (question.kind) {
      case 'title':
      case 'text':
        answers.texts[question.id] = form.text(names.answer)
        break
      case 'type':
        answers.type = form.text(names.answer)
        break
      case 'date':
        answers.date = {
          day: form.text(names.day),
          month: form.text(names.month),
          year: form.text(names.year),
        }
        break
      case 'peer-reflection':
        answers.peerReflection = {
          text: form.text(names.answer),
          peers: readPeers(question, form),
          settings: form.all(names.setting),
        }
        break
      case 'standards':
        answers.standards = form.all(names.answer)
        break
    }
  }
  return answers
}

/** What a form shows for an answer, field by field: `readAnswers` makes the same answer of it again. */
export function fieldsOf(question: Question, answers: Answers): [name: string, value: string][] {
  const names = fieldNames(question)
  switch (question.kind) {
    case 'title':
    case 'text':
      return [[names.answer, answers.texts[question.id] ?? '']]
    case 'type':
      return [[names.answer, answers.type]]
    case 'date': {
      const { day, month, year } = answers.date
      return [
        [names.day, day],
        [names.month, month],
        [names.year, year],
      ]
    }
    case 'peer-reflection': {
      const { text, peers, settings } = answers.peerReflection
      return [
        [names.answer, text],
        ...peers.flatMap(({ category, role }, index): [string, string][] => [
          [names.category(index + 1), category],
          [names.role(index + 1), role],
        ]),
        ...settings.map((setting): [string, string] => [names.setting, setting]),
      ]
    }
    case 'standards':
      return answers.standards.map(standard => [names.answer, standard])
  }
}

/** The rows that say anything, in the order of their numbers. */
function readPeers(question: Question, form: FormBody): Peer[] {
  const names = fieldNames(question)
  const last = Math.max(
    0,
    ...[...form.fields.keys()].map(name => Number(/-(?:category|role)-(\d{1,4})$/.exec(name)?.[1] ?? 0)),
  )
  const peers: Peer[] = []
  for (let row = 1; row <= last; row++) {
    // "Remove" posts the form as it is, and names the row to leave out.
    if (form.text('press') === `remove-peer-${row}`) continue
    const category = form.text(names.category(row))
    const role = form.text(names.role(row))
    if (category !== '' || saysSomething(role)) peers.push({ category, role })
  }
  return peers
}
