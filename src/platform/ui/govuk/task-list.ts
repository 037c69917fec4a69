import { type Html, type HtmlValue, html } from '../html.ts'
import { type Appearance, attribute, attributes, spaced } from './parts/attributes.ts'
import { type Maybe, type Shorthand, type WithContent, withContent } from './parts/content.ts'
import { tag, type TagOptions } from './tag.ts'

interface Words extends WithContent {
  readonly classes?: string | undefined
}

interface TaggedStatus {
  readonly tag: TagOptions
  readonly classes?: string | undefined
}

interface Task {
  readonly title: Shorthand<Words>
  /** Without it the task cannot be started yet. */
  readonly href?: string | undefined
  readonly hint?: Shorthand<WithContent> | undefined
  readonly status: Shorthand<Words> | TaggedStatus
  readonly classes?: string | undefined
}

export interface TaskListOptions extends Appearance {
  readonly items: readonly Maybe<Task>[]
  readonly idPrefix?: string | undefined
}

export function taskList({ items, idPrefix = 'task-list', ...options }: TaskListOptions): Html {
  return html`<ul class="${spaced('govuk-task-list', options.classes)}" ${attributes(options.attributes)}>
    ${items.map((item, index) => item && task(item, `${idPrefix}-${index + 1}`))}
  </ul>`
}

function task({ href, hint, ...item }: Task, id: string): Html {
  const hintId = hint && `${id}-hint`
  const statusId = `${id}-status`
  const status = taskStatus(item.status)
  const classes = spaced('govuk-task-list__item', href && 'govuk-task-list__item--with-link', item.classes)
  return html`<li class="${classes}">
    <div class="govuk-task-list__name-and-hint">
      ${name(withContent(item.title), href, spaced(hintId, statusId))}
      ${hint && html`<div id="${hintId}" class="govuk-task-list__hint">${withContent(hint).content}</div>`}
    </div>
    <div class="${spaced('govuk-task-list__status', status.classes)}" id="${statusId}">${status.content}</div>
  </li>`
}

function name({ content, classes }: Words, href: string | undefined, describedBy: string): HtmlValue {
  if (!href) return html`<div${attribute('class', classes)}>${content}</div>`
  return html`<a
    class="${spaced('govuk-link govuk-task-list__link', classes)}"
    href="${href}"
    aria-describedby="${describedBy}"
  >
    ${content}
  </a>`
}

function taskStatus(status: Task['status']): Words {
  if (typeof status === 'object' && 'tag' in status)
    return { content: tag(status.tag), classes: status.classes }
  return withContent(status)
}
