import { notFoundPage } from '../../platform/web/error-pages.ts'
import { redirect, type Reply } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../../platform/web/route.ts'
import { isId } from '../../platform/id.ts'
import { openUnderPolicy, type OpenedUnderPolicy } from '../open-relationship.ts'
import { countLikely, findInTexts } from '../find-in-texts.ts'
import type { Standing } from '../relationship.ts'
import { courtNotice } from '../screens/court-notice.ts'
import type { SupervisionSettings } from '../settings.ts'
import { saveSharedDraft } from '../shared-drafts/actions/save-shared-draft.ts'
import { findSharedRevision } from '../shared-drafts/find-shared-revision.ts'
import { saveSharedForm, sharedFormShape } from '../shared-drafts/save-shared-form.ts'
import { sharedRevisionScreen, sharedRevisionsScreen } from '../shared-drafts/screens/shared-revisions.ts'
import { saysTheSame, type SharedDraft, type Texts } from '../shared-drafts/shared-draft.ts'
import { findSharedDraft, listSharedRevisions } from '../shared-drafts/shared-drafts-store.ts'
import { offerAgreement } from './actions/offer-agreement.ts'
import { signAgreement } from './actions/sign-agreement.ts'
import { headedTexts, readAgreementContent, textsOfAgreement } from './agreement-content.ts'
import { agreementQuestions, type AgreementQuestionId } from './agreement-questions.ts'
import {
  agreementState,
  partiesOf,
  versionsFor,
  type AgreementState,
  type AgreementVersion,
} from './agreement-state.ts'
import { findAgreementContent, listAgreementVersions } from './agreements-store.ts'
import {
  agreementCheckPath,
  agreementDraftPath,
  agreementPath,
  agreementRevisionPath,
  agreementRevisionsPath,
  agreementVersionPath,
} from './paths.ts'
import { agreementCheckScreen, agreementDraftScreen, agreementTitle } from './screens/agreement-draft.ts'
import { agreementVersionScreen } from './screens/agreement-version.ts'
import { agreementScreen } from './screens/agreement.ts'
import { startingTexts } from './starting-texts.ts'

interface Opened extends OpenedUnderPolicy {
  readonly versions: readonly AgreementVersion[]
  readonly parties: readonly string[]
  readonly state: AgreementState
  readonly canWrite: boolean
}

type RelationshipVisit = SignedInVisit<{ readonly relationshipId: string }>

/** The agreement: written together, offered as a version, signed by everybody on that version's hash. */
export function agreementRoutes(settings: SupervisionSettings): Route[] {
  const { timeZone, model, checkScriptUrl } = settings
  const findIn = ({ names }: Opened, texts: Texts) => findInTexts(headedTexts(texts), names, model)

  const open = async (
    visit: RelationshipVisit,
    use: 'read' | 'write',
    admits: (standing: Standing, versions: readonly AgreementVersion[]) => boolean = () => true,
  ): Promise<Opened | null> => {
    const { relationshipId } = visit.params
    if (!isId(relationshipId)) return null
    const { personId } = visit.actor
    const all = await listAgreementVersions(visit.db, relationshipId)
    const opened = await openUnderPolicy(settings, visit, {
      relationshipId,
      compartment: 'agreement',
      use,
      admits: found => admits(found.standing, versionsFor(found, personId, all, timeZone)),
    })
    if (opened === null) return null
    const { relationship, today, standing, policy } = opened
    const versions = versionsFor(opened, personId, all, timeZone)
    const parties = partiesOf(relationship, today)
    return {
      ...opened,
      versions,
      parties,
      state: agreementState(versions, parties, policy, timeZone),
      canWrite: isParty(standing),
    }
  }

  /** What is not offered yet is for those who write it: whoever has left or looks through a door is shown what was. */
  const openDraft = (visit: RelationshipVisit) => open(visit, 'read', isParty)

  const showCheck = async (
    visit: RelationshipVisit,
    {
      unanswered = [],
      wasChanged = false,
      asksOnceMore = false,
    }: {
      readonly unanswered?: readonly AgreementQuestionId[]
      readonly wasChanged?: boolean
      readonly asksOnceMore?: boolean
    } = {},
  ): Promise<Reply> => {
    const { relationshipId } = visit.params
    const opened = await openDraft(visit)
    if (opened === null) return notFoundPage()
    const draft = await findAgreementDraft(visit, relationshipId)
    if (draft === null) return redirect(agreementDraftPath.url({ relationshipId }))
    const nextVersion = (opened.versions.at(-1)?.version ?? 0) + 1
    const found = findIn(opened, draft.texts)
    return agreementCheckScreen(visit, {
      ...opened,
      draft,
      nextVersion,
      found,
      unanswered,
      wasChanged,
      asksOnceMore,
    })
  }

  const showVersion = async (
    visit: RelationshipVisit,
    opened: Opened,
    number: number,
    wasOvertaken: boolean,
  ): Promise<Reply> => {
    const { versions, parties, canWrite } = opened
    const { relationshipId } = visit.params
    const version = versions.find(one => one.version === number)
    const read = async (wanted: number) => {
      const text = await findAgreementContent(visit.db, relationshipId, wanted)
      return text === null ? null : readAgreementContent(text)
    }
    const content = version && (await read(number))
    if (!version || !content) return notFoundPage()
    const { personId } = visit.actor
    const isNewest = version === versions.at(-1)
    const hasSigned = version.signatures.some(one => one.personId === personId)
    return agreementVersionScreen(visit, {
      ...opened,
      timeZone,
      version,
      content,
      before: await read(number - 1),
      isNewest,
      canSign: canWrite && isNewest && !hasSigned && parties.includes(personId),
      wasOvertaken,
    })
  }

  return [
    get(agreementPath, signedIn, async visit => {
      const opened = await open(visit, 'read')
      if (opened === null) return notFoundPage()
      const draft = await findAgreementDraft(visit, visit.params.relationshipId)
      const newest = await newestTexts(visit, opened)
      return agreementScreen({
        ...opened,
        timeZone,
        viewerId: visit.actor.personId,
        hasDraft:
          draft !== null && (newest === null || !saysTheSame(agreementQuestions, newest, draft.texts)),
        done: doneInWords(visit.query.get('done')),
      })
    }),

    get(agreementDraftPath, signedIn, async visit => {
      const opened = await openDraft(visit)
      if (opened === null) return notFoundPage()
      const draft = await findAgreementDraft(visit, visit.params.relationshipId)
      const newest = await newestTexts(visit, opened)
      return agreementDraftScreen(visit, {
        ...opened,
        timeZone,
        draft,
        checkScriptUrl,
        texts:
          draft?.texts ?? newest ?? startingTexts(opened.policy, opened.relationship.organisationId !== null),
        startsFromPolicy: newest === null,
        isSaved: visit.query.get('saved') === 'draft',
      })
    }),

    post(agreementDraftPath, signedIn, sharedFormShape(agreementQuestions), async visit => {
      const opened = await open(visit, 'write')
      if (opened === null) return notFoundPage(visit.form)
      const { relationshipId } = visit.params
      const formUrl = agreementDraftPath.url({ relationshipId })
      return saveSharedForm(
        visit,
        {
          kind: 'agreement',
          aboutId: relationshipId,
          relationshipId,
          questions: agreementQuestions,
          formUrl,
          title: agreementTitle,
          names: opened.names,
          timeZone,
          traceReading: () => open(visit, 'read'),
          notice: courtNotice(opened.policy, opened.relationship),
        },
        press =>
          redirect(
            press === 'check'
              ? agreementCheckPath.url({ relationshipId })
              : agreementDraftPath.url({ relationshipId }, { saved: 'draft' }),
          ),
      )
    }),

    get(agreementCheckPath, signedIn, visit => showCheck(visit)),

    post(agreementCheckPath, signedIn, { once: ['version', 'press'] }, async visit => {
      const opened = await open(visit, 'write')
      if (opened === null) return notFoundPage(visit.form)
      const { relationshipId } = visit.params
      const offered = await offerAgreement(visit.db, settings.queue, {
        relationshipId,
        personId: visit.actor.personId,
        parties: opened.parties,
        draftVersion: Number(visit.form.text('version')) || 0,
        likelyIn: texts => countLikely(findIn(opened, texts)),
        anyway: visit.form.text('press') === 'anyway',
        now: visit.now,
      })
      const versionUrl = (version: number) =>
        agreementVersionPath.url({ relationshipId, version: String(version) })
      if (offered.ok) return redirect(versionUrl(offered.value.version))
      const { refusal } = offered
      switch (refusal.kind) {
        case 'nothing-written':
          return redirect(agreementDraftPath.url({ relationshipId }))
        case 'nothing-new':
          return redirect(versionUrl(refusal.version))
        case 'unanswered':
          return showCheck(visit, { unanswered: refusal.questionIds })
        case 'ask-once-more':
          return showCheck(visit, { asksOnceMore: true })
        case 'changed-elsewhere':
          return showCheck(visit, { wasChanged: true })
      }
    }),

    get(agreementVersionPath, signedIn, async visit => {
      const number = Number(visit.params.version)
      const opened = await open(visit, 'read', (_standing, versions) =>
        versions.some(({ version }) => version === number),
      )
      return opened ? showVersion(visit, opened, number, false) : notFoundPage()
    }),

    post(agreementVersionPath, signedIn, { once: ['sha256'] }, async visit => {
      const opened = await open(visit, 'write')
      if (opened === null || !opened.parties.includes(visit.actor.personId)) return notFoundPage(visit.form)
      const { relationshipId } = visit.params
      const signed = await signAgreement(visit.db, {
        relationshipId,
        personId: visit.actor.personId,
        version: Number(visit.params.version),
        sha256: visit.form.text('sha256'),
        now: visit.now,
      })
      if (signed.ok) return redirect(agreementPath.url({ relationshipId }, { done: 'signed' }))
      switch (signed.refusal) {
        case 'no-such-version':
          return notFoundPage(visit.form)
        case 'not-the-newest': {
          // Shows what somebody else wrote: that is a reading like any other.
          const now = await open(visit, 'read')
          return now ? showVersion(visit, now, now.versions.at(-1)?.version ?? 0, true) : notFoundPage()
        }
      }
    }),

    get(agreementRevisionsPath, signedIn, async visit => {
      const opened = await openDraft(visit)
      if (opened === null) return notFoundPage()
      const { relationshipId } = visit.params
      return sharedRevisionsScreen({
        title: agreementTitle,
        back: { href: agreementPath.url({ relationshipId }), text: 'Back to the agreement' },
        timeZone,
        revisions: await listSharedRevisions(visit.db, aboutAgreement(relationshipId)),
        urlOf: number => agreementRevisionPath.url({ relationshipId, number: String(number) }),
        notice: courtNotice(opened.policy, opened.relationship),
      })
    }),

    get(agreementRevisionPath, signedIn, async visit => {
      const opened = await openDraft(visit)
      const { relationshipId, number } = visit.params
      const draft = opened && (await findAgreementDraft(visit, relationshipId))
      if (!opened || !draft) return notFoundPage()
      const chain = await listSharedRevisions(visit.db, aboutAgreement(relationshipId))
      const found = findSharedRevision(chain, number)
      if (found === null) return notFoundPage()
      return sharedRevisionScreen(visit, {
        ...found,
        title: agreementTitle,
        back: {
          href: agreementRevisionsPath.url({ relationshipId }),
          text: 'Back to earlier versions of the draft',
        },
        timeZone,
        questions: agreementQuestions,
        current: draft,
        restoreUrl: agreementRevisionPath.url({ relationshipId, number }),
        notice: courtNotice(opened.policy, opened.relationship),
      })
    }),

    post(agreementRevisionPath, signedIn, { once: ['version'] }, async visit => {
      const opened = await open(visit, 'write')
      if (opened === null) return notFoundPage(visit.form)
      const { relationshipId, number } = visit.params
      const chain = await listSharedRevisions(visit.db, aboutAgreement(relationshipId))
      const found = findSharedRevision(chain, number)
      if (found === null) return notFoundPage(visit.form)
      const saved = await saveSharedDraft(visit.db, {
        ...aboutAgreement(relationshipId),
        relationshipId,
        personId: visit.actor.personId,
        questions: agreementQuestions,
        shown: { version: Number(visit.form.text('version')) || 0, marks: null },
        answer: () => found.texts,
        isReplacement: true,
        now: visit.now,
      })
      if (saved.ok) return redirect(agreementDraftPath.url({ relationshipId }, { saved: 'draft' }))
      return saved.refusal.kind === 'not-found'
        ? notFoundPage(visit.form)
        : showCheck(visit, { wasChanged: true })
    }),
  ]
}

function isParty(standing: Standing): boolean {
  return standing === 'supervisor' || standing === 'supervisee'
}

function aboutAgreement(relationshipId: string) {
  return { kind: 'agreement', aboutId: relationshipId } as const
}

function findAgreementDraft(visit: SignedInVisit, relationshipId: string): Promise<SharedDraft | null> {
  return findSharedDraft(visit.db, aboutAgreement(relationshipId))
}

/** What the newest version says; null before there is one. */
async function newestTexts(
  visit: RelationshipVisit,
  { versions }: Pick<Opened, 'versions'>,
): Promise<Texts | null> {
  const newest = versions.at(-1)
  const content =
    newest && (await findAgreementContent(visit.db, visit.params.relationshipId, newest.version))
  return content ? textsOfAgreement(readAgreementContent(content)) : null
}

function doneInWords(code: string | null): string | null {
  return code === 'signed' ? 'You signed the agreement.' : null
}
