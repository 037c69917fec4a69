import type { Html } from '../html.ts'
import { hint } from './hint.ts'
import { type Attributes, spaced } from './parts/attributes.ts'
import { type PluralMessages, translations } from './parts/translations.ts'
import { textarea, type TextareaOptions } from './textarea.ts'

export interface CharacterCountOptions extends Omit<TextareaOptions, 'afterInput' | 'describedBy'> {
  readonly maxlength?: number | undefined
  readonly maxwords?: number | undefined
  readonly countType?: 'length' | 'characters' | 'words' | undefined
  /** The percentage of the limit from which the count is shown. */
  readonly threshold?: number | undefined
  readonly countMessage?: { readonly classes?: string | undefined } | undefined
  /** `%{count}` stands for the limit. */
  readonly textareaDescriptionText?: string | undefined
  readonly charactersUnderLimitText?: PluralMessages | undefined
  readonly charactersAtLimitText?: string | undefined
  readonly charactersOverLimitText?: PluralMessages | undefined
  readonly wordsUnderLimitText?: PluralMessages | undefined
  readonly wordsAtLimitText?: string | undefined
  readonly wordsOverLimitText?: PluralMessages | undefined
}

/** Without a limit here one is expected from JavaScript, which then fills in the description. */
export function characterCount(options: CharacterCountOptions): Html {
  const id = options.id ?? options.name
  const limit = options.maxwords ?? options.maxlength
  const countType = options.countType ?? (options.maxwords === undefined ? undefined : 'words')
  const infoId = `${id}-info`
  const info = hint({
    id: infoId,
    classes: spaced('govuk-character-count__message', options.countMessage?.classes),
    content: limit === undefined ? '' : description(options, countType).replace('%{count}', String(limit)),
  })
  return textarea({
    ...options,
    id,
    describedBy: infoId,
    afterInput: info,
    classes: spaced('govuk-js-character-count', options.classes),
    formGroup: {
      classes: spaced('govuk-character-count', options.formGroup?.classes),
      attributes: { ...limits(options, limit, countType), ...options.formGroup?.attributes },
    },
  })
}

type CountType = CharacterCountOptions['countType']

function description(options: CharacterCountOptions, countType: CountType): string {
  const unit = countType === 'words' ? 'words' : 'characters'
  return options.textareaDescriptionText ?? `You can enter up to %{count} ${unit}`
}

function limits(options: CharacterCountOptions, limit: number | undefined, countType: CountType): Attributes {
  const { textareaDescriptionText } = options
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': { value: options.maxlength, optional: true },
    'data-maxwords': { value: options.maxwords, optional: true },
    'data-threshold': { value: options.threshold, optional: true },
    'data-count-type': { value: countType, optional: true },
    ...translations({
      'textarea-description':
        limit === undefined && textareaDescriptionText ? { other: textareaDescriptionText } : undefined,
      'characters-under-limit': options.charactersUnderLimitText,
      'characters-at-limit': options.charactersAtLimitText,
      'characters-over-limit': options.charactersOverLimitText,
      'words-under-limit': options.wordsUnderLimitText,
      'words-at-limit': options.wordsAtLimitText,
      'words-over-limit': options.wordsOverLimitText,
    }),
  }
}
