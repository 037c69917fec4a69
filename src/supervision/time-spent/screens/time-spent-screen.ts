import { button } from '../../../platform/ui/govuk/button.ts'
import { checkboxes } from '../../../platform/ui/govuk/checkboxes.ts'
import { notificationBanner } from '../../../platform/ui/govuk/notification-banner.ts'
import { summaryList } from '../../../platform/ui/govuk/summary-list.ts'
import { formPage, type FieldErrors } from '../../../platform/ui/field-errors.ts'
import { postForm } from '../../../platform/ui/form.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { inAList } from '../../../platform/ui/words.ts'
import type { FormBody } from '../../../platform/web/form-body.ts'
import type { Page } from '../../../platform/web/reply.ts'
import { knownAs } from '../../known-as.ts'
import type { OpenedSession, SessionVisit } from '../../open-session.ts'
import { timeSpentPath } from '../paths.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import { backToSession, sessionCaption } from '../../screens/session-caption.ts'
import { takesPart } from '../../sessions/session-facts.ts'
import { mayTell, ticksToSee, topics, type BalanceOfSession, type Ticks, type Topic } from '../time-spent.ts'
import { balanceChart, balanceTable, topicNames } from './balance-chart.ts'

const noneOfThese = 'none'

/** What was ticked; null where nothing was, not even “None of these”. */
export function readTicks(form: FormBody): readonly Topic[] | null {
  const chosen = form.all('topics')
  const known = topics.filter(topic => chosen.includes(topic))
  return known.length > 0 || chosen.includes(noneOfThese) ? known : null
}

interface TimeSpentView {
  readonly opened: OpenedSession
  readonly ticks: readonly Ticks[]
  /** Of sessions that whoever looks may see, the oldest first. */
  readonly balance: readonly BalanceOfSession[]
  readonly timeZone: string
  readonly errors: FieldErrors
  readonly isTold: boolean
}

export function timeSpentScreen(visit: SessionVisit, view: TimeSpentView): Page {
  const { opened, ticks, balance, timeZone, errors, isTold } = view
  const { personId } = visit.actor
  const title = 'How the time went'
  const mine = ticks.find(one => one.personId === personId)
  const seen = ticksToSee(opened, ticks, personId)
  return formPage({
    title,
    errors,
    back: backToSession(visit.params),
    main: html`${isTold && notificationBanner({ title: 'Done', content: 'What you ticked is kept.' })}
    ${sessionCaption(opened.day)}
    <h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body">
      Each of you ticks what the session gave time to. You see what the others ticked once you have ticked
      yourself, and it can be changed until they have.
    </p>
    ${opened.session.state !== 'held' && html`<p class="govuk-body">You can say so once the session has been held.</p>`}
    ${mayTell(opened, ticks, personId) && tickForm(visit, mine, errors)}
    ${seen.length > 0 && whoTicked(seen, opened, personId)}
    ${seen.length === 0 && ticks.length > 0 && html`<p class="govuk-body">Somebody else has ticked already.</p>`}
    ${seen.length === 0 && ticks.length === 0 && !takesPart(opened, personId) && html`<p class="govuk-body">Nobody has ticked yet.</p>`}
    ${
      balance.length > 0 &&
      html`<h2 class="govuk-heading-m">Over time</h2>
        ${balanceChart(balance, timeZone)} ${balanceTable(balance, timeZone)}`
    }
    ${courtNotice(opened.policyToday, opened.relationship)}`,
  })
}

function tickForm(visit: SessionVisit, mine: Ticks | undefined, errors: FieldErrors): Html {
  return postForm(
    visit,
    timeSpentPath.url(visit.params),
    html`${checkboxes({
      name: 'topics',
      legend: { content: 'What did the session give time to?', classes: 'govuk-fieldset__legend--m' },
      hint: 'Tick all that had a real part of it.',
      error: errors.get('topics'),
      values: mine === undefined ? [] : mine.topics.length === 0 ? [noneOfThese] : mine.topics,
      items: [
        {
          value: 'cases',
          content: 'Cases',
          hint: 'Work with the people you support, and decisions about it.',
        },
        {
          value: 'reflection',
          content: 'Reflection',
          hint: 'Thinking about practice, feelings and choices.',
        },
        { value: 'learning', content: 'Learning', hint: 'Training, knowledge, skills, career.' },
        { value: 'wellbeing', content: 'Wellbeing', hint: 'How you are, workload, support.' },
        { divider: 'or' },
        { value: noneOfThese, content: 'None of these', behaviour: 'exclusive' },
      ],
    })}
    ${button({ content: mine === undefined ? 'Keep what I ticked' : 'Change what I ticked', preventDoubleClick: true })}`,
  )
}

function whoTicked(ticks: readonly Ticks[], { names }: OpenedSession, personId: string): Html {
  const isMine = (one: Ticks) => one.personId === personId
  return html`<h2 class="govuk-heading-m">This session</h2>
    ${summaryList({
      rows: [...ticks.filter(isMine), ...ticks.filter(one => !isMine(one))].map(one => ({
        key: isMine(one) ? 'You' : knownAs(names, one.personId),
        value:
          one.topics.length === 0 ? 'None of these' : inAList(one.topics.map(topic => topicNames[topic])),
      })),
    })}`
}
