import type { NamePool, NameSources } from './name-pools.ts'
import type { Random } from './random.ts'

/** A name as the frames ask for it: see `name-frames.ts`. */
export function makeName(kind: string, names: NameSources, random: Random): string {
  const pool = random.pick(names.pools)
  switch (kind) {
    case 'F':
      return makeFirst(pool, random)
    case 'L':
      return random.pick(pool.last)
    case 'N':
      return makeFull(pool, random)
    case 'T':
      return makeTitled(pool, random)
    case 'I':
      return makeInitials(random)
    default: {
      const draw = random.next()
      if (draw < 0.42) return makeFirst(pool, random)
      if (draw < 0.72) return makeFull(pool, random)
      if (draw < 0.9) return makeTitled(pool, random)
      if (draw < 0.95) return `${random.pick(pool.first).charAt(0)}. ${random.pick(pool.last)}`
      return draw < 0.98 ? random.pick(pool.last) : makeInitials(random)
    }
  }
}

function makeFirst(pool: NamePool, random: Random): string {
  return random.pick(pool.first)
}

function makeFull(pool: NamePool, random: Random): string {
  const draw = random.next()
  const first = random.pick(pool.first)
  const last = random.pick(pool.last)
  if (draw < 0.8) return `${first} ${last}`
  if (draw < 0.85) return `${first} ${last}-${random.pick(pool.last)}`
  if (draw < 0.9) return `${first} ${random.pick(pool.first)} ${last}`
  if (draw < 0.94) return `${first} ${random.pick(pool.last).charAt(0)}. ${last}`
  if (draw < 0.97) return `${first.charAt(0)}. ${last}`
  return `${first} ${random.pick(['de', 'van', 'van der', 'bin', 'al', 'El', "O'", 'Mc', 'ap'])} ${last}`.replaceAll(
    /(O'|Mc) /g,
    '$1',
  )
}

const titles = [
  'Mr',
  'Mrs',
  'Ms',
  'Miss',
  'Mr',
  'Mrs',
  'Dr',
  'Mr.',
  'Mrs.',
  'Dr.',
  'Prof',
  'Mx',
  'Rev',
  'Cllr',
  'Sir',
]

function makeTitled(pool: NamePool, random: Random): string {
  const draw = random.next()
  const title = random.pick(titles)
  if (draw < 0.6) return `${title} ${random.pick(pool.last)}`
  if (draw < 0.78) return `${title} ${random.pick(pool.first)} ${random.pick(pool.last)}`
  if (draw < 0.92) return `${title} ${random.pick(pool.first).charAt(0)}. ${random.pick(pool.last)}`
  if (draw < 0.96) return `${title} ${makeInitials(random)}`
  return `${title} ${random.pick(pool.first)}`
}

function makeInitials(random: Random): string {
  const letter = () => random.pick([...'ABCDEFGHJKLMNOPRSTWY'])
  return `${letter()}.${letter()}.`
}

export function makePlace(names: NameSources, random: Random): string {
  const draw = random.next()
  if (draw < 0.55) return random.pick(names.places).name
  return draw < 0.75 ? random.pick(names.largePlaces) : random.pick(names.farPlaces)
}

/** A street of some country: often called after somebody, who is nobody's patient. */
export function makeStreet(names: NameSources, random: Random): string {
  const pool = random.pick(names.pools)
  const person =
    random.next() < 0.4 ? `${random.pick(pool.first)} ${random.pick(pool.last)}` : random.pick(pool.last)
  const name = random.next() < 0.4 ? makePlace(names, random) : person
  return random.pick([
    `${name} Street`,
    `${name} Road`,
    `${name} Avenue`,
    `${name} Close`,
    `${name} Lane`,
    `${name} Drive`,
    `${name} Way`,
    `${name} Terrace`,
    `Via ${name}`,
    `Rue ${name}`,
    `Rue de ${name}`,
    `Rua ${name}`,
    `Calle ${name}`,
    `${name}straße`,
    `${name}strasse`,
    `${name}straat`,
    `${name}weg`,
    `${name}vej`,
    `${name}gatan`,
    `ulica ${name}`,
    `ul. ${name}`,
    `${name} utca`,
    name,
  ])
}

const makers: readonly ((a: string, b: string) => string)[] = [
  a => `${a} Primary School`,
  a => `${a} High School`,
  a => `St ${a}'s Primary School`,
  a => `${a} Academy`,
  a => `${a} College`,
  a => `University of ${a}`,
  a => `${a} University`,
  a => `${a} General Hospital`,
  a => `${a} Hospital`,
  a => `${a} House`,
  a => `${a} Children's Centre`,
  a => `${a} Family Centre`,
  a => `${a} Nursery`,
  a => `${a} Surgery`,
  a => `${a} Medical Centre`,
  a => `${a} City Council`,
  a => `${a} Council`,
  a => `${a} County Council`,
  a => `${a} NHS Foundation Trust`,
  a => `${a} Ward`,
  a => `${a} Care Home`,
  a => `${a} Lodge`,
  a => `${a} District Court`,
  a => `${a} Youth Club`,
  a => `${a} United`,
  a => `${a} Police`,
  a => `${a} Ltd`,
  a => `${a} Limited`,
  a => `${a} GmbH`,
  a => `${a} Inc`,
  a => `${a} Bank`,
  a => `${a} Group`,
  a => `${a} Technologies`,
  a => `${a} Systems`,
  a => `${a} Solutions`,
  (a, b) => `${a} & ${b}`,
  (a, b) => `${a}-${b}`,
  (a, b) => `${a} and ${b} LLP`,
  a => `${a} and Sons`,
  a => `${a} Labs`,
  a => `${a} Energy`,
  a => `${a} Partners`,
  a => `${a} Consulting`,
  a => `${a} Holdings`,
  a => `${a}com`,
  a => `${a}soft`,
  a => `Open ${a}`,
  a => a,
  (a, b) => `${a} and ${b} Solicitors`,
  (a, b) => `${a}, ${b} & Co`,
]

export function makeOrganisation(names: NameSources, random: Random): string {
  const part = () =>
    random.next() < 0.5 ? random.pick(names.places).name : random.pick(random.pick(names.pools).last)
  return random.pick(makers)(part(), part())
}

/** One slip of the fingers. */
export function misspell(name: string, random: Random): string {
  if (name.length < 5) return name
  const at = 1 + Math.floor(random.next() * (name.length - 2))
  const draw = random.next()
  const letter = name.charAt(at)
  if (letter === ' ' || letter === '.') return name
  if (draw < 0.33) return name.slice(0, at) + name.slice(at + 1)
  if (draw < 0.66) return name.slice(0, at) + letter + name.slice(at)
  return name.slice(0, at) + name.charAt(at + 1) + letter + name.slice(at + 2)
}
