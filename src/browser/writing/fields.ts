/** What a form posts, as `FormData` has it, but for the form's token: that is asked for anew with every request. */
export type Fields = readonly (readonly [name: string, value: string])[]

/** Fields that our own pages fill. */
const machinery =
  /^(?:formToken|version|seen|saveId|press|pieceId|question|returnTo|settles|choosing|setAside|fromDevice|choose-.+|starting-.+)$/

/** What somebody typed or chose, and nothing that the page added. */
export function typedIn(fields: Fields): Fields {
  return fields.filter(([name, value]) => !machinery.test(name) && value !== '')
}

/** Whether two forms say the same, in whichever order. An empty row for one more peer says nothing. */
export function sameText(one: Fields, other: Fields): boolean {
  return inOrder(one) === inOrder(other)
}

function inOrder(fields: Fields): string {
  return JSON.stringify(
    typedIn(fields)
      .map(field => JSON.stringify(field))
      .sort(),
  )
}

export function valueOf(fields: Fields, name: string): string {
  return fields.find(([known]) => known === name)?.[1] ?? ''
}

export function withValue(fields: Fields, name: string, value: string): Fields {
  return [...fields.filter(([known]) => known !== name), [name, value]]
}

/** The fields that make up the answer to one question: see `fieldNames` in `src/cpd/screens/answers-form.ts`. */
export function ofQuestion(fields: Fields, questionId: string): Fields {
  return fields.filter(([name]) => isOfQuestion(name, questionId))
}

export function withoutQuestions(fields: Fields, ids: readonly string[]): Fields {
  return fields.filter(([name]) => !ids.some(id => isOfQuestion(name, id)))
}

/** Of a save: the answers that are to stay as they are saved until their writer has chosen, by question id. */
export function waitingIn(sent: Fields): readonly string[] {
  return valueOf(sent, 'choosing')
    .split(' ')
    .filter(id => id !== '')
}

/** The same save without these answers: of each, what is saved stands for now. See `choices.ts` of `src/cpd`. */
export function savingOthers(fields: Fields, ids: readonly string[]): Fields {
  return [...fields, ['choosing', ids.join(' ')], ...ids.map(id => [`choose-${id}`, 'saved'] as const)]
}

export function isOfQuestion(name: string, questionId: string): boolean {
  const rest = name.startsWith(questionId) ? name.slice(questionId.length) : null
  return rest !== null && /^(?:-(?:day|month|year|setting|category-\d+|role-\d+))?$/.test(rest)
}
