import { path } from '../platform/web/path.ts'

export const createAccountPath = path('/create-account')
export const confirmPath = path('/confirm/:token')
export const signInPath = path('/sign-in')
export const signOutPath = path('/sign-out')
export const signedOutPath = path('/signed-out')
export const signInLinkPath = path('/sign-in-link/:token')
export const forgottenPasswordPath = path('/forgotten-password')
export const newPasswordPath = path('/new-password/:token')
export const remindersOffPath = path('/reminders-off/:token')
export const signatureMailsOffPath = path('/signature-mails-off/:token')

export const sessionPath = path('/session')
export const sessionOfDevicePath = path('/session/of-device')
export const staySignedInPath = path('/session/stay')

export const settingsPath = path('/settings')
export const changePasswordPath = path('/settings/password')
export const changeRegistrationPath = path('/settings/registration')
export const changeRemindersPath = path('/settings/reminders')
export const changeSignatureMailsPath = path('/settings/signature-mails')
export const sessionsPath = path('/settings/sessions')
export const endSessionPath = path('/settings/sessions/end')
export const endOtherSessionsPath = path('/settings/sessions/end-others')

/** Where to send somebody who must sign in first. */
export function signInUrl(next: string): string {
  return signInPath.url({}, next === '/' ? {} : { next })
}
