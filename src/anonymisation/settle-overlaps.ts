import type { Finding, FindingClass, Level } from './finding.ts'

/**
 * One finding for each thing in a text: of several rules that found the same stretch or parts of it, the one that says most,
 * at the most urgent level that any of its class gave it. A postcode in an address stays beside it, and a combination beside
 * everything, since it speaks of what lies in it.
 */
export function settleOverlaps(text: string, findings: readonly Finding[]): readonly Finding[] {
  const settled: Finding[] = []
  const ownersOn: Record<Layer, Int32Array> = {
    things: new Int32Array(text.length),
    postcodes: new Int32Array(text.length),
    combinations: new Int32Array(text.length),
  }
  for (const finding of [...findings].sort(bySaying)) {
    const owners = ownersOn[layerOf(finding)]
    const rival = findOwner(owners, finding)
    const kept = settled[rival - 1]
    if (kept === undefined) {
      settled.push(finding)
      owners.fill(settled.length, finding.start, finding.end)
    } else if (kept.class === finding.class && urgency[finding.level] < urgency[kept.level]) {
      settled[rival - 1] = { ...kept, level: finding.level }
    }
  }
  return settled.sort((a, b) => a.start - b.start || b.end - a.end)
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

/** Which finding, counted from 1, has a part of this stretch already; 0 where none has. */
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
