import { explainInJobRole } from '../../anonymisation/as-job-role.ts'
import { checkTexts } from '../../anonymisation/check-texts.ts'
import { explain } from '../../anonymisation/explanation.ts'
import { everywhereInWords, isRemoval, rewriteInWords } from '../../anonymisation/finding-words.ts'
import { keptForm } from '../../anonymisation/kept-form.ts'
import type { Model } from '../../anonymisation/names/model.ts'
import { offersFor, type FoundAmong, type Offer, type RewriteAmong } from '../../anonymisation/offers.ts'
import { shownFindings } from '../../anonymisation/shown-findings.ts'
import { wordsAround } from '../../anonymisation/words-around.ts'
import { isKnownName, knownWords } from '../../supervision/known-names.ts'
import type { CheckRequest, FoundInText, RewriteOfText } from './check-request.ts'

/** As `checkPiece` does on the server, with what is said and done about each finding. */
export function findInTexts(
  { texts, neverWrite, knownNames, replaced }: Omit<CheckRequest, 'number'>,
  model: Model,
): FoundInText[][] {
  const checked = checkTexts(
    texts.map(({ text }) => text),
    model,
    { neverWrite },
  )
  const known = knownWords(knownNames)
  const found = texts.flatMap(({ text, isJobRole }, index) =>
    shownFindings(checked[index] ?? [], isJobRole)
      .filter(finding => !isKnownName(text, finding, known))
      .map(finding => ({ index, text, isJobRole, finding })),
  )
  const offers = offersFor(found, replaced)
  const answer = texts.map((): FoundInText[] => [])
  const cite = (rewrite: RewriteAmong): RewriteOfText => ({
    ...rewrite,
    before: texts[rewrite.index]?.text.slice(rewrite.start, rewrite.end) ?? '',
  })
  found.forEach((one, place) => {
    const offer = offers[place]
    if (offer) answer[one.index]?.push(spelledOut(one, offer, cite))
  })
  return answer
}

function spelledOut(
  { index, text, isJobRole, finding }: FoundAmong,
  { name, rewrites, everywhere }: Offer,
  cite: (rewrite: RewriteAmong) => RewriteOfText,
): FoundInText {
  const { start, end, level } = finding
  const explanation = explain(finding)
  const words = wordsAround(text, start, end)
  return {
    start,
    end,
    level,
    name,
    keptForm: keptForm(finding, text),
    words,
    why: isJobRole && finding.class === 'person' ? explainInJobRole(explanation) : explanation,
    choices: [
      ...rewrites.map(rewrite => ({
        words: rewriteInWords(rewrite),
        done: isRemoval(rewrite.label)
          ? `Removed “${words.found}”.`
          : `Replaced “${words.found}” with “${rewrite.replacement}”.`,
        edits: [cite({ ...rewrite, index })],
      })),
      ...everywhere.map(each => ({
        words: everywhereInWords(each),
        done: `Replaced “${words.found}” everywhere with “${each.label}”.`,
        edits: each.edits.map(cite),
      })),
    ],
  }
}
