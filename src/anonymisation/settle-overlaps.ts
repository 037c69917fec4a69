import type { Finding, FindingClass, FindingKind, Level } from './finding.ts'

/**
 * One finding for each thing in a text: of several rules that found the same stretch or parts of it, the one that says most,
 * at the most urgent level that any of its class gave it. A postcode in an address stays beside it, and a combination beside
 * everything, since it speaks of what lies in it.
 */
export function settleOverlaps(text: string, findings: readonly Finding[]): readonly Finding[] {
  const listed = findings.filter(isListed)
  const others = findings.filter(finding => !isListed(finding))
  const found = settle(text, others, [])
  // What is on the never-write list may be part of more: "Marsh" of a name, "Leeds" of an e-mail address. That it is
  // listed must not hide the rest.
  const isPart = (one: Finding) => {
    const whole = found.ownerOf(one)
    return whole !== undefined && contains(whole, one) && whole.end - whole.start > one.end - one.start
  }
  const { settled } =
    listed.length === 0
      ? found
      : settle(text, [...others, ...listed.filter(one => !isPart(one))], listed.filter(isPart))
  return settled.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** `parts` come last: what contains one of them is raised to its level. */
function settle(text: string, findings: readonly Finding[], parts: readonly Finding[]) {
  const settled: Finding[] = []
  const ownersOn: Record<Layer, Int32Array> = {
    things: new Int32Array(text.length),
    postcodes: new Int32Array(text.length),
    combinations: new Int32Array(text.length),
  }
  /** Which one, counted from 1, has a part of this stretch already; 0 where none has. */
  const placeOf = (finding: Finding) => findOwner(ownersOn[layerOf(finding)], finding)
  for (const finding of [...[...findings].sort(bySaying), ...parts]) {
    const rival = placeOf(finding)
    const kept = settled[rival - 1]
    if (kept === undefined) {
      settled.push(finding)
      ownersOn[layerOf(finding)].fill(settled.length, finding.start, finding.end)
    } else if (isListed(finding) && contains(kept, finding)) {
      settled[rival - 1] = { ...kept, level: 'likely', kind: kindOfWhole(kept) }
    } else if (kept.class === finding.class && urgency[finding.level] < urgency[kept.level]) {
      settled[rival - 1] = { ...kept, level: finding.level }
    }
  }
  return { settled, ownerOf: (finding: Finding) => settled[placeOf(finding) - 1] }
}

function isListed({ kind }: Finding): boolean {
  return kind === 'never-write'
}

function contains(whole: Finding, part: Finding): boolean {
  return whole.start <= part.start && whole.end >= part.end
}

/** Of an author or a public body it would be said that they are nobody's identity: not of what its reader has listed. */
function kindOfWhole({ kind }: Finding): FindingKind {
  return kind === 'author' || kind === 'body' ? 'never-write' : kind
}

type Layer = 'things' | 'postcodes' | 'combinations'

function layerOf(finding: Finding): Layer {
  switch (finding.class) {
    case 'combination':
      return 'combinations'
    case 'postcode':
      return 'postcodes'
    default:
      return 'things'
  }
}

function findOwner(owners: Int32Array, { start, end }: Finding): number {
  for (let at = start; at < end; at++) {
    const owner = owners[at]
    if (owner !== undefined && owner !== 0) return owner
  }
  return 0
}

const urgency: Readonly<Record<Level, number>> = { likely: 0, check: 1, note: 2 }

/** What has a form of its own cannot be anything else; names are often parts of it, and of one another. */
const rankOfClass: Readonly<Record<FindingClass, number>> = {
  email: 0,
  url: 0,
  handle: 1,
  nhs: 1,
  nino: 1,
  passport: 1,
  driving_licence: 1,
  phone: 2,
  postcode: 2,
  reference: 3,
  plate: 3,
  address: 4,
  date: 5,
  age: 5,
  organisation: 6,
  person: 6,
  place: 6,
  combination: 7,
}

const namesInTurn: readonly FindingClass[] = ['organisation', 'person', 'place']

function bySaying(a: Finding, b: Finding): number {
  return (
    Number(b.kind === 'never-write') - Number(a.kind === 'never-write') ||
    rankOfClass[a.class] - rankOfClass[b.class] ||
    b.end - b.start - (a.end - a.start) ||
    urgency[a.level] - urgency[b.level] ||
    namesInTurn.indexOf(a.class) - namesInTurn.indexOf(b.class) ||
    a.start - b.start
  )
}
