import { dayIn, formatDay } from '../../../platform/day.ts'
import { table } from '../../../platform/ui/govuk/table.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { topics, type BalanceOfSession, type Topic } from '../time-spent.ts'

export const topicNames: Readonly<Record<Topic, string>> = {
  cases: 'Cases',
  reflection: 'Reflection',
  learning: 'Learning',
  wellbeing: 'Wellbeing',
}

const labelWidth = 96
const columnWidth = 34
const rowHeight = 36
const barWidth = 11
const barHeight = 24

/**
 * What the time went to over the sessions, as the two sides saw it: for each session and topic a bar of the supervisor's at the
 * left and one of the supervisees' at the right, which has a frame instead of a filling so that nobody needs to tell colours
 * apart. The table below has the same numbers, and is what a screen reader reads.
 */
export function balanceChart(sessions: readonly BalanceOfSession[], timeZone: string): Html {
  const width = labelWidth + sessions.length * columnWidth
  const height = topics.length * rowHeight + 34
  return html`<figure class="confer-balance">
    <svg
      class="confer-balance__chart"
      viewBox="0 0 ${width} ${height}"
      width="${width}"
      height="${height}"
      role="img"
      aria-labelledby="balance-title"
    >
      <title id="balance-title">How the time of the last ${sessions.length} sessions went, as told by the supervisor and by the supervisees. The table below has the same numbers.</title>
      ${topics.map(
        (topic, row) =>
          html`<text x="0" y="${row * rowHeight + 24}" class="confer-balance__label">${topicNames[topic]}</text>
            <line
              x1="${labelWidth}"
              x2="${width}"
              y1="${(row + 1) * rowHeight - 4}"
              y2="${(row + 1) * rowHeight - 4}"
              class="confer-balance__line"
            />`,
      )}
      ${sessions.map((session, column) => columnOf(session, column, timeZone))}
    </svg>
    <figcaption class="govuk-body-s">
      <span class="confer-balance__key confer-balance__key--supervisor"></span> filled: the supervisor.
      <span class="confer-balance__key confer-balance__key--supervisees"></span> framed: the supervisees; a lower
      bar where some of a group ticked it. Below: the day of each session.
    </figcaption>
  </figure>`
}

function columnOf(session: BalanceOfSession, column: number, timeZone: string): Html {
  const left = labelWidth + column * columnWidth + 4
  const [day = '', month = ''] = formatDay(dayIn(timeZone, session.startsAt)).split(' ')
  const { told, ticked } = session.supervisees
  return html`${topics.map((topic, row) => {
    const bottom = (row + 1) * rowHeight - 4
    const share = told === 0 ? 0 : ticked[topic] / told
    const height = Math.round(barHeight * share)
    return html`${
      session.supervisor?.includes(topic) === true &&
      html`<rect
          x="${left}"
          y="${bottom - barHeight}"
          width="${barWidth}"
          height="${barHeight}"
          class="confer-balance__supervisor"
        />`
    }
      ${
        height > 0 &&
        html`<rect
          x="${left + barWidth + 2}"
          y="${bottom - height}"
          width="${barWidth}"
          height="${height}"
          class="confer-balance__supervisees"
        />`
      }`
  })}
    <text x="${left}" y="${topics.length * rowHeight + 14}" class="confer-balance__day">${Number(day)}</text>
    <text x="${left}" y="${topics.length * rowHeight + 29}" class="confer-balance__day">${month.slice(0, 3)}</text>`
}

/** The same numbers, for whoever reads rather than looks. */
export function balanceTable(sessions: readonly BalanceOfSession[], timeZone: string): Html {
  return html`<section class="confer-scroll" tabindex="0" aria-label="Table: how the time went">
    ${table({
      caption: 'How the time went, session by session',
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: ['Session, and who says so', ...topics.map(topic => topicNames[topic])],
      rows: sessions.flatMap(session => {
        const day = formatDay(dayIn(timeZone, session.startsAt))
        const { told, ticked } = session.supervisees
        const { supervisor } = session
        return [
          [
            `${day}, supervisor`,
            ...topics.map(topic =>
              supervisor === null ? 'Not told' : supervisor.includes(topic) ? '1 of 1' : '0 of 1',
            ),
          ],
          [
            `${day}, supervisees`,
            ...topics.map(topic => (told === 0 ? 'Not told' : `${ticked[topic]} of ${told}`)),
          ],
        ]
      }),
    })}
  </section>`
}
