import type { FormerSession } from '../actor.ts'
import type { Db } from '../db/connect.ts'
import { formSetAsidePage, signedOutPage } from './error-pages.ts'
import type { FormBody } from './form-body.ts'
import type { Page } from './reply.ts'
import type { ServerParts } from './server-parts.ts'
import { fieldsToKeep, hasPassword, typedText } from './typed-text.ts'

interface TurnedAway {
  readonly former: FormerSession | null
  /** Known to come from one of our pages, in the browser that had the session. */
  readonly form: FormBody
  /** Where it was sent to. */
  readonly path: string
  readonly formToken: string
  readonly inBackground: boolean
  readonly now: Date
}

/** Answers a form of somebody who is no longer signed in: what it says is set aside for them, or else given back. */
export async function turnAway(
  parts: Pick<ServerParts, 'setAside' | 'signInForm' | 'signInUrl'>,
  db: Db,
  turned: TurnedAway,
): Promise<Page> {
  const { former, form, path, now } = turned
  if (former === null) return signedOutPage(parts.signInUrl('/'), form, 'unknown')
  const { personId, ended } = former
  const fields = fieldsToKeep(form)
  const formId = isToBeKept(turned, former)
    ? await parts.setAside.keep(db, { personId, path, fields }, now)
    : null
  return formId === null
    ? signedOutPage(parts.signInUrl('/'), form, ended)
    : formSetAsidePage(parts.signInForm(turned, parts.setAside.url), ended, formId)
}

const ownName = /^[\w-]{1,100}$/

/** A script whose session ran out still has the text, on the screen and on the device. One that was revoked may not. */
function isToBeKept({ form, inBackground }: TurnedAway, { ended }: FormerSession): boolean {
  return (
    !(inBackground && ended === 'expired') &&
    !hasPassword(form) &&
    [...form.fields.keys()].every(name => ownName.test(name)) &&
    typedText(fieldsToKeep(form)).length > 0
  )
}
