import { localAddress } from '../accounts/local-address.ts'
import { notFoundPage } from '../platform/web/error-pages.ts'
import { json, redirect } from '../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../platform/web/route.ts'
import { discardForm } from './actions/discard-form.ts'
import { discardFormPath, setAsidePath } from './paths.ts'
import { discardScreen, setAsideScreen } from './screens/set-aside.ts'
import { findSetAside, listSetAside } from './set-aside-store.ts'

interface Settings {
  readonly timeZone: string
  /** What a piece is asked about at that moment. */
  readonly pieceQuestions: (now: Date) => readonly { readonly id: string; readonly label: string }[]
}

/** What was sent after its sender had been signed out, shown to them alone. */
export function setAsideRoutes({ timeZone, pieceQuestions }: Settings): Route[] {
  const around = (visit: SignedInVisit) => ({
    timeZone,
    next: localAddress(visit.query.get('next')),
    pieceLabels: Object.fromEntries(pieceQuestions(visit.now).map(({ id, label }) => [id, label])),
  })
  return [
    get(setAsidePath, signedIn, async visit => {
      const forms = await listSetAside(visit.db, visit.actor.personId)
      return setAsideScreen(visit, forms, around(visit))
    }),
    get(discardFormPath, signedIn, async visit => {
      const form = await findSetAside(visit.db, visit.actor.personId, visit.params.formId)
      if (form === null) return notFoundPage()
      return discardScreen(visit, form, around(visit))
    }),
    post(discardFormPath, signedIn, { once: ['next'] }, async visit => {
      const discarded = await discardForm(visit.db, visit.actor.personId, visit.params.formId)
      if (!discarded.ok) return notFoundPage()
      if (visit.inBackground) return json({ outcome: 'discarded' })
      const next = visit.form.text('next')
      return redirect(setAsidePath.url({}, next === '' ? {} : { next: localAddress(next) }))
    }),
  ]
}
