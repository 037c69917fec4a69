import { yearToExplain } from '../guidance/year-to-explain.ts'
import { anyone, get, post, type Route } from '../platform/web/route.ts'
import type { RulePacks } from '../schemes/rule-pack.ts'
import { whichIsItPath } from './paths.ts'
import { outcomePage } from './screens/outcome.ts'
import { questionsPage, whichIsItForm } from './screens/questions.ts'
import { answersFrom, readChosen } from './which-is-it-questions.ts'

/** Open to anyone: nothing that is answered here is kept, and no record is looked at. */
export function whichIsItRoutes({ packs }: { readonly packs: RulePacks }): Route[] {
  return [
    get(whichIsItPath, anyone, visit =>
      questionsPage(
        visit,
        readChosen(field => visit.query.get(field) ?? ''),
        false,
      ),
    ),
    post(whichIsItPath, anyone, whichIsItForm, visit => {
      const chosen = readChosen(field => visit.form.text(field))
      const answers = answersFrom(chosen)
      if (answers === null) return questionsPage(visit, chosen, true)
      return outcomePage(answers, yearToExplain(packs, visit.now), visit.actor.kind !== 'nobody')
    }),
  ]
}
