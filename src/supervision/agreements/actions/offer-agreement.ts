import { recordEvent } from '../../../audit/record-event.ts'
import { saysSomething } from '../../../cpd/answers.ts'
import type { Db } from '../../../platform/db/connect.ts'
import type { Queue } from '../../../platform/jobs/queue.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import { saysTheSame, type Texts } from '../../shared-drafts/shared-draft.ts'
import { lockSharedDraft } from '../../shared-drafts/shared-drafts-store.ts'
import {
  makeAgreementContent,
  readAgreementContent,
  textsOfAgreement,
  writeAgreementContent,
} from '../agreement-content.ts'
import { agreementQuestions, mustBeAnswered, type AgreementQuestionId } from '../agreement-questions.ts'
import { signatureMailJob } from '../../signature-mails/signature-mail.ts'
import { lockRelationship } from '../../relationships/relationship-row-store.ts'
import { addAgreementVersion, findAgreementContent, listAgreementVersions } from '../agreements-store.ts'

export type OfferRefusal =
  | { readonly kind: 'nothing-written' }
  /** The draft is another than the page showed. */
  | { readonly kind: 'changed-elsewhere' }
  | { readonly kind: 'unanswered'; readonly questionIds: readonly AgreementQuestionId[] }
  /** Something in it is likely to identify somebody: whoever offers it is asked once more. */
  | { readonly kind: 'ask-once-more' }
  /** Its words are those of the version that was offered last. */
  | { readonly kind: 'nothing-new'; readonly version: number }

/**
 * Makes what the draft says now the next version, to be signed by everybody. It binds nobody before that. Whoever offers it is
 * shown it; the other parties are told that something waits.
 */
export async function offerAgreement(
  db: Db,
  queue: Pick<Queue, 'enqueue'>,
  {
    relationshipId,
    personId,
    parties,
    draftVersion,
    likelyIn,
    anyway,
    now,
  }: {
    readonly relationshipId: string
    readonly personId: string
    readonly parties: readonly string[]
    /** Of the draft that the page showed. */
    readonly draftVersion: number
    /** How much in the draft is likely to identify somebody. */
    readonly likelyIn: (texts: Texts) => number
    /** Whether they were asked once more about that, and said yes. */
    readonly anyway: boolean
    readonly now: Date
  },
): Promise<Result<{ readonly version: number }, OfferRefusal>> {
  await lockRelationship(db, relationshipId)
  const draft = await lockSharedDraft(db, { kind: 'agreement', aboutId: relationshipId })
  if (draft === null) return refuse({ kind: 'nothing-written' })
  const latest = (await listAgreementVersions(db, relationshipId)).at(-1) ?? null
  if (latest !== null) {
    const content = await findAgreementContent(db, relationshipId, latest.version)
    const before = content === null ? {} : textsOfAgreement(readAgreementContent(content))
    // Also where the same press comes a second time.
    if (saysTheSame(agreementQuestions, before, draft.texts))
      return refuse({ kind: 'nothing-new', version: latest.version })
  }
  if (draft.version !== draftVersion) return refuse({ kind: 'changed-elsewhere' })
  const questionIds = agreementQuestions
    .map(({ id }) => id)
    .filter(id => mustBeAnswered(id) && !saysSomething(draft.texts[id] ?? ''))
  if (questionIds.length > 0) return refuse({ kind: 'unanswered', questionIds })
  if (!anyway && likelyIn(draft.texts) > 0) return refuse({ kind: 'ask-once-more' })
  const version = (latest?.version ?? 0) + 1
  const { text, sha256 } = writeAgreementContent(
    makeAgreementContent(draft.texts, { relationshipId, version, offeredAt: now }),
  )
  const offered = { relationshipId, version, content: text, sha256, offeredAt: now, offeredBy: personId }
  await addAgreementVersion(db, offered)
  await recordEvent(db, {
    personId,
    at: now,
    event: 'supervision-agreement-offered',
    aboutId: relationshipId,
    detail: version,
  })
  for (const party of parties.filter(one => one !== personId))
    await queue.enqueue(
      db,
      signatureMailJob({ waits: 'agreement', personId: party, relationshipId, version }),
    )
  return ok({ version })
}
