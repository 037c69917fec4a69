/** The parameters that a pattern such as `/cpd/pieces/:pieceId` names. */
export type ParamsOf<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [K in Name]: string } & ParamsOf<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? { readonly [K in Name]: string }
    : unknown

/** One address of the product: its pattern for the router, and a way to build it that cannot forget to encode. */
export interface Path<Pattern extends string = string> {
  readonly pattern: Pattern
  url(params: ParamsOf<Pattern>, query?: Readonly<Record<string, string | undefined>>): string
}

export function path<const Pattern extends string>(pattern: Pattern): Path<Pattern> {
  const segments = pattern.split('/')
  return {
    pattern,
    url(params, query) {
      // The type says that every parameter is there; the record view lets us look one up by its name.
      const values = params as Readonly<Record<string, string>>
      const filled = segments
        .map(segment =>
          segment.startsWith(':') ? encodeURIComponent(values[segment.slice(1)] ?? '') : segment,
        )
        .join('/')
      const search = new URLSearchParams()
      for (const [name, value] of Object.entries(query ?? {}))
        if (value !== undefined) search.set(name, value)
      return search.size > 0 ? `${filled}?${search.toString()}` : filled
    },
  }
}
