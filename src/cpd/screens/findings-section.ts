import { checkVersion } from '../../anonymisation/check-version.ts'
import { foundInWords, levelClasses, levelNames, notesInWords } from '../../anonymisation/finding-words.ts'
import { wordsAround } from '../../anonymisation/words-around.ts'
import { guidancePagePath } from '../../guidance/paths.ts'
import { findingsId } from '../../platform/ui/ask-once-more.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { details } from '../../platform/ui/govuk/details.ts'
import { tag } from '../../platform/ui/govuk/tag.ts'
import { hidden, postForm } from '../../platform/ui/form.ts'
import { html, nothing, type Html } from '../../platform/ui/html.ts'
import { counted } from '../../platform/ui/words.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import type { Question, RulePack } from '../../schemes/rule-pack.ts'
import { writeAt } from '../check-press.ts'
import { explainFound, type Choice, type FoundInPiece } from '../piece-check.ts'

export interface FindingsSection {
  readonly pack: RulePack
  /** Where its buttons lead. */
  readonly actUrl: string
  readonly version: number
  readonly found: readonly FoundInPiece[]
  readonly choices: readonly (readonly Choice[])[]
  readonly isKept: (found: FoundInPiece) => boolean
  /** What was done just now, if anything. */
  readonly notice: Html | null
  readonly changeUrl: (question: Question, row: number | null) => string
}

/** What might identify somebody, with a button for each thing that can be done about it. It works without a script. */
export function findingsSection(visit: SignedInVisit, section: FindingsSection): Html {
  const { actUrl, version, found, isKept } = section
  const open = found.filter(one => !isKept(one))
  const toLookAt = open.filter(({ finding }) => finding.level !== 'note')
  const notes = open.filter(({ finding }) => finding.level === 'note')
  const kept = found.filter(isKept)
  return html`<section aria-labelledby="${findingsId}" class="confer-findings">
    <h2 class="govuk-heading-m" id="${findingsId}" tabindex="-1">What might identify somebody</h2>
    ${section.notice}
    <p class="govuk-body">${foundInWords(toLookAt.length)}</p>
    <p class="govuk-body">
      A program looks for names, places, dates and the like, on this service’s own computers. It misses some, and
      some of what it finds is harmless. <a class="govuk-link" href="${guidancePagePath('confidentiality').url({})}">How to write without identifying anybody</a>
    </p>
    <div data-never-write-found></div>
    ${
      found.length > 0 &&
      postForm(
        visit,
        actUrl,
        html`${hidden('version', version)}${hidden('checkedBy', checkVersion)}
          ${toLookAt.length > 0 && byQuestion(section, toLookAt, 'open')}
          ${notes.length > 0 && details({ summary: notesInWords(notes.length), content: byQuestion(section, notes, 'open') })}
          ${kept.length > 0 && details({ summary: `${counted(kept.length, 'thing', 'things')} that you chose to keep`, content: byQuestion(section, kept, 'kept') })}`,
      )
    }
  </section>`
}

type Shown = 'open' | 'kept'

function byQuestion(section: FindingsSection, found: readonly FoundInPiece[], shown: Shown): Html {
  return html`${section.pack.questions.map(question => {
    const here = found.filter(({ place }) => place.questionId === question.id)
    if (here.length === 0) return nothing
    return html`<h3 class="govuk-heading-s">In “${question.label}”</h3>
      <ul class="govuk-list">
        ${here.map(one => item(section, question, one, shown))}
      </ul>`
  })}`
}

function item(section: FindingsSection, question: Question, one: FoundInPiece, shown: Shown): Html {
  const { text, finding, place } = one
  const { level, start, end } = finding
  const { before, found, after } = wordsAround(text, start, end)
  const at = writeAt({ place, start, end })
  return html`<li class="confer-finding">
    <p class="govuk-body confer-finding__words">${before}<mark class="confer-found">${found}</mark>${after}</p>
    <p class="govuk-body">${tag({ content: levelNames[level], classes: levelClasses[level] })} ${explainFound(one)}</p>
    <div class="govuk-button-group">
      ${
        shown === 'kept'
          ? press('ask-again', at, 'Ask about it again', `: “${found}”`)
          : html`${(section.choices[section.found.indexOf(one)] ?? []).map(({ words }, which) => press('rewrite', `${at} ${which}`, words, ` in place of “${found}”`))}
            ${press('keep', at, 'Keep it', `: “${found}”`)}`
      }
      <a class="govuk-link" href="${section.changeUrl(question, place.row)}">Change it yourself<span class="govuk-visually-hidden">: “${found}”</span></a>
    </div>
  </li>`
}

function press(action: 'rewrite' | 'keep' | 'ask-again', at: string, words: string, about: string): Html {
  return button({
    content: html`${words}<span class="govuk-visually-hidden">${about}</span>`,
    name: 'press',
    value: `${action} ${at}`,
    classes: 'govuk-button--secondary',
    preventDoubleClick: true,
  })
}
