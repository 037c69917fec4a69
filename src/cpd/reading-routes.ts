import { notFoundPage } from '../platform/web/error-pages.ts'
import { download } from '../platform/web/reply.ts'
import { anyone, get, signedIn, type Route, type SignedInVisit, type Visit } from '../platform/web/route.ts'
import { stateOf } from './piece.ts'
import { findMyPiece, getMyStanding } from './find-mine.ts'
import { isId } from '../platform/id.ts'
import { homePath, overviewPath, piecePath, submissionFilePath, submissionPath, yearPath } from './paths.ts'
import { homeScreen } from './screens/home.ts'
import { overviewScreen, yearScreen } from './screens/overview.ts'
import { pieceScreen, submissionScreen } from './screens/piece-page.ts'
import { welcomeScreen } from './screens/welcome.ts'
import { doneInWords } from './screens/done-words.ts'
import type { CpdSettings } from './settings.ts'
import { findSubmissionContent } from './store.ts'
import { readContent } from './submission-content.ts'
import { todaysForm } from './todays-form.ts'
import { stepsOf } from './where-you-stand.ts'
import { whoReceivesIt } from './who-receives-it.ts'

/** Pages that only show: where somebody stands, what they recorded, and what they submitted. */
export function readingRoutes(settings: CpdSettings): Route[] {
  const { packs, recordGoesTo, welcome, linksFromPiece } = settings
  return [
    get(homePath, anyone, async visit => {
      if (!isSignedIn(visit)) {
        const { pack } = todaysForm(packs, visit.now)
        return welcomeScreen(pack, welcome, whoReceivesIt(recordGoesTo, pack.names.regulator))
      }
      const { record, standing } = await getMyStanding(settings, visit)
      return homeScreen({
        standing,
        pieces: record.pieces,
        whoReceivesIt: whoReceivesIt(recordGoesTo, standing.current.pack.names.regulator),
        done: doneInWords(visit.query.get('done')),
        setAsideUrl: await settings.setAsideFor(visit),
      })
    }),

    get(overviewPath, signedIn, async visit => {
      const { record, standing } = await getMyStanding(settings, visit)
      return overviewScreen({
        standing,
        pieces: record.pieces,
        whoReceivesIt: whoReceivesIt(recordGoesTo, standing.current.pack.names.regulator),
        done: doneInWords(visit.query.get('done')),
      })
    }),

    get(yearPath, signedIn, async visit => {
      const { record, standing } = await getMyStanding(settings, visit)
      const { years, today } = standing
      const shown = years.find(({ year }) => String(year.closingYear) === visit.params.closingYear)
      return shown ? yearScreen(shown, stepsOf(shown, record, today).steps, record.pieces) : notFoundPage()
    }),

    get(piecePath, signedIn, async visit => {
      const found = await findMyPiece(visit, visit.params.pieceId)
      if (found === null) return notFoundPage()
      const { record, standing } = await getMyStanding(settings, visit)
      return pieceScreen({
        pack: todaysForm(packs, visit.now).pack,
        piece: found.piece,
        links: await linksFromPiece(visit, found.piece.pieceId),
        draftAnswers: found.draftAnswers,
        submitted: found.latestContent === null ? null : readContent(found.latestContent),
        standing,
        pieces: record.pieces,
        whoReceivesIt: whoReceivesIt(recordGoesTo, standing.current.pack.names.regulator),
        copies: recordGoesTo === 'nobody',
        done: doneInWords(visit.query.get('done'), stateOf(found.piece)),
      })
    }),

    get(submissionPath, signedIn, async visit => {
      const found = await findMyPiece(visit, visit.params.pieceId)
      const content = found && (await findContent(visit))
      if (!found || content === null) return notFoundPage()
      const { timeZone } = todaysForm(packs, visit.now).pack.registrationYear
      return (
        submissionScreen({ piece: found.piece, content: readContent(content), timeZone }) ?? notFoundPage()
      )
    }),

    get(submissionFilePath, signedIn, async visit => {
      const content = await findContent(visit)
      if (content === null) return notFoundPage()
      return download({
        fileName: `cpd-submission-${visit.params.number}.json`,
        contentType: 'application/json; charset=utf-8',
        body: content,
      })
    }),
  ]
}

function isSignedIn(visit: Visit): visit is SignedInVisit {
  return signedIn.admits(visit.actor)
}

type SubmissionVisit = Parameters<typeof findMyPiece>[0] & {
  readonly params: { readonly pieceId: string; readonly number: string }
}

async function findContent(visit: SubmissionVisit): Promise<string | null> {
  const { pieceId, number } = visit.params
  if (!isId(pieceId) || !/^[1-9]\d{0,6}$/.test(number)) return null
  return findSubmissionContent(visit.db, visit.actor.personId, pieceId, Number(number))
}
