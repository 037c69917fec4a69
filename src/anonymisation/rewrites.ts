import type { Finding } from './finding.ts'
import { rewordAge } from './rewriting/age-rewordings.ts'
import { rewordDate } from './rewriting/date-rewordings.ts'
import { rewordAddress, rewordOrganisation, rewordPlace } from './rewriting/organisation-rewordings.ts'
import { rewordPerson, type Earlier } from './rewriting/person-rewordings.ts'
import { removeAlone, removeAside, reword, rewordNumber, type Rewording } from './rewriting/rewording.ts'

/** One press: from `start` up to `end`, which may lie outside the finding, `replacement` stands instead. */
export type Rewrite = Rewording

/**
 * What fits instead, the likeliest first; taking it away comes last. Nothing for a note, which most likely identifies
 * nobody, and nothing for a combination: only its author knows which of the facts matters least.
 */
export function rewritesFor(finding: Finding, text: string, earlier?: Earlier): readonly Rewrite[] {
  if (finding.level === 'note' || finding.kind === 'author') return []
  const seen = new Set<string>()
  const fitting = choices(finding, text, earlier)
  return fitting.filter(({ start, end, replacement }) => {
    const key = `${String(start)} ${String(end)} ${replacement}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function choices(finding: Finding, text: string, earlier?: Earlier): readonly Rewrite[] {
  const { start, end } = finding
  switch (finding.class) {
    case 'person':
      return rewordPerson(finding, text, earlier)
    case 'organisation':
      return [...rewordOrganisation(finding, text), ...removeAside(text, start, end)]
    case 'place':
      return [...rewordPlace(finding, text), ...removeAside(text, start, end)]
    case 'address':
      return [...rewordAddress(finding, text), ...removeAside(text, start, end)]
    case 'postcode':
      return rewordPostcode(text, start, end)
    case 'date':
      return rewordDate(finding, text)
    case 'age':
      return rewordAge(finding, text)
    case 'phone':
      return [reword(text, start, end, '[telephone number]'), ...removeAlone(text, start, end, onNumber)]
    case 'email':
      return [reword(text, start, end, '[e-mail address]'), ...removeAlone(text, start, end, toAddress)]
    case 'url':
      return [reword(text, start, end, '[web address]'), ...removeAlone(text, start, end)]
    case 'handle':
      return [reword(text, start, end, '[name online]'), ...removeAlone(text, start, end)]
    case 'nhs':
      return rewordNumber(text, start, end, calledNumber, '[NHS number]')
    case 'nino':
      return rewordNumber(text, start, end, calledNumber, '[National Insurance number]')
    case 'passport':
      return rewordNumber(text, start, end, calledNumber, '[passport number]')
    case 'driving_licence':
      return rewordNumber(text, start, end, calledNumber, '[licence number]')
    case 'reference':
      return rewordNumber(text, start, end, calledNumber, '[reference]')
    case 'plate':
      return [reword(text, start, end, '[number plate]'), ...removeAlone(text, start, end, calledPlate)]
    case 'combination':
      return []
  }
}

// After its town a postcode goes; by itself it stands for the area.
function rewordPostcode(text: string, start: number, end: number): readonly Rewrite[] {
  const without = removeAlone(text, start, end, /\bpost ?code:? (?:is |was )?$/i)
  const area = reword(text, start, end, 'the area')
  const isAfterTown = /(?:, |\n|\p{Lu}\p{L}+ )$/u.test(text.slice(Math.max(0, start - 30), start))
  const isIn = /\b(?:near|in|at|to|from|around|of) $/i.test(text.slice(Math.max(0, start - 8), start))
  return isAfterTown && !isIn ? [...without, area] : [area, ...without]
}

const onNumber = /(?:\b(?:on|at|tel|phone|mob|mobile)\b\.?:? )$/i
const toAddress = /(?:\b(?:at|via|e-?mail):? )$/i
// "NHS number 943 476 5919": without its number the label says nothing.
const calledNumber =
  /\b(?:(?:nhs|ni|national insurance|passport|driving licen[cs]e|case|file|hospital|crime|client|application|prison|mosaic|our|your|social work england|registration) )?(?:numbers?|nos?\.?|ref(?:erence)?\.?|id|urn|mrn|upn|nino)(?: (?:numbers?|nos?\.?))?(?: is| was)?[:#]? ?$/i
const calledPlate = /\b(?:reg(?:istration)?|plate|number plate)(?: (?:number|no\.?))?:? ?$/i
