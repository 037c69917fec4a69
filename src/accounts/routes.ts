import { dayIn } from '../platform/day.ts'
import type { Queue } from '../platform/jobs/queue.ts'
import { notFoundPage } from '../platform/web/error-pages.ts'
import { json, redirect, type JsonReply, type Redirect } from '../platform/web/reply.ts'
import type { Path } from '../platform/web/path.ts'
import { anyone, get, post, postFromMail, signedIn, type Route, type Visit } from '../platform/web/route.ts'
import { hashToken } from '../platform/web/token.ts'
import { setAsidePath } from '../set-aside/paths.ts'
import { findAnySetAside } from '../set-aside/set-aside-store.ts'
import { askForNewPassword } from './actions/ask-for-new-password.ts'
import { changePassword } from './actions/change-password.ts'
import { changeRegistration } from './actions/change-registration.ts'
import { offPurposes, type OptionalMail } from './optional-mail.ts'
import { chooseMails, turnMailsOff } from './actions/choose-mails.ts'
import { confirmSignUp } from './actions/confirm-sign-up.ts'
import { endOtherSessions, endSession } from './actions/end-session.ts'
import { setNewPassword } from './actions/set-new-password.ts'
import { signIn } from './actions/sign-in.ts'
import { signOut } from './actions/sign-out.ts'
import type { StartedSession } from './actions/start-session.ts'
import { signUp } from './actions/sign-up.ts'
import { useSignInLink } from './actions/use-sign-in-link.ts'
import { callerOf, sharedComputerField } from './caller.ts'
import { localAddress } from './local-address.ts'
import { findMailedLink } from './mailed-links-store.ts'
import {
  changePasswordPath,
  changeRegistrationPath,
  changeRemindersPath,
  changeSignatureMailsPath,
  confirmPath,
  createAccountPath,
  endOtherSessionsPath,
  endSessionPath,
  forgottenPasswordPath,
  newPasswordPath,
  remindersOffPath,
  signatureMailsOffPath,
  sessionsPath,
  settingsPath,
  signedOutPath,
  signInLinkPath,
  signInPath,
  signOutPath,
} from './paths.ts'
import { findRecipient, findRegistrationDetails } from './people-store.ts'
import { changePasswordForm, changePasswordPage } from './screens/change-password-screen.ts'
import { changeRegistrationForm, changeRegistrationPage } from './screens/change-registration-screen.ts'
import { confirmLinkNotValidPage, confirmPage, confirmRefusedPage } from './screens/confirm-screen.ts'
import {
  forgottenPasswordPage,
  newPasswordLinkNotValidPage,
  newPasswordMailedPage,
  newPasswordPage,
} from './screens/forgotten-password-screen.ts'
import {
  readTypedRegistration,
  typedFrom,
  withPressedRow,
  type NumberWords,
} from './screens/registration-fields.ts'
import {
  chosenFields,
  mailsAreOffPage,
  mailsLinkNotValidPage,
  mailsOffForm,
  mailsOffPage,
  optionalMailPage,
} from './screens/optional-mails-screen.ts'
import { endSessionForm, sessionsPage } from './screens/sessions-screen.ts'
import { settingsPage, settingsUrl } from './screens/settings-screen.ts'
import {
  linkMailedPage,
  refusedInWords,
  readSignIn,
  signedOutPage,
  signInForm,
  signInLinkForm,
  signInLinkNotValidPage,
  signInLinkPage,
  signInPage,
} from './screens/sign-in-screen.ts'
import {
  checkYourEmailPage,
  emptySignUp,
  readSignUp,
  signUpForm,
  signUpPage,
} from './screens/sign-up-screen.ts'
import { tooManyPage } from './screens/too-many.ts'
import { sessionRoutes } from './session-routes.ts'
import { listSessions } from './sessions-store.ts'
import { hasSignUp } from './sign-ups-store.ts'

export interface AccountSettings {
  readonly queue: Pick<Queue, 'enqueue'>
  /** The scheme that people register with. */
  readonly scheme: string
  /** Where the regulator's calendar is kept: says which day is today. */
  readonly timeZone: string
  /** For how many days a device may keep what its owner writes. */
  readonly offlineDays: number
  readonly registrationNumber: NumberWords
}

const homeUrl = '/'
const passwordForm = { once: ['password', sharedComputerField] }

export function accountRoutes(settings: AccountSettings): Route[] {
  return [
    ...signUpRoutes(settings),
    ...signInRoutes(settings),
    ...passwordRoutes(settings),
    ...settingsRoutes(settings),
    ...sessionRoutes(settings),
  ]
}

function signUpRoutes({ queue, scheme, timeZone, registrationNumber: words }: AccountSettings): Route[] {
  return [
    get(createAccountPath, anyone, visit =>
      visit.actor.kind === 'nobody'
        ? signUpPage(visit, words, { ...emptySignUp, next: localAddress(visit.query.get('next')) })
        : redirect(localAddress(visit.query.get('next'))),
    ),
    post(createAccountPath, anyone, signUpForm, async visit => {
      const typed = readSignUp(visit.form)
      const registration = withPressedRow(visit.form, typed.registration)
      if (registration !== null) return signUpPage(visit, words, { ...typed, registration })
      const today = dayIn(timeZone, visit.now)
      const signedUp = await signUp(visit.db, { queue, scheme }, typed, callerOf(visit), visit.now, today)
      if (signedUp.ok) return checkYourEmailPage(signedUp.value.email)
      switch (signedUp.refusal.kind) {
        case 'wrong-answers':
          return signUpPage(visit, words, typed, signedUp.refusal.problems)
        case 'too-many':
          return tooManyPage()
      }
    }),
    get(confirmPath, anyone, async visit =>
      (await hasSignUp(visit.db, hashToken(visit.params.token), visit.now))
        ? confirmPage(visit)
        : confirmLinkNotValidPage(),
    ),
    post(confirmPath, anyone, passwordForm, async visit => {
      const typed = { token: visit.params.token, password: visit.form.text('password') }
      const confirmed = await confirmSignUp(visit.db, typed, callerOf(visit), visit.now)
      return confirmed.ok
        ? goOn(visit, confirmed.value, confirmed.value.next ?? homeUrl)
        : confirmRefusedPage(visit, confirmed.refusal)
    }),
  ]
}

function signInRoutes({ queue }: AccountSettings): Route[] {
  return [
    get(signInPath, anyone, visit => {
      const next = localAddress(visit.query.get('next'))
      return visit.actor.kind === 'nobody'
        ? signInPage(visit, { email: '', password: '', next })
        : redirect(next)
    }),
    post(signInPath, anyone, signInForm, async visit => {
      const typed = readSignIn(visit.form)
      const signedInNow = await signIn(visit.db, queue, typed, callerOf(visit), visit.now)
      if (signedInNow.ok) return goOn(visit, signedInNow.value, typed.next)
      if (visit.inBackground) {
        const outcome = signedInNow.refusal === 'mailed-a-link' ? 'mailed-a-link' : 'refused'
        return json({ outcome, message: refusedInWords(signedInNow.refusal) })
      }
      if (signedInNow.refusal === 'mailed-a-link') return linkMailedPage()
      return signInPage(visit, typed, signedInNow.refusal)
    }),
    get(signInLinkPath, anyone, async visit =>
      (await findMailedLink(visit.db, hashToken(visit.params.token), 'sign-in', visit.now)) === null
        ? signInLinkNotValidPage()
        : signInLinkPage(visit),
    ),
    post(signInLinkPath, anyone, signInLinkForm, async visit => {
      const used = await useSignInLink(visit.db, visit.params.token, callerOf(visit), visit.now)
      return used.ok ? goOn(visit, used.value, homeUrl) : signInLinkNotValidPage()
    }),
    // For anyone: whoever was signed out meanwhile wanted just that.
    post(signOutPath, anyone, { once: [] }, async visit => {
      if (visit.actor.kind === 'practitioner') await signOut(visit.db, visit.actor, visit.now)
      return redirect(signedOutPath.url({}), { session: null })
    }),
    get(signedOutPath, anyone, () => signedOutPage()),
  ]
}

/** After signing in: to where somebody was going, but first past what was set aside for them. */
async function goOn(
  { db, inBackground }: Pick<Visit, 'db' | 'inBackground'>,
  { personId, session, device }: StartedSession,
  next: string,
): Promise<Redirect | JsonReply> {
  const cookies = { session, device }
  if (inBackground) return json({ outcome: 'signed-in' }, { cookies })
  const setAsideUrl = setAsidePath.url({})
  if (next.startsWith(setAsideUrl) || !(await findAnySetAside(db, personId))) return redirect(next, cookies)
  return redirect(next === homeUrl ? setAsideUrl : setAsidePath.url({}, { next }), cookies)
}

function passwordRoutes({ queue }: AccountSettings): Route[] {
  return [
    get(forgottenPasswordPath, anyone, visit => forgottenPasswordPage(visit, '')),
    post(forgottenPasswordPath, anyone, { once: ['email'] }, async visit => {
      const email = visit.form.text('email')
      const asked = await askForNewPassword(visit.db, queue, email, callerOf(visit), visit.now)
      if (asked.ok) return newPasswordMailedPage(asked.value.email)
      switch (asked.refusal) {
        case 'email-missing':
          return forgottenPasswordPage(visit, email, 'missing')
        case 'not-an-address':
          return forgottenPasswordPage(visit, email, 'not-an-address')
      }
    }),
    get(newPasswordPath, anyone, async visit =>
      (await findMailedLink(visit.db, hashToken(visit.params.token), 'reset-password', visit.now)) === null
        ? newPasswordLinkNotValidPage()
        : newPasswordPage(visit),
    ),
    post(newPasswordPath, anyone, passwordForm, async visit => {
      const typed = { token: visit.params.token, password: visit.form.text('password') }
      const set = await setNewPassword(visit.db, queue, typed, callerOf(visit), visit.now)
      if (set.ok) return goOn(visit, set.value, homeUrl)
      return set.refusal === 'link-not-valid'
        ? newPasswordLinkNotValidPage()
        : newPasswordPage(visit, set.refusal)
    }),
  ]
}

function settingsRoutes({ queue, timeZone, registrationNumber: words }: AccountSettings): Route[] {
  return [
    get(settingsPath, signedIn, async visit => {
      const { personId } = visit.actor
      const person = await findRecipient(visit.db, personId)
      const details = await findRegistrationDetails(visit.db, personId)
      if (person === null || details === null) return notFoundPage()
      return settingsPage(visit, person, details, words.label)
    }),
    get(changePasswordPath, signedIn, visit => changePasswordPage(visit)),
    post(changePasswordPath, signedIn, changePasswordForm, async visit => {
      const typed = { current: visit.form.text('currentPassword'), chosen: visit.form.text('newPassword') }
      const changed = await changePassword(visit.db, visit.actor, visit.now, queue, typed)
      return changed.ok ? redirect(settingsUrl('password')) : changePasswordPage(visit, changed.refusal)
    }),
    get(changeRegistrationPath, signedIn, async visit => {
      const details = await findRegistrationDetails(visit.db, visit.actor.personId)
      return details === null ? notFoundPage() : changeRegistrationPage(visit, words, typedFrom(details))
    }),
    post(changeRegistrationPath, signedIn, changeRegistrationForm, async visit => {
      const typed = readTypedRegistration(visit.form)
      const withRow = withPressedRow(visit.form, typed)
      if (withRow !== null) return changeRegistrationPage(visit, words, withRow)
      const today = dayIn(timeZone, visit.now)
      const changed = await changeRegistration(visit.db, visit.actor, visit.now, typed, today)
      return changed.ok
        ? redirect(settingsUrl('registration'))
        : changeRegistrationPage(visit, words, typed, changed.refusal)
    }),
    ...optionalMailRoutes('reminders', changeRemindersPath, remindersOffPath),
    ...optionalMailRoutes('signature-mails', changeSignatureMailsPath, signatureMailsOffPath),
    get(sessionsPath, signedIn, async visit => {
      const sessions = await listSessions(visit.db, visit.actor.personId, visit.now)
      return sessionsPage(visit, sessions, timeZone)
    }),
    post(endSessionPath, signedIn, endSessionForm, async visit => {
      const sessionId = visit.form.text('session')
      const ended = await endSession(visit.db, visit.actor, sessionId, visit.now)
      if (!ended.ok) return notFoundPage()
      return sessionId === visit.actor.sessionId
        ? redirect(signedOutPath.url({}), { session: null })
        : redirect(sessionsPath.url({}))
    }),
    post(endOtherSessionsPath, signedIn, { once: [] }, async visit => {
      await endOtherSessions(visit.db, visit.actor, visit.now)
      return redirect(sessionsPath.url({}))
    }),
  ]
}

/** Turning one kind of mail on and off: in the settings, and from such a mail. */
function optionalMailRoutes<const Name extends string>(
  mail: OptionalMail,
  changePath: Path<`/settings/${Name}`>,
  offPath: Path<`/${Name}-off/:token`>,
): Route[] {
  const field = chosenFields[mail]
  return [
    get(changePath, signedIn, async visit => {
      const person = await findRecipient(visit.db, visit.actor.personId)
      const isOn = mail === 'reminders' ? person?.remindersOn : person?.signatureMailsOn
      return optionalMailPage(visit, mail, isOn ?? false)
    }),
    post(changePath, signedIn, { once: [field] }, async visit => {
      const chosen = visit.form.text(field)
      if (chosen !== 'on' && chosen !== 'off') return optionalMailPage(visit, mail, null)
      await chooseMails(visit.db, visit.actor, visit.now, mail, chosen === 'on')
      return redirect(settingsUrl(mail))
    }),
    get(offPath, anyone, async visit =>
      (await findMailedLink(visit.db, hashToken(visit.params.token), offPurposes[mail], visit.now)) === null
        ? mailsLinkNotValidPage(mail)
        : mailsOffPage(visit, mail),
    ),
    postFromMail(offPath, mailsOffForm, async visit => {
      const off = await turnMailsOff(visit.db, mail, visit.params.token, visit.now)
      return off.ok ? mailsAreOffPage(mail) : mailsLinkNotValidPage(mail)
    }),
  ]
}
