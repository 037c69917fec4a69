import type { Device, Writing } from '../device/device.ts'

/** TEMPORARY until `../writing/start-writing.ts` exists. */
export function startWriting(
  form: HTMLFormElement,
  device: Device | null,
  given: { writing: Writing | null },
): void {
  const status = form.querySelector<HTMLElement>('.confer-saved')
  const writingId = given.writing?.writingId ?? crypto.randomUUID()
  let timer = 0
  const keep = async () => {
    const fields = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'formToken' ? [[name, value] as const] : [],
    )
    const of = (name: string) => fields.find(([known]) => known === name)?.[1] ?? ''
    const kept = await device?.keepWriting({
      writingId,
      pieceId: of('pieceId') || (/pieces\/([^/]+)/.exec(form.action)?.[1] ?? ''),
      title: of('title'),
      changedAt: Date.now(),
      action: new URL(form.action).pathname,
      formUrl: new URL(form.action).pathname,
      fields,
      seen: of('seen'),
      version: of('version'),
      pending: null,
      caret: null,
      clashes: false,
    })
    if (status) status.textContent = kept ? 'Saved on this device only.' : 'Not saved.'
  }
  form.addEventListener('input', () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void keep(), 1000)
  })
}
