import type { Finding, Level } from '../finding.ts'
import { Claimed } from './claimed.ts'
import { makeFinding, standsAlone, textAfter, textBefore } from './surroundings.ts'

// Published for everybody: neutral citations and law reports.
const citations = [
  /\[(?:19|20)\d{2}\] ?(?:EW(?:HC|FC|COP|CC|CR)|EWCA|UKSC|UKHL|UKPC|UKUT|UKFTT|UKEAT|UKAITUR|UKIAT|EAT|NICA|NIFam|NIQB|NIKB|CSIH|CSOH|HCJAC|ECHR|EUECJ|CJEU)(?: ?(?:Civ|Crim|B|T\d))? ?\d{1,5}(?: ?\((?:[A-Za-z]{1,10}|Pat|T[123])\))?/g,
  /[[(](?:19|20)\d{2}[\])] ?\d{0,3} ?(?:WLR|AC|QB|KB|FLR|FCR|Fam(?: Law)?|All ER(?: \(D\))?|EHRR|CCLR?|COPLR|MHLR|BMLR|HRLR|ICR|IRLR|Cr App R|PTSR|BLGR|Ch)\b(?: ?\([A-Z]{1,3}\))? ?\d{1,5}/g,
]

// Forms that say themselves what they are.
const shapes: readonly (readonly [RegExp, Level])[] = [
  // A family court, the year, the kind of case, the number.
  [/[a-z]{2}\d{2}[a-z]\d{5}/gi, 'likely'],
  [/COP ?\d{7,8}[A-Z]?/g, 'likely'],
  [/C[AO]-20\d{2}-\d{6}(?:-[A-Z]{1,3})?/g, 'likely'],
  [/(?:AC|QB|KB|HC|CO)-20\d{2}-(?:[A-Z]{3}-)?\d{6}/g, 'likely'],
  // A Crown Court case.
  [/[ST](?:19|20)\d{6}/g, 'likely'],
  // A county court's claim, before 2014 and since; an employment tribunal's; one made online, or to the Home Office.
  [/[A-HJ-NP-Z]\d{2}[A-Z]{2}\d{3}/g, 'likely'],
  [/\d[A-Z]{2}\d{5}/g, 'likely'],
  [/\d{7}\/(?:19|20)\d{2}/g, 'likely'],
  [/\d{4}-\d{4}-\d{4}-\d{4}/g, 'likely'],
  // Courts of other countries: "II K 512/98", "10 Ct 234/95", "E. 1999/456".
  [/(?:[IVX]{1,4}|\d{1,2}) [A-Z][A-Za-z]{0,3} \d{1,5}\/\d{2,4}(?:\.[A-Z])?/g, 'likely'],
  [/[EK]\. ?(?:19|20)\d{2}\/\d{1,6}/g, 'likely'],
  // A hospital's number: the trust's code and a number.
  [/R[A-Z\d]{2}-\d{5,8}/gi, 'likely'],
  [/MRN[- ]?\d{5,10}/g, 'likely'],
  // Case management systems.
  [/(?:LCS|LAS|LL|PARIS|SWIFT|CF6|ICS)[ -]?\d{5,9}/g, 'likely'],
  // Letters, a year or a number, a number: "CMP/23/0447", "LADO 2025/0093"; and two or three letters with six to eight digits.
  [/[A-Z]{1,5}[/-]\d{2,7}[/-]\d{2,7}/g, 'likely'],
  [/[A-Z]{1,5}(?:[/-][A-Z]{1,4}\/)?\d{2,7}\/\d{2}\/\d{3,7}/g, 'likely'],
  // Not a statutory instrument.
  [/(?!SI )[A-Z]{2,6} (?:19|20)\d{2}\/\d{3,6}/g, 'likely'],
  [/[A-Z]{2,3}\d{6,8}/g, 'check'],
  // A social worker of England: Social Work England, published register.
  [/SW\d{4,6}/gi, 'likely'],
  // Social Care Wales, and the Northern Ireland and Scottish councils.
  [/W\/\d{7}/g, 'likely'],
  // A pupil's number, a prisoner's, the police's.
  [/[A-HJ-NP-RT-Z]\d{11}[A-Z\d]/g, 'likely'],
  [/[A-Z]\d{4}[A-Z]{2}/g, 'check'],
  [/(?:19|20)?\d{2}\/\d{4,7}[A-HJ-NP-RT-Z]/g, 'likely'],
  [/CRO ?\d{1,6}\/\d{2}[A-Z]/g, 'likely'],
  // The Home Office, the tribunals.
  [/(?:HU|PA|EA|DA|DC|AA|IA|UI)\/\d{4,6}\/(?:19|20)\d{2}/g, 'likely'],
  [/(?:UI|LP|HU|PA)-20\d{2}-\d{5,6}/g, 'likely'],
  [/GWF\d{9}/g, 'likely'],
]

const numberWord = String.raw`(?:numbers?|nos?\b\.?|nr\b\.?|num\b|ids?\b|code|pin\b|ref(?:erence)?s?\b\.?|#)`
// Of these the word alone is enough; of those after them it takes "number", "no." or "ref" as well, or a value that tells.
const strongWord = String.raw`(?:ref(?:erence)?s?\b\.?|urn\b|upn\b|uln\b|utr\b|mrn\b|crn\b|uci\b|pnc\b|cro\b|nomis\b|cad\b|cris\b|docket|application nos?\b\.?|case nos?\b\.?)`
const weakWord = String.raw`(?:application|case|file|client|service user|customer|member|hospital|patient|unit|crime|incident|log|claim|court|tribunal|complaint|investigation|safeguarding|referral|person|child|pupil|student|candidate|learner|prison(?:er)?|police|probation|custody|warrant|badge|collar|shoulder|mosaic|liquidlogic|liquid logic|framework ?i|carefirst|care first|lcs|las|ics|rio|systmone|emis|paris|azeus|eclipse|eis|capita|account|policy|invoice|tenancy|tenant|rent|benefit|registration|register|social work england|swe|hcpc|nmc|gmc|sssc|niscc|employee|staff|payroll|personnel|id|plot|parcel|title|birth certificate|certificate|permit|visa|brp|home office|asylum|arc|proceedings|order|judgment|decision|dbs)s?`
const value = String.raw`(?=[a-z\dÀ-Ž])`
const between = String.raw`(?: is| was|,)?[\s:=#(\[“"'‘]{0,4}${value}`
// Without a number's word it takes a value that tells: "Mosaic 2047713", "the case file 33/2004/KK", "number II K 512/98".
const called = new RegExp(
  String.raw`\b(?:(${strongWord}(?: ?${numberWord})?|${weakWord} ?${numberWord}(?: ?${numberWord})?)|${weakWord}|numbers?|nos?\b\.?)${between}`,
  'gi',
)
// Of a telephone, of a thing, or in a public register.
const ofNoPerson =
  /^(?:(?:tele)?phone|mobile|tel|contact|fax|direct|line|work|home|batch|lot|serial|model|version|vat|charity|company|train|flight|bus|room|page|isbn|large|small|total|the|an?|of|by|has|have|had|with|in)$/i

const simple = /^[a-z\d][a-z\d/\-.:_]{0,24}/i
// As courts have them: "II K 512/98", "12 O 345/02", "1 BvR 2222/01", "3 K 1234/99.A", "KKO 2004:58".
const inGroups =
  /^(?:(?:\d{1,2}|[IVX]{1,4}|\p{Lu}\p{L}{0,3}\.?) ){1,3}\d{1,7}(?:[/:-]\d{1,6}){1,2}(?:[/.-]?[A-Z\d]{1,6}){0,2}|^\p{Lu}{2,4} \d{4,9}(?!\d)/u
// As the police do: "0457 of 12/03/2024", "CAD 4512/12MAR24".
const ofTheDay =
  /^\d{1,5} of (?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? \p{Lu}\p{Ll}{2,8}(?: \d{4})?)|^(?:CAD )?\d{1,5}\/\d{1,2}[A-Z]{3}\d{2,4}/u

const token = String.raw`[a-z\d][a-z\d/\-.:_]{0,24}`
const another = new RegExp(String.raw`^(?:, | and | & |, and |; )(${token})`, 'i')
// An application to a court of human rights, and what else is a number with a year: "no. 12345/91".
const slashed = /\bnos?\.? ?(\d{1,6}\/\d{2,4}|\d{3,6}\/\d)(?!\d)/gi

// What is counted, measured or cited, not filed.
const notFiled =
  /\b(?:sample|specimen|lab|harvard|cross|inter|regulations?|directives?|protocol|resolution|article|section|act|law|bill|decree|module|course|rule|volume|vol|issue|page|chapter|series|isbn|doi|standard|table|figure|appendix|terms of)(?: \((?:EC|EU|EEC|UK)\))? ?$/i

export function findReferences(text: string): readonly Finding[] {
  const found: Finding[] = []
  const claimed = new Claimed(text)
  const add = (start: number, end: number, level: Level): void => {
    if (claimed.has(start, end)) return
    claimed.claim(start, end)
    found.push(makeFinding(['reference', 'reference', level], start, end))
  }
  for (const pattern of citations) {
    for (const match of text.matchAll(pattern)) add(match.index, match.index + match[0].length, 'note')
  }
  const besides: RegExpExecArray[] = []
  for (const match of text.matchAll(called)) {
    if (match[1] === undefined) besides.push(match)
    else addCalled(text, match, add)
  }
  for (const match of text.matchAll(slashed)) {
    const number = match[1] ?? ''
    const start = match.index + match[0].length - number.length
    if (notFiled.test(textBefore(text, match.index, 20))) continue
    add(start, start + number.length, 'likely')
    addOthers(text, start + number.length, add)
  }
  for (const [pattern, level] of shapes) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (!standsAlone(text, start, end) || /[/.@-]$/.test(textBefore(text, start, 1))) continue
      if (/^[/@-][\p{L}\p{N}]/u.test(textAfter(text, end, 2))) continue
      if (notFiled.test(textBefore(text, start, 20))) continue
      add(start, end, level)
    }
  }
  for (const match of besides) addTelling(text, match, add)
  return found.sort((one, other) => one.start - other.start)
}

type Add = (start: number, end: number, level: Level) => void

// "Mosaic number 123 4567 is": digits in groups, if what stands after them counts nothing ("CAD 1234 20 minutes ago").
const moreGroups =
  /^(?: \d{2,6}){1,4}(?![\p{L}\p{M}\d_]|[./:-]\d)(?= ?$| ?[.,;:)\]\n"”’]| (?:is|was|has|had|and|or|for|in|on|at|to|with|which|that|about|as|but|from|when|who|s?he|i)\b)/iu

function addCalled(text: string, match: RegExpExecArray, add: Add): void {
  const lead = match[0]
  const start = match.index + lead.length
  if (notFiled.test(textBefore(text, match.index, 20))) return
  const value = valueAt(text, start, /^(?:log|incident|cad|crime|ref)/i.test(lead))
  if (isPhone(value)) return
  const saysNumber =
    /\b(?:numbers?|nos?|nr|num|ids?|code|pin|refs?|urn|upn|uln|utr|mrn|crn|uci|pnc|cro|nomis|cad|cris)\b|#/i.test(
      lead,
    )
  const end = start + value.length
  if (!isFiled(value, saysNumber) || !standsAlone(text, start, end)) return
  // A plot of land by a short number is one of many, unless they are listed.
  if (/^(?:plot|parcel|unit|order) /i.test(lead) && /^\d{1,3}$/.test(value)) return
  add(start, end, 'likely')
  if (/\bnos\b|\b(?:numbers|refs|ids|references)\b/i.test(lead)) addOthers(text, end, add)
}

/** After a word that is as often said without a number: only what is nothing else. */
function addTelling(text: string, match: RegExpExecArray, add: Add): void {
  const start = match.index + match[0].length
  if (notFiled.test(textBefore(text, match.index, 20))) return
  const value = valueAt(text, start, /^log/i.test(match[0]))
  const end = start + value.length
  // "The company number 01234567" is of another rule, or of none; "the LCN number 884120" is of something.
  if (/^n/i.test(match[0]) && /^\d+$/.test(value)) {
    const [, of = ''] = /([\p{L}-]{2,20}) $/u.exec(textBefore(text, match.index, 22)) ?? []
    if (of === '' || ofNoPerson.test(of) || notFiled.test(of)) return
  }
  if (isTelling(value) && standsAlone(text, start, end)) add(start, end, 'likely')
}

function isTelling(value: string): boolean {
  const digits = value.replaceAll(/\D/g, '').length
  if (isPhone(value) || !isFiled(value, false)) return false
  // "The order 2021/22": a year.
  if (/^(?:19|20)\d{2}[/-](?:\d{2}|20\d{2})$/.test(value)) return false
  return inGroups.test(value) || ofTheDay.test(value) || digits >= (/^[\d.]+$/.test(value) ? 6 : 5)
}

function valueAt(text: string, start: number, isPolice: boolean): string {
  const rest = textAfter(text, start, 44)
  const [grouped] = (isPolice ? ofTheDay.exec(rest) : null) ?? inGroups.exec(rest) ?? []
  if (grouped !== undefined) return grouped
  const first = withoutTrailing(simple.exec(rest)?.[0] ?? '')
  return first + ((/^\d{1,8}$/.test(first) ? moreGroups.exec(rest.slice(first.length))?.[0] : '') ?? '')
}

// "The case number 07700 900123": whatever it is called, it is one of a telephone.
function isPhone(value: string): boolean {
  return /[ -]/.test(value) && /^0\d{9,10}$/.test(value.replaceAll(/[ -]/g, ''))
}

// "nos. 310, 314 and 117/5"
function addOthers(text: string, from: number, add: Add): void {
  let end = from
  for (let i = 0; i < 20; i += 1) {
    const match = another.exec(textAfter(text, end, 40))
    const value = withoutTrailing(match?.[1] ?? '')
    if (!match || !/^\d/.test(value) || /^(?:19|20)\d{2}$/.test(value)) return
    // ", 12 September 2008": the date of it.
    if (/^\d{1,2}$/.test(value) && /^ \p{Lu}?\p{Ll}{2,}/u.test(textAfter(text, end + match[0].length, 5)))
      return
    const start = end + match[0].length - (match[1] ?? '').length
    if (!standsAlone(text, start, start + value.length)) return
    end = start + value.length
    add(start, end, 'likely')
  }
}

function withoutTrailing(value: string): string {
  return value.replace(/[/\-.:_]{1,25}$/, '')
}

function isFiled(value: string, saysNumber: boolean): boolean {
  const digits = value.replaceAll(/\D/g, '').length
  if (digits < 2 || /^(?:19|20)\d{2}(?:s|[-/–]\d{2})?$/.test(value)) return false
  // A date, a time, a sum.
  if (
    /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{1,2}[.:]\d{2}(?:am|pm)?$|^\d+(?:st|nd|rd|th|am|pm)$/i.test(value)
  )
    return false
  // "[12]", "reference 14": a footnote.
  if (/^[\d ]+$/.test(value)) return digits >= (saysNumber ? 3 : 5)
  return /[a-z]/i.test(value) ? digits >= 2 && value.length >= 4 : true
}
