import { path } from '../../platform/web/path.ts'

export const assurancePath = path('/organisations/:organisationId/assurance')
export const assuranceFilePath = path('/organisations/:organisationId/assurance/file')
export const superviseesPath = path('/supervision/supervisees')
export const minePath = path('/supervision/mine')
