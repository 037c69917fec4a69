import { type Html, type HtmlValue, html } from '../../html.ts'
import { type ErrorMessageOptions, errorMessage } from '../error-message.ts'
import { type FieldsetOptions, type LegendOptions, fieldset } from '../fieldset.ts'
import { type HintOptions, hint } from '../hint.ts'
import { type LabelOptions, label } from '../label.ts'
import { type Appearance, attributes, spaced } from './attributes.ts'
import { type Shorthand, withContent } from './content.ts'

interface FormGroupOptions {
  readonly hint?: Shorthand<HintOptions> | undefined
  readonly error?: Shorthand<ErrorMessageOptions> | undefined
  /** Ids of further elements that describe the field, before its own hint and error. */
  readonly describedBy?: string | undefined
  readonly formGroup?: Appearance | undefined
}

/** What a control with one label takes. */
export interface FieldOptions extends FormGroupOptions, Appearance {
  readonly name: string
  /** The name, unless said otherwise. */
  readonly id?: string | undefined
  readonly label: Shorthand<LabelOptions>
}

/** What a group of controls takes: with a legend it is a fieldset. */
export interface FieldGroupOptions extends FormGroupOptions, Appearance {
  readonly legend?: Shorthand<LegendOptions> | undefined
  readonly fieldset?: Appearance | undefined
}

/** A label, hint and error around one control, which is told its id and what describes it. */
export function field(
  options: FieldOptions,
  control: (id: string, describedBy: string | undefined) => Html,
): Html {
  const id = options.id ?? options.name
  const { describedBy, markup } = messages(id, options)
  return formGroup(
    options,
    html`${label({ ...withContent(options.label), for: id })} ${markup} ${control(id, describedBy)}`,
  )
}

/** A legend, hint and error around several controls. */
export function fieldGroup(
  options: FieldGroupOptions,
  id: string,
  controls: (describedBy: string | undefined) => Html,
  role?: FieldsetOptions['role'],
): Html {
  const { describedBy, markup } = messages(id, options)
  const content = html`${markup} ${controls(describedBy)}`
  const { legend } = options
  return formGroup(
    options,
    legend ? fieldset({ ...options.fieldset, legend, describedBy, role, content }) : content,
  )
}

function formGroup({ error, formGroup: appearance }: FormGroupOptions, content: HtmlValue): Html {
  const classes = spaced('govuk-form-group', error && 'govuk-form-group--error', appearance?.classes)
  return html`<div class="${classes}" ${attributes(appearance?.attributes)}>${content}</div>`
}

function messages(id: string, options: FormGroupOptions): { describedBy: string | undefined; markup: Html } {
  const hintId = options.hint && `${id}-hint`
  const errorId = options.error && `${id}-error`
  const markup = html`${options.hint && hint({ ...withContent(options.hint), id: hintId })}
  ${options.error && errorMessage({ ...withContent(options.error), id: errorId })}`
  return { describedBy: spaced(options.describedBy, hintId, errorId) || undefined, markup }
}
