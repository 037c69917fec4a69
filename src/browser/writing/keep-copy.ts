import type { Device } from '../device/device.ts'
import { ofQuestion, typedIn, valueOf } from './fields.ts'
import type { FormNow } from './rebase.ts'

/**
 * What the server has just acknowledged, for the times without a network. A form with one question changes that one in the
 * copy of the whole piece; where there is no such copy yet, the next page brings it.
 */
export async function keepCopy(
  device: Device,
  pieceId: string,
  { action, fields }: FormNow,
  state: string,
): Promise<void> {
  const known = await device.findCopy(pieceId)
  const isWhole = action.endsWith('/edit')
  if (known === null && !isWhole) return
  const seen = valueOf(fields, 'seen')
  const asked = questionsIn(seen)
  const others = (known?.fields ?? []).filter(field => !asked.some(id => ofQuestion([field], id).length > 0))
  const otherMarks = (known?.seen ?? '')
    .split(' ')
    .filter(mark => mark !== '' && !asked.includes(questionsIn(mark)[0] ?? ''))
  await device.keepCopy({
    pieceId,
    title: asked.includes('title') ? valueOf(fields, 'title') : (known?.title ?? ''),
    changedAt: Date.now(),
    version: valueOf(fields, 'version'),
    seen: [...otherMarks, seen].join(' ').trim(),
    formUrl: action,
    fields: isWhole ? typedIn(fields) : [...others, ...typedIn(fields)],
    state,
  })
}

function questionsIn(seen: string): string[] {
  return seen.split(' ').map(mark => mark.slice(0, mark.lastIndexOf(':')))
}
