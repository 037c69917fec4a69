import { path } from '../platform/web/path.ts'

export const setAsidePath = path('/set-aside')
export const discardFormPath = path('/set-aside/:formId/discard')
