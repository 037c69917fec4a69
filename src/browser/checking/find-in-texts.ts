import { explainInJobRole, rewritesInJobRole } from '../../anonymisation/as-job-role.ts'
import { checkTexts } from '../../anonymisation/check-texts.ts'
import { explain } from '../../anonymisation/explanation.ts'
import type { Finding } from '../../anonymisation/finding.ts'
import { keptForm } from '../../anonymisation/kept-form.ts'
import type { Model } from '../../anonymisation/names/model.ts'
import { rewritesFor } from '../../anonymisation/rewrites.ts'
import { shownFindings } from '../../anonymisation/shown-findings.ts'
import { wordsAround } from '../../anonymisation/words-around.ts'
import { isKnownName, knownWords } from '../../supervision/known-names.ts'
import type { CheckRequest, FoundInText, TextToCheck } from './check-request.ts'

/** As `checkPiece` does on the server, with what is said and done about each finding. */
export function findInTexts(
  { texts, neverWrite, knownNames }: Pick<CheckRequest, 'texts' | 'neverWrite' | 'knownNames'>,
  model: Model,
): FoundInText[][] {
  const found = checkTexts(
    texts.map(({ text }) => text),
    model,
    { neverWrite },
  )
  const known = knownWords(knownNames)
  return texts.map((asked, index) =>
    shownFindings(found[index] ?? [], asked.isJobRole)
      .filter(finding => !isKnownName(asked.text, finding, known))
      .map(finding => spelledOut(asked, finding)),
  )
}

function spelledOut({ text, isJobRole }: TextToCheck, finding: Finding): FoundInText {
  const { start, end, level } = finding
  const isNameInRole = isJobRole && finding.class === 'person'
  const explanation = explain(finding)
  const rewrites = isNameInRole ? rewritesInJobRole(finding, text) : rewritesFor(finding, text)
  return {
    start,
    end,
    level,
    keptForm: keptForm(finding, text),
    words: wordsAround(text, start, end),
    why: isNameInRole ? explainInJobRole(explanation) : explanation,
    rewrites: rewrites.map(rewrite => ({ ...rewrite, before: text.slice(rewrite.start, rewrite.end) })),
  }
}
