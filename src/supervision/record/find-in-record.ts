import type { Model } from '../../anonymisation/names/model.ts'
import { findInTexts, type FoundIn } from '../find-in-texts.ts'
import { textsOf, type JointContent, type RecordText } from './joint-record.ts'

export type FoundInRecord = FoundIn<RecordText>

/** What in a record might identify somebody. */
export function findInRecord(
  content: JointContent,
  names: Readonly<Record<string, string>>,
  model: Model,
): readonly FoundInRecord[] {
  return findInTexts(textsOf(content), names, model)
}
