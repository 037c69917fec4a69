import type { Finding, Level } from '../finding.ts'
import { Claimed } from './claimed.ts'
import { makeFinding, standsAlone } from './surroundings.ts'

const withScheme = /\b(?:https?:\/\/|www\.)[^\s<>"“”«»]{2,2000}/gi
const bare = /\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/gi

// Ends of bare domains that are not also English words: a missing space after a stop ("the meeting.it was") is none.
const ends = new Set(
  (
    'com org net edu gov mil info biz uk io co eu ie fr de nl ch se es pl pt dk fi cz sk hu gr ro bg ru ua tr cn jp kr br mx ' +
    'ar za ng ke gh zw ug tz pk bd lk nz au ca tv cc ly app dev xyz scot cymru nhs'
  ).split(' '),
)

// What is published for everybody to read leads to nobody. A council's own pages do lead to an employer.
const published =
  /^(?:www\.)?(?:gov\.uk|legislation\.gov\.uk|ofsted\.gov\.uk|ons\.gov\.uk|judiciary\.uk|bailii\.org|nationalarchives\.gov\.uk|caselaw\.nationalarchives\.gov\.uk|assets\.publishing\.service\.gov\.uk|socialworkengland\.org\.uk|nhs\.uk|england\.nhs\.uk|nice\.org\.uk|cqc\.org\.uk|scie\.org\.uk|basw\.co\.uk|new\.basw\.co\.uk|researchinpractice\.org\.uk|communitycare\.co\.uk|nspcc\.org\.uk|learning\.nspcc\.org\.uk|mind\.org\.uk|jrf\.org\.uk|bbc\.co\.uk|theguardian\.com|doi\.org|wikipedia\.org|en\.wikipedia\.org|ted\.com|open\.edu|skillsforcare\.org\.uk|local\.gov\.uk|frg\.org\.uk|coram\.org\.uk|echr\.coe\.int|hudoc\.echr\.coe\.int)$/i
const ownPage =
  /^(?:[a-z]{1,3}\.)?(?:facebook|instagram|twitter|x|tiktok|snapchat|linkedin|youtube|justgiving|gofundme|reddit)\.com$/i

export function findUrls(text: string): readonly Finding[] {
  const found: Finding[] = []
  const claimed = new Claimed(text)
  for (const match of text.matchAll(withScheme)) {
    const url = withoutTrailing(match[0])
    if (!/\/\/[^/]*[\p{L}\p{N}]/u.test(url) && !/^www\.[^/]*\./i.test(url)) continue
    claimed.claim(match.index, match.index + url.length)
    found.push(makeFinding(['url', 'url', levelOf(url)], match.index, match.index + url.length))
  }
  let after = 0
  for (const match of text.matchAll(bare)) {
    const start = match.index
    let end = start + match[0].length
    const name = match[0]
    if (start < after || !ends.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase())) continue
    if (!/[a-z]/i.test(name.slice(0, name.lastIndexOf('.'))) || /^-|\.-|-\./.test(name)) continue
    // Of an e-mail address, or of another address that has been found.
    if (/[@./]/.test(text.charAt(start - 1)) || text.charAt(end) === '@') continue
    if (!standsAlone(text, start, end)) continue
    if (text.charAt(end) === '/') {
      const [path = ''] = /^[^\s<>"“”«»]{1,1000}/.exec(text.slice(end, end + 1000)) ?? []
      end += withoutTrailing(path).length
    }
    after = end
    if (claimed.has(start, end)) continue
    found.push(makeFinding(['url', 'url', levelOf(text.slice(start, end))], start, end))
  }
  return found.sort((one, other) => one.start - other.start)
}

function withoutTrailing(url: string): string {
  const trimmed = url.replace(/[.,;:!?'’*_\]}…]{1,20}$/, '')
  return trimmed.endsWith(')') && trimmed.split(')').length > trimmed.split('(').length
    ? withoutTrailing(trimmed.slice(0, -1))
    : trimmed
}

function levelOf(url: string): Level {
  const [host = ''] = url.replace(/^https?:\/\//i, '').split(/[/?#:]/, 1)
  if (ownPage.test(host.replace(/^www\./i, ''))) return 'likely'
  return published.test(host) ? 'note' : 'check'
}
