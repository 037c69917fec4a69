import { formatMoment } from '../../../platform/day.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { notificationBanner } from '../../../platform/ui/govuk/notification-banner.ts'
import { summaryList } from '../../../platform/ui/govuk/summary-list.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html } from '../../../platform/ui/html.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import { knownAs } from '../../known-as.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Relationship } from '../../relationship.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import { compared } from '../../shared-drafts/screens/compared.ts'
import type { AgreementContent } from '../agreement-content.ts'
import type { AgreementVersion } from '../agreement-state.ts'
import { agreementPath, agreementVersionPath } from '../paths.ts'

interface AgreementVersionView {
  readonly relationship: Relationship
  readonly names: Readonly<Record<string, string>>
  readonly policy: Policy
  readonly timeZone: string
  readonly version: AgreementVersion
  readonly content: AgreementContent
  /** The version before this one, where there is one. */
  readonly before: AgreementContent | null
  readonly isNewest: boolean
  readonly parties: readonly string[]
  /** Whether whoever reads is to sign it, and has not. */
  readonly canSign: boolean
  /** Said where somebody pressed "Sign" on a page with other words. */
  readonly wasOvertaken: boolean
}

export function agreementVersionScreen(visit: SignedInVisit, view: AgreementVersionView): Page {
  const { relationship, names, policy, timeZone, version, content, before, isNewest, parties } = view
  const { relationshipId } = relationship
  const number = version.version
  const answersBefore = new Map(before?.answers.map(({ id, answer }) => [id, answer]))
  const isChanged = content.answers.some(({ id, answer }) => answersBefore.get(id) !== answer)
  // Of those whose signature counts, and of everybody else who signed it, such as somebody who has left the group.
  const signers = [...new Set([...parties, ...version.signatures.map(({ personId }) => personId)])]
  return page({
    title: `Agreement, version ${number}`,
    status: view.wasOvertaken ? 409 : 200,
    back: { href: agreementPath.url({ relationshipId }), text: 'Back to the agreement' },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      ${view.wasOvertaken && notificationBanner({ title: 'A newer version', content: 'The page you signed on showed an older version, so nothing was signed. This is the newest: read it, then sign it.' })}
      <h1 class="govuk-heading-l">Agreement, version ${number}</h1>
      <p class="govuk-body">Offered by ${knownAs(names, version.offeredBy)} on ${formatMoment(timeZone, version.offeredAt)}.${!isNewest && ' There is a newer version.'}</p>
      ${before !== null && isChanged && insetText({ content: html`What it changes in version ${before.version}: <del>words that went</del> and <ins>words that came</ins>.` })}
      ${summaryList({
        rows: content.answers.map(({ id, question, answer }) => ({
          key: question,
          value: compared(before === null ? answer : (answersBefore.get(id) ?? ''), answer, {
            added: 'came',
            removed: 'went',
          }),
        })),
      })}
      <h2 class="govuk-heading-m">Signatures</h2>
      ${summaryList({
        rows: signers.map(personId => {
          const signature = version.signatures.find(one => one.personId === personId)
          return {
            key: knownAs(names, personId),
            value: signature
              ? `Signed on ${formatMoment(timeZone, signature.signedAt)}`
              : 'Has not signed it',
          }
        }),
      })}
      <p class="govuk-body">SHA-256 of what is signed: <code class="confer-hash">${version.sha256}</code></p>
      ${
        view.canSign &&
        postForm(
          visit,
          agreementVersionPath.url({ relationshipId, version: String(number) }),
          html`${hidden('sha256', version.sha256)}
            <p class="govuk-body">By pressing you sign exactly these words.</p>
            ${button({ content: 'Sign this agreement', preventDoubleClick: true })}`,
        )
      }
      ${courtNotice(policy, relationship)}
    </div></div>`,
  })
}
