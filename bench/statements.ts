import pg from 'pg'

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
  /** Whether it is prepared once for each connection. */
  readonly isNamed: boolean
}

/**
 * Every statement that this process sends from now on, `begin` and `commit` too, seen where `pg` takes them. Returns
 * what gives those since it was asked last.
 */
export function watchStatements(): () => readonly Statement[] {
  const seen: Statement[] = []
  const query: unknown = Reflect.get(pg.Client.prototype, 'query')
  if (typeof query !== 'function') throw new Error('pg has no place to watch statements any more')
  Reflect.set(pg.Client.prototype, 'query', function watched(this: pg.Client, ...args: unknown[]): unknown {
    seen.push(readStatement(args))
    return Reflect.apply(query, this, args)
  })
  return () => seen.splice(0)
}

function readStatement([first, second]: readonly unknown[]): Statement {
  if (typeof first === 'string')
    return { text: first, values: Array.isArray(second) ? second : [], isNamed: false }
  const { text, values, name } = first as { text: string; values?: unknown[]; name?: string }
  return { text, values: values ?? (Array.isArray(second) ? second : []), isNamed: name !== undefined }
}
