import type { Finding } from '../finding.ts'
import { textAfter, textBefore } from '../patterns/surroundings.ts'
import { nouns } from './person-rewordings.ts'
import { articleFor, lastSentence, lengthBefore, remove, reword, type Rewording } from './rewording.ts'

/** How an age is said without its number: as a noun, before a noun, and after "she is". */
interface Stage {
  readonly noun: string
  readonly adjective: string
  readonly is: string
}

const article = /\b(?:a|an) $/i
const female = 'girl|daughter|sister|woman|mother|mum|wife|lady|female|grandmother|nan|gran|aunt|widow|lass'
const male = 'boy|son|brother|man|father|dad|husband|gentleman|male|grandfather|uncle|widower|lad'
const nounAfter = new RegExp(
  String.raw`^ (?:(?!(?:an?|the|his|her|my|our|their|another|who|whose|and|or|with|was|is|had|has|were|in|of|to|[a-z]+ed) )[\p{L}-]{2,20} ){0,2}(${nouns}|(?:${female})|(?:${male})|twins|seeker|refugee|kid|pupil)\b`,
  'iu',
)

export function rewordAge({ start, end }: Finding, text: string): readonly Rewording[] {
  const found = text.slice(start, end)
  const before = textBefore(text, start, 60)
  const after = textAfter(text, end, 30)
  if (/birthday$/i.test(found)) return [reword(text, start, end, 'birthday')]
  const turned = /\b(turned|turns|turning|turn) $/i.exec(before)
  if (turned) return [reword(text, start - turned[0].length, end, birthdayOf(turned[1] ?? ''))]
  const years = readAges(found)
  const [first] = years
  if (first === undefined) return [remove(text, start, end)]
  if (years.length > 1) return rewordSeveral(text, start, end, years)
  // "Nearly 18" is not yet grown up.
  const nearly = lengthBefore(text, start, /\b(?:nearly|almost|not yet|just under) $/i)
  if (nearly > 0 && !/old/i.test(found))
    return [reword(text, start - nearly, end, stageOf(first - 1, whose(before, after)).is)]
  const stage = stageOf(first, whose(before, after))
  const at = /^age\b/i.test(found) ? lengthBefore(text, start, /\bat (?:the )?$/i) : 0
  if (at > 0) return [reword(text, start - at, end, asWhat(first, stage))]
  if (/^aged?\b/i.test(found)) return [reword(text, start, end, stage.is), remove(text, start, end)]
  if (
    /old|yo\b|y\/o|y\.o/i.test(found) &&
    (!/\b(?:is|was|are|were|be|only|just|now|nearly|almost) $|['’]s $|, $|\($/i.test(before) ||
      (/['’]s $/.test(before) && nounAfter.test(textAfter(text, end, 60))))
  ) {
    return rewordNoun(text, start, end, stage, first)
  }
  // "Her dad (36)": the word beside it says whose thirties they are.
  const [, beside] = /(\p{L}+) \($/u.exec(before) ?? []
  if (text.charAt(start - 1) !== '(') return [reword(text, start, end, stage.is)]
  const stages = beside === undefined || ofNoun(beside) === 'their' ? stage : stageOf(first, ofNoun(beside))
  const words = first < 20 ? stages.noun.replace(/^an? /, '') : stages.is
  return [reword(text, start, end, words), remove(text, start, end)].map(keepSmall)
}

function keepSmall(one: Rewording): Rewording {
  return one.replacement === '' ? one : { ...one, replacement: one.label }
}

// "An 8-year-old boy" → "a primary-aged boy"; "a 43-year-old woman" → "a woman in her forties"; "a 14-year-old" → "a teenager"
function rewordNoun(
  text: string,
  start: number,
  end: number,
  stage: Stage,
  age: number,
): readonly Rewording[] {
  const lead = lengthBefore(text, start, article)
  const [whole, noun = ''] = nounAfter.exec(textAfter(text, end, 60)) ?? []
  // "An 18-month-old baby": the noun says no more than the stage.
  if (whole !== undefined && lead > 0 && age < 18 && /^(?:baby|child|kid|person)$/i.test(noun)) {
    return [reword(text, start - lead, end + whole.length, stage.noun)]
  }
  if (whole !== undefined && age >= 20) {
    const words = `${whole.trim()} ${stageOf(age, ofNoun(noun)).is}`
    return [
      reword(text, start - lead, end + whole.length, lead > 0 ? `${articleFor(words)} ${words}` : words),
    ]
  }
  const after = textAfter(text, end, 3)
  const isBeforeNoun = whole !== undefined || /^ \p{L}/u.test(after)
  const isSaid = /\b(?:the|their|his|her|my|our|your|this|that|one) $/i.test(textBefore(text, start, 6))
  if (whole !== undefined || /^ \p{Lu}/u.test(after) || (isBeforeNoun && lead === 0 && !isSaid)) {
    const words = stage.adjective
    return [reword(text, start - lead, end, lead > 0 ? `${articleFor(words)} ${words}` : words)]
  }
  const [, bare = stage.noun] = /^an? (.+)$/.exec(stage.noun) ?? []
  return [reword(text, start - lead, end, lead > 0 ? stage.noun : bare)]
}

function rewordSeveral(
  text: string,
  start: number,
  end: number,
  years: readonly number[],
): readonly Rewording[] {
  const found = text.slice(start, end)
  const lead = lengthBefore(text, start, article)
  if (/old$/i.test(found)) {
    const many = years.length === 2 ? 'two' : 'several'
    return [
      reword(text, start - lead, end, years.every(age => age < 18) ? `${many} children` : `${many} people`),
    ]
  }
  return [reword(text, start, end, 'of different ages'), remove(text, start, end)]
}

function stageOf(age: number, whose: string): Stage {
  if (age < 1) return { noun: 'a baby', adjective: 'baby', is: 'under a year old' }
  if (age < 3) return { noun: 'a toddler', adjective: 'very young', is: 'not yet three' }
  if (age < 5) return { noun: 'a pre-school child', adjective: 'pre-school', is: 'of pre-school age' }
  if (age < 11)
    return { noun: 'a primary-aged child', adjective: 'primary-aged', is: 'of primary-school age' }
  if (age < 13)
    return {
      noun: 'a child of secondary-school age',
      adjective: 'secondary-aged',
      is: 'of secondary-school age',
    }
  if (age < 18) return { noun: 'a teenager', adjective: 'teenage', is: `in ${whose} teens` }
  if (age < 20) return { noun: 'a young adult', adjective: 'young', is: 'a young adult' }
  if (age >= 100) return { noun: 'a very old person', adjective: 'very old', is: 'very old' }
  const decade = decades[Math.floor(age / 10) - 2] ?? 'nineties'
  return { noun: `a person in ${whose} ${decade}`, adjective: 'adult', is: `in ${whose} ${decade}` }
}

const decades = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties']

// "At the age of seven"
function asWhat(age: number, stage: Stage): string {
  if (age < 5) return 'as a small child'
  if (age < 13) return 'as a child'
  if (age < 18) return 'as a teenager'
  return age < 20 ? 'as a young adult' : stage.is
}

function whose(before: string, after: string): string {
  const near = lastSentence(before, /[.!?\n]/)
  const isShe = new RegExp(String.raw`\b(?:she|her|${female})\b`, 'i').test(near)
  const isHe = new RegExp(String.raw`\b(?:he|his|him|${male})\b`, 'i').test(near)
  if (/\b(?:i|i am|i’m|i'm) (?:am )?$/i.test(near)) return 'my'
  if (!isShe && !isHe)
    return /^[^.]{0,20}\b(?:she|her)\b/i.test(after)
      ? 'her'
      : /^[^.]{0,20}\b(?:he|his)\b/i.test(after)
        ? 'his'
        : 'their'
  return isShe && isHe ? 'their' : isShe ? 'her' : 'his'
}

function ofNoun(noun: string): string {
  if (new RegExp(`^(?:${female})$`, 'i').test(noun)) return 'her'
  return new RegExp(`^(?:${male})$`, 'i').test(noun) ? 'his' : 'their'
}

function birthdayOf(verb: string): string {
  const has = { turned: 'had', turns: 'has', turning: 'having' }[verb.toLowerCase()] ?? 'have'
  return `${has} a birthday`
}

const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** The ages in what was found, in years: "14 months old" is 1. */
function readAges(found: string): readonly number[] {
  const numbers = (found.toLowerCase().match(/\d{1,3}|[a-z]+/g) ?? []).reduce<{
    ages: number[]
    isTens: boolean
  }>(
    ({ ages, isTens }, word) => {
      const ten = tens.indexOf(word)
      const unit = words.indexOf(word)
      const last = ages[ages.length - 1]
      if (ten !== -1) return { ages: [...ages, (ten + 2) * 10], isTens: true }
      if (unit > 0 && unit < 10 && isTens && last !== undefined)
        return { ages: [...ages.slice(0, -1), last + unit], isTens: false }
      if (unit !== -1) return { ages: [...ages, unit], isTens: false }
      return /^\d/.test(word) ? { ages: [...ages, Number(word)], isTens: false } : { ages, isTens: false }
    },
    { ages: [], isTens: false },
  ).ages
  const perYear = /month|mth|m\/o/i.test(found)
    ? 12
    : /week|wk/i.test(found)
      ? 52
      : /day/i.test(found)
        ? 365
        : 1
  return numbers.map(number => Math.floor(number / perYear))
}
