/** What kind of thing was found. The names are those that `npm run anonymise` prints. */
export type FindingClass =
  | 'person'
  | 'address'
  | 'postcode'
  | 'phone'
  | 'email'
  | 'url'
  | 'handle'
  | 'nhs'
  | 'nino'
  | 'passport'
  | 'driving_licence'
  | 'reference'
  | 'plate'
  | 'date'
  | 'age'
  | 'organisation'
  | 'place'
  | 'combination'

/**
 * How sure we are that it may identify somebody. `likely`: asked about once more at submission. `check`: please look.
 * `note`: for completeness, such as a published author.
 */
export type Level = 'likely' | 'check' | 'note'

/** Which rule found it: the words that explain it and the rewrites that fit it go by this. */
export type FindingKind =
  | 'name'
  | 'initials'
  | 'author'
  | 'address'
  | 'postcode'
  | 'phone'
  | 'email'
  | 'url'
  | 'handle'
  | 'nhs'
  | 'nino'
  | 'passport'
  | 'driving-licence'
  | 'reference'
  | 'plate'
  | 'birth-date'
  | 'exact-date'
  | 'age'
  | 'school'
  | 'home'
  | 'ward'
  | 'team'
  | 'employer'
  | 'body'
  | 'place'
  | 'combination'
  | 'never-write'

/** A stretch of one text, in UTF-16 units as JavaScript counts them: from `start` up to, not including, `end`. */
export interface Finding {
  readonly start: number
  readonly end: number
  readonly class: FindingClass
  readonly level: Level
  readonly kind: FindingKind
  /** Of a combination: which mild facts together point to one person. */
  readonly facts?: readonly Fact[]
}

/** A mild fact: nothing by itself, something together with others. */
export type Fact = 'age' | 'family' | 'place' | 'condition' | 'event' | 'ethnicity' | 'date' | 'occupation'

/** Something that its author never wants to write: kept on their device only. */
export interface NeverWrite {
  readonly text: string
  readonly class: 'person' | 'organisation' | 'place'
}
