import type { Finding } from './finding.ts'

export function explain({ kind }: Finding): string {
  switch (kind) {
    case 'postcode':
      return 'This looks like a postcode. It can lead to one street.'
    case 'email':
      return 'This looks like an e-mail address. It leads to one person.'
    case 'author':
      return 'This looks like a published author, who may be named.'
    case 'never-write':
      return 'This is on your list of what you never want to write.'
    default:
      return 'This looks like somebody’s name.'
  }
}
