import { agreedActionsPath } from '../../agreed-actions/paths.ts'
import type { SessionVisit } from '../../open-session.ts'
import type { RecordText } from '../joint-record.ts'
import { recordPath } from '../paths.ts'

/** Where the supervisor changes a text of the record; null for a comment, which is somebody else's. */
export function changeUrl({ params }: SessionVisit): (text: RecordText) => string | null {
  return ({ part }) => {
    if (part === 'comments') return null
    return part === 'actions' ? agreedActionsPath.url(params) : `${recordPath.url(params)}#${part.sectionId}`
  }
}
