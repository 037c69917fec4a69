import { path } from '../platform/web/path.ts'

export const whichIsItPath = path('/which-is-it')
