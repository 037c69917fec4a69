import type { Device } from '../device/device.ts'
import { showBar } from './bar.ts'
import { dialogButton, openDialog, paragraph } from './dialog.ts'
import { typedIn } from './fields.ts'
import type { LeftOver } from './send-left-overs.ts'

/** Says what became of text that an earlier page could not send; the most urgent first, since one thing is said at a time. */
export function sayWhatCame(device: Device, leftOvers: readonly LeftOver[]): void {
  const of = (...outcomes: readonly string[]) =>
    leftOvers.find(({ why }) => why && outcomes.includes(why.outcome))
  const clash = of('clash')
  const stuck = of('not-found', 'refused')
  const arrived = leftOvers.find(({ why }) => why === null)
  if (clash) {
    showBar({
      text: `What you typed on this device in ${titleOf(clash)} and what was saved elsewhere differ in the same answer.`,
      button: { label: 'See both and choose', act: () => void postAsForm(device, clash) },
    })
  } else if (stuck) {
    showBar({
      text: `What you typed on this device in ${titleOf(stuck)} cannot be saved, because ${whyStuck(stuck)}.`,
      button: { label: 'Show what I typed', act: () => showText(device, stuck) },
    })
  } else if (arrived) {
    showBar({
      text: `What you typed on this device in ${titleOf(arrived)} had not reached Confer. It is saved there now.`,
      button:
        arrived.formUrl === location.pathname
          ? { label: 'Show this page with it', act: () => location.reload() }
          : { label: 'Open it', act: () => location.assign(arrived.formUrl) },
    })
  }
}

function whyStuck({ writing, why }: LeftOver): string {
  if (why?.outcome === 'refused' && why.because !== undefined) return why.because
  const what = isOfAPiece(writing) ? 'the piece' : 'what it is about'
  return `${what} is no longer there or has changed its questions`
}

/** Of what is written with others nothing can be brought back. */
function isOfAPiece({ action }: LeftOver['writing']): boolean {
  return !action.startsWith('/supervision/')
}

function titleOf({ writing }: Pick<LeftOver, 'writing'>): string {
  return writing.title.trim() === '' ? 'a piece with no title yet' : `“${writing.title}”`
}

/** As the page itself would have sent it: the server answers with both texts. */
async function postAsForm(device: Device, { writing: { writingId } }: LeftOver): Promise<void> {
  // As it is by now: what clashed last is what is to be chosen from.
  const writing = await device.findWriting(writingId)
  if (!writing) return location.reload()
  const form = document.createElement('form')
  form.method = 'post'
  form.action = writing.action
  const token = document.querySelector('input[name="formToken"]')?.cloneNode()
  if (token) form.append(token)
  const fields = [...(writing.pending?.fields ?? writing.fields), ['fromDevice', 'yes'] as const]
  for (const [name, value] of fields) {
    const field = document.createElement('textarea')
    field.name = name
    field.value = value
    form.append(field)
  }
  form.hidden = true
  document.body.append(form)
  form.submit()
}

function showText(device: Device, { writing }: LeftOver): void {
  const dialog = openDialog(`What you typed in ${titleOf({ writing })}`, [
    paragraph(
      isOfAPiece(writing)
        ? 'If you deleted the piece, bring it back from your deleted drafts: this is then sent by itself. Or copy it.'
        : 'Copy what you still need.',
    ),
    ...typedIn(writing.fields).map(([, text]) => {
      const box = document.createElement('div')
      box.className = 'govuk-inset-text confer-as-typed'
      box.textContent = text
      return box
    }),
    dialogButton('Close', () => dialog.close()),
    dialogButton(
      'Delete it from this device',
      () => void device.forgetWriting(writing.writingId).then(() => location.reload()),
      'govuk-button--warning',
    ),
  ])
}
