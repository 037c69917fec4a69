import { explain } from '../../anonymisation/explanation.ts'
import { foundInWords, levelClasses, levelNames, notesInWords } from '../../anonymisation/finding-words.ts'
import { wordsAround } from '../../anonymisation/words-around.ts'
import { guidancePagePath } from '../../guidance/paths.ts'
import { findingsId } from '../../platform/ui/ask-once-more.ts'
import { details } from '../../platform/ui/govuk/details.ts'
import { tag } from '../../platform/ui/govuk/tag.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import type { FoundIn, HeadedText } from '../find-in-texts.ts'

/** Where a text can be changed; null where nobody changes what somebody else said. */
type ChangeUrl<Of> = (text: Of) => string | null

/** What might identify somebody, for whoever signs or adds it: advice, and in nobody's way. */
export function findingsPart<Of extends HeadedText>(
  found: readonly FoundIn<Of>[],
  changeUrl: ChangeUrl<Of>,
): Html {
  const toLookAt = found.filter(({ finding }) => finding.level !== 'note')
  const notes = found.filter(({ finding }) => finding.level === 'note')
  return html`<section aria-labelledby="${findingsId}" class="confer-findings">
    <h2 class="govuk-heading-m" id="${findingsId}" tabindex="-1">What might identify somebody</h2>
    <p class="govuk-body">${foundInWords(toLookAt.length)}</p>
    <p class="govuk-body">
      A program looks for names, places, dates and the like, on this service’s own computers, and keeps nothing of what
      it finds. It leaves out the names of those in this supervision. It misses some, and some of what it finds is
      harmless. <a class="govuk-link" href="${guidancePagePath('confidentiality').url({})}">How to write without identifying anybody</a>
    </p>
    ${toLookAt.length > 0 && byHeading(toLookAt, changeUrl)}
    ${notes.length > 0 && details({ summary: notesInWords(notes.length), content: byHeading(notes, changeUrl) })}
  </section>`
}

function byHeading<Of extends HeadedText>(found: readonly FoundIn<Of>[], changeUrl: ChangeUrl<Of>): Html {
  return html`${[...Map.groupBy(found, one => one.in.heading)].map(
    ([heading, here]) =>
      html`<h3 class="govuk-heading-s">In “${heading}”</h3>
        <ul class="govuk-list">
          ${here.map(one => item(one, changeUrl))}
        </ul>`,
  )}`
}

function item<Of extends HeadedText>({ in: text, finding }: FoundIn<Of>, changeUrl: ChangeUrl<Of>): Html {
  const { before, found, after } = wordsAround(text.text, finding.start, finding.end)
  const url = changeUrl(text)
  return html`<li class="confer-finding">
    <p class="govuk-body confer-finding__words">${before}<mark class="confer-found">${found}</mark>${after}</p>
    <p class="govuk-body">${tag({ content: levelNames[finding.level], classes: levelClasses[finding.level] })} ${explain(finding)}</p>
    <p class="govuk-body">
      ${
        url === null
          ? 'Only whoever wrote the comment can change it.'
          : html`<a class="govuk-link" href="${url}">Change it<span class="govuk-visually-hidden">: “${found}”</span></a>`
      }
    </p>
  </li>`
}
