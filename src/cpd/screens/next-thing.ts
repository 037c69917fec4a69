import { button } from '../../platform/ui/govuk/button.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { formatDay } from '../../platform/day.ts'
import { questionOfKind } from '../../schemes/rule-pack.ts'
import { titleOf } from '../piece.ts'
import { checkPath, copyPath, editPath, editUrlAt, newPiecePath, stepPath } from '../paths.ts'
import type { Standing } from '../where-you-stand.ts'

/** The one next thing to do, as a heading and something to press. */
export function nextThingPart(standing: Standing): Html {
  const { next, current } = standing
  const peerQuestion = questionOfKind(current.pack, 'peer-reflection')
  switch (next.kind) {
    case 'finish-draft':
      return part(
        `Finish and submit “${titleOf(next.piece)}”.`,
        'Continue editing',
        editPath.url({ pieceId: next.piece.pieceId }),
      )
    case 'record-piece':
      return part('Record a piece of CPD.', 'Record new CPD', newPiecePath.url({}))
    case 'add-peer-reflection':
      return part(
        `Add what you learnt from discussing it with a peer to “${titleOf(next.piece)}”, then resubmit it. Or add it to any other piece.`,
        'Add a peer reflection',
        editUrlAt(next.piece.pieceId, peerQuestion?.id),
      )
    case 'resubmit-changes':
      return part(
        `“${titleOf(next.piece)}” has changes that you have not resubmitted. What you submitted last keeps counting.`,
        'Check your changes',
        checkPath.url({ pieceId: next.piece.pieceId }),
      )
    case 'tell-step':
      return part(
        `${next.step.name}: do this in your account with ${current.pack.names.regulator}, then tell us so that this page can stop asking.`,
        'Tell us it is done',
        stepPath.url({ closingYear: String(current.year.closingYear), step: next.step.id }),
      )
    case 'copy-piece':
      return part(
        `Copy “${titleOf(next.piece)}” into your account with ${current.pack.names.regulator}. Confer has not sent it.`,
        'Copy this piece',
        copyPath.url({ pieceId: next.piece.pieceId }),
      )
    case 'wait-for-step':
      return html`<h2 class="govuk-heading-m">The next thing to do</h2>
        <p class="govuk-body">
          Nothing until ${formatDay(next.step.opensOn)}. On that day this opens:
          ${next.step.name.toLowerCase()}.
        </p>`
    case 'nothing':
      return standing.allDone
        ? html`<p class="govuk-body">There is nothing more to do for this registration year, so far as our record shows and you told us.</p>`
        : html``
  }
}

function part(what: string, press: string, href: string): Html {
  return html`<h2 class="govuk-heading-m">The next thing to do</h2>
    <p class="govuk-body">${what}</p>
    ${button({ content: press, href, isStartButton: true })}`
}
