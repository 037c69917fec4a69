import { ok, refuse, type Result } from '../result.ts'

/**
 * What a form posted: every field with the values it had, in order. Text is as typed but for three things, which
 * `removedCharacters` tells of: line ends are `\n`, and null and other control characters are gone (PostgreSQL cannot
 * hold a null, and none of them can be seen).
 */
export interface FormBody {
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly removedCharacters: number
  /** The field's text, or '' when the form had no such field. A field posted twice never gets here: see `fieldsOnly`. */
  text(name: string): string
  all(name: string): readonly string[]
}

// Control characters but tab and line feed; and lone surrogates, which are not text.
const unwanted = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu

export function readFormBody(urlEncoded: string): FormBody {
  const fields = new Map<string, string[]>()
  let removedCharacters = 0
  for (const [name, raw] of new URLSearchParams(urlEncoded)) {
    // Word breaks a line with a vertical tab.
    const text = raw.replaceAll('\r\n', '\n').replace(/[\r\v]/g, '\n')
    const clean = text.replace(unwanted, () => {
      removedCharacters += 1
      return ''
    })
    const values = fields.get(name)
    if (values) values.push(clean)
    else fields.set(name, [clean])
  }
  return {
    fields,
    removedCharacters,
    text: name => fields.get(name)?.[0] ?? '',
    all: name => fields.get(name) ?? [],
  }
}

/** The fields a form may post: by name, once or several times. `*` at the end of a name stands for a row's number. */
export interface FormShape {
  readonly once: readonly string[]
  readonly many?: readonly string[]
}

/** Refuses a body that our own pages cannot have posted: an unknown field, or one field twice. */
export function fieldsOnly(body: FormBody, shape: FormShape): Result<FormBody, string> {
  const once = new Set([formTokenField, setAsideField, ...shape.once])
  const many = new Set(shape.many)
  for (const [name, values] of body.fields) {
    const known = name.replace(/\d+$/, '*')
    if (many.has(name) || many.has(known)) continue
    if (!once.has(name) && !once.has(known))
      return refuse(`The form has no field called “${name.slice(0, 60)}”.`)
    if (values.length > 1) return refuse(`The field “${name.slice(0, 60)}” was sent more than once.`)
  }
  return ok(body)
}

/** The hidden field that says which form that was set aside is sent again: see `SetAside`. */
export const setAsideField = 'setAside'

/** The hidden field that shows a form came from one of our own pages. */
export const formTokenField = 'formToken'
