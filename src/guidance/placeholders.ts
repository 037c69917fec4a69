import { whoReceivesIt } from '../cpd/who-receives-it.ts'
import { formatDay, formatMoment } from '../platform/day.ts'
import { escapeMarkdown } from '../platform/ui/markdown.ts'
import { dayInYear, lastMinuteOf } from '../schemes/registration-year.ts'
import type { YearToExplain } from './year-to-explain.ts'

/** What the one who runs this copy of Confer has set, as far as the guidance tells of it. */
export interface AboutThisCopy {
  readonly recordGoesTo: 'nobody' | 'regulator'
  /** An e-mail address, a web address or words; `null` where none is set. */
  readonly contact: string | null
}

/** The Markdown that each placeholder stands for, by its name. */
export type Placeholders = Readonly<Record<string, string>>

/** Everything that depends on the rule pack or on the copy of Confer: the prose itself knows no number and no date. */
export function placeholders({ year, pack }: YearToExplain, copy: AboutThisCopy): Placeholders {
  const { pieces, piecesWithPeerReflection } = pack.requirement
  return {
    pieces: String(pieces),
    piecesWithPeerReflection: String(piecesWithPeerReflection),
    cutOff: cutOff(pack.registrationYear.timeZone, lastMinuteOf(year)),
    yearStart: formatDay(year.firstDay),
    yearEnd: formatDay(year.lastDay),
    mustBeRegisteredBefore: formatDay(dayInYear(pack, year.closingYear, pack.whoMust.registeredBefore)),
    timeAfterCutOff: timeAfterCutOff(pack.graceDays),
    peerCategories: pack.peerCategories
      .filter(category => category.group === 'other-professional')
      .map(category => `- ${escapeMarkdown(category.name)}`)
      .join('\n'),
    whoReceivesIt: escapeMarkdown(whoReceivesIt(copy.recordGoesTo, pack.names.regulator)),
    contact: contactSentence(copy.contact),
  }
}

/** Throws on a placeholder that stands for nothing, so that no page ever shows one. */
export function fillPlaceholders(markdown: string, values: Placeholders): string {
  return markdown.replace(/\{\{(.*?)\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined)
      throw new Error(`The guidance has a placeholder “${name}” that stands for nothing`)
    return value
  })
}

/** '11:59pm on 30 November 2026', which reads on into "UK time". */
function cutOff(timeZone: string, lastMinute: Date): string {
  const [day = '', time = ''] = formatMoment(timeZone, lastMinute).split(' at ')
  return `${time} on ${day}`
}

function timeAfterCutOff(graceDays: number): string {
  if (graceDays === 0) return 'There is no extra time afterwards.'
  const days = graceDays === 1 ? '1 more day' : `${graceDays} more days`
  return `After that you have ${days} in which to submit. The date of each piece must still be inside the year.`
}

function contactSentence(contact: string | null): string {
  if (contact === null) return 'Whoever runs this copy of Confer has not said yet how to reach them.'
  return `You can reach them at: ${contactLink(contact)}`
}

/** A link where it is plainly an address, by Markdown's own way of writing one. */
function contactLink(contact: string): string {
  if (/^[^\s<>@]+@[a-z0-9.-]+$/i.test(contact) || /^https?:\/\/[^\s<>]+$/.test(contact)) return `<${contact}>`
  return escapeMarkdown(contact)
}
