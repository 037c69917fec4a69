import type { Fact, Finding, FindingKind } from './finding.ts'

/** What was found and why it matters, in a sentence or two. It says "looks like": the rules cannot know. */
export function explain({ kind, level, facts }: Finding): string {
  if (kind === 'combination') return explainCombination(facts ?? [])
  return (level === 'note' ? notes[kind] : undefined) ?? sentences[kind]
}

const sentences: Readonly<Record<Exclude<FindingKind, 'combination'>, string>> = {
  name: 'This looks like somebody’s name. Names are the first thing that identifies a person.',
  initials: 'These look like somebody’s initials. People who know them may recognise who is meant.',
  author: 'This looks like a published author or theorist, who may be named.',
  address: 'This looks like an address or a street. It can lead to one household.',
  postcode: 'This looks like a postcode. It can lead to one street.',
  phone: 'This looks like a telephone number. It leads to one person or household.',
  email: 'This looks like an e-mail address. It leads to one person.',
  url: 'This looks like a web address. The page may name a person, a team or an employer.',
  handle: 'This looks like a name somebody uses online. Anybody can look it up.',
  nhs: 'This looks like an NHS, CHI or Health and Care number. It belongs to one person.',
  nino: 'This looks like a National Insurance number. It belongs to one person.',
  passport: 'This looks like a passport number. It belongs to one person.',
  'driving-licence': 'This looks like a driving licence number. It holds part of a name and a date of birth.',
  reference: 'This looks like a case, file or registration number. It leads to one person’s record.',
  plate: 'This looks like a vehicle’s number plate. It leads to its keeper.',
  'birth-date': 'This looks like a date of birth. With very little else it identifies a person.',
  'exact-date': 'This looks like an exact date. What happened on one day can often be traced to one person.',
  age: 'This looks like somebody’s exact age. Together with other facts it can point to one person.',
  school: 'This looks like the name of a school, college or nursery. It narrows down who is meant.',
  home: 'This looks like the name of a home or a house. Few people live there.',
  ward: 'This looks like the name of a ward or unit. It narrows down who is meant, and who was at work.',
  team: 'This looks like the name of a team or service. It can show who your colleagues are.',
  employer:
    'This looks like the name of an employer or council. It can show where you and your colleagues work.',
  body: 'This looks like the name of an organisation. It may show where somebody lives, works or was seen.',
  place: 'This looks like the name of a place. In a small place few people fit the description.',
  'never-write': 'This is on your list of what you never want to write.',
}

// What is found for completeness, and why it is most likely nothing.
const notes: Partial<Readonly<Record<FindingKind, string>>> = {
  reference:
    'This looks like a published judgment or law report. Naming it is fine, unless you worked with the people in it.',
  url: 'This looks like a published web page. Naming it is fine, unless it is about somebody you work with.',
  'exact-date':
    'This looks like the date of a law, or the day on which a page was read. It most likely says nothing about a person.',
  body: 'This looks like a national organisation or a university. Naming it is fine, unless it is where somebody you write about works.',
  school:
    'This looks like a published institution. Naming it is fine, unless somebody you write about is there.',
}

const factWords: Readonly<Record<Fact, string>> = {
  age: 'an age',
  family: 'what the family is like',
  place: 'a place',
  condition: 'a rare condition',
  event: 'something that was reported or looked into',
  ethnicity: 'a nationality, ethnicity or religion',
  date: 'a date',
  occupation: 'an unusual occupation',
}

function explainCombination(facts: readonly Fact[]): string {
  const words = facts.map(fact => factWords[fact])
  const last = words[words.length - 1] ?? 'several facts'
  const list = words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last
  return `Each of these is harmless by itself: ${list}. Together they may point to one person. Leave one or two of them out, or make them vaguer.`
}
