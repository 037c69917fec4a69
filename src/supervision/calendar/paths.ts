import { path } from '../../platform/web/path.ts'

export const calendarPath = path('/supervision/calendar')
/** The address holds a secret and nothing else: calendar programs cannot sign in. */
export const calendarFeedPath = path('/supervision/calendar/:token')
