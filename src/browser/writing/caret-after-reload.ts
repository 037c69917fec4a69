import type { Writing } from '../device/device.ts'
import { recall, remember } from './browser-storage.ts'

const name = 'confer-caret'

/** Where somebody was typing, for the next page of this tab, which shows the same form. */
export function rememberCaret(caret: Writing['caret']): void {
  remember('sessionStorage', name, JSON.stringify(caret))
}

export function takeCaret(): Writing['caret'] {
  const caret = recall('sessionStorage', name)
  remember('sessionStorage', name, null)
  return caret === null ? null : (JSON.parse(caret) as Writing['caret'])
}
