import { path } from '../platform/web/path.ts'

export const guidancePath = path('/guidance')

/** Each page has a route of its own, as all of them are known when the process starts. */
export function guidancePagePath(name: string) {
  return path(`/guidance/${name}`)
}

/** A page about the service itself. */
export function aboutPath(name: string) {
  return path(`/${name}`)
}
