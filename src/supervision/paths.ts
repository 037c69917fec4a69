import { path } from '../platform/web/path.ts'

export const supervisionPath = path('/supervision')
