import { newPiecePath, overviewPath } from '../../cpd/paths.ts'
import { guidancePagePath } from '../../guidance/paths.ts'
import type { YearToExplain } from '../../guidance/year-to-explain.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { insetText } from '../../platform/ui/govuk/inset-text.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { inAList } from '../../platform/ui/words.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import { countInWords, questionOfKind, type RulePack } from '../../schemes/rule-pack.ts'
import { whichIsItPath } from '../paths.ts'
import {
  knownForForm,
  stillNeeded,
  whichIsIt,
  type Kind,
  type Outcome,
  type Reason,
  type WhichIsItAnswers,
} from '../which-is-it.ts'

export function outcomePage(answers: WhichIsItAnswers, { pack }: YearToExplain, isSignedIn: boolean): Page {
  const outcome = whichIsIt(answers)
  const title = titles[outcome.kind]
  return page({
    title,
    back: { href: whichIsItPath.url({}, { ...answers }), text: 'Back to the questions' },
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">${title}</h1>
        ${insetText({ content: summaries[outcome.kind] })}
        <h2 class="govuk-heading-m">Why</h2>
        ${outcome.reasons.map(reason => html`<p class="govuk-body">${reasons[reason]}</p>`)}
        <h2 class="govuk-heading-m">What to do next</h2>
        ${nextStep(outcome, answers, pack)}
        ${
          !isSignedIn &&
          html`<p class="govuk-body">You will be asked to sign in, or to create an account, first.</p>`
        }
        <h2 class="govuk-heading-m">What it means for your year</h2>
        ${forTheYear(outcome, answers.recorded, pack)}
        <h2 class="govuk-heading-m">Read more</h2>
        <ul class="govuk-list">
          <li>
            ${guidanceLink('supervision-and-peer-reflection', 'Supervision and peer reflection side by side')}
          </li>
          <li>${guidanceLink('who-counts-as-a-peer', 'Who counts as a peer')}</li>
          <li><a class="govuk-link" href="${whichIsItPath.url({})}">Ask about another piece</a></li>
        </ul>
      </div>
    </div>`,
  })
}

const titles: Readonly<Record<Kind, string>> = {
  'neither-yet': 'You have neither yet',
  'ordinary-piece': 'This is an ordinary piece of CPD',
  'reflection-on-supervision': 'This is a reflection on supervision',
  'peer-reflection': 'This is a peer reflection',
  both: 'This is both',
}

const summaries: Readonly<Record<Kind, string>> = {
  'neither-yet': 'A supervision session becomes CPD once you have thought over what you learnt from it.',
  'ordinary-piece': 'It is one piece, without a peer reflection so far.',
  'reflection-on-supervision': 'It is one ordinary piece of CPD. It is not a peer reflection.',
  'peer-reflection': 'It is one piece of CPD with a peer reflection.',
  both: 'It is one piece of CPD: a reflection on supervision, with a peer reflection.',
}

const reasons: Readonly<Record<Reason, string>> = {
  'session-alone-adds-nothing':
    'Supervision is good practice, but going to a session does not add anything to your CPD by itself. What you learnt from it does.',
  'talk-without-learning':
    'A peer reflection is a talk about what you learnt. You have talked with somebody, but have not yet worked out for yourself what the session taught you. If the talk was about other learning of yours, go back and choose “Something else”.',
  'thought-over-alone':
    'You thought the session over by yourself afterwards. That makes a piece of CPD like any other, with supervision as the activity.',
  'learning-from-another-activity':
    'Your learning comes from something other than a supervision session, so it is not a reflection on supervision.',
  'not-talked-over-yet':
    'It has no peer reflection, because you have not talked over with a peer what you learnt.',
  'not-a-peer':
    'It has no peer reflection, because a peer is another social worker, your manager or supervisor, or another professional who knows your practice. A talk with somebody else may help you, but it is not a peer reflection.',
  'talked-with-a-peer':
    'You talked over what you learnt with somebody who counts as a peer. What that talk taught you is your peer reflection.',
  'supervisor-was-the-peer':
    'You talked over, in supervision, what you had already learnt. In that talk your supervisor was your peer, so what it taught you is a peer reflection.',
  'the-same-talk-does-not-count':
    'This holds if you first thought the session over and then had the talk. If the talk you mean was the session itself, it is a reflection on supervision only: go back and choose “No” for the talk.',
}

/** What to do, and the way to where it is done. */
function nextStep(outcome: Outcome, answers: WhichIsItAnswers, pack: RulePack): Html {
  const peerQuestion = questionOfKind(pack, 'peer-reflection')
  const known = knownForForm(pack, answers)
  const openForm = (words: string) => button({ content: words, href: newPiecePath.url({}, known) })
  const marked = peerQuestion?.mark
    ? html`the question marked <strong>${peerQuestion.mark}</strong>`
    : 'the peer reflection'
  switch (outcome.next) {
    case 'think-it-over':
      return html`<p class="govuk-body">
          Take a few minutes to think: how did the session help you, what did you learn, and what have you
          changed or will you change? Write that down. It is then a reflection on supervision.
        </p>
        ${
          answers.recorded === 'no'
            ? openForm('Start a piece about the session')
            : goToPiece(answers.recorded, 'Add what you learnt.')
        }`
    case 'record':
      return html`<p class="govuk-body">
          Record it as a piece of CPD. Leave ${marked} empty for now. You can add to it once you have talked
          the piece over with a peer.
        </p>
        ${openForm('Record this piece')}`
    case 'submit-the-draft':
      return goToPiece('draft', html`Leave ${marked} empty for now.`)
    case 'nothing-more':
      return html`<p class="govuk-body">
          It is recorded and submitted, so there is nothing more to do for this piece. If you talk over with a
          peer what you learnt, you can add a peer reflection to it: edit the piece, answer ${marked} and
          remember to resubmit.
        </p>
        ${toOverview}`
    case 'record-with-peer-reflection':
      return html`<p class="govuk-body">
          Record it as a piece of CPD. Under ${marked}, write what you learnt from the talk, and give your
          peer's job role. Never give a name.
        </p>
        ${openForm('Record this piece')}
        ${aboutTheSession(outcome, pack)}`
    case 'add-to-the-draft':
    case 'edit-and-resubmit':
      return html`${goToPiece(
        outcome.next === 'add-to-the-draft' ? 'draft' : 'submitted',
        html`Under ${marked}, write what you learnt from the talk, and give your peer's job role. Never give a
        name.`,
      )}
      ${aboutTheSession(outcome, pack)}`
  }
}

const toOverview = button({ content: 'Go to Your CPD', href: overviewPath.url({}) })

function goToPiece(recorded: 'draft' | 'submitted', whatToDo: Html | string): Html {
  return recorded === 'draft'
    ? html`<ol class="govuk-list govuk-list--number">
          <li>Go to Your CPD, find the draft and select “Continue editing”.</li>
          <li>${whatToDo}</li>
          <li>Check your answers and select “Submit”. A draft does not count.</li>
        </ol>
        ${toOverview}`
    : html`<ol class="govuk-list govuk-list--number">
          <li>Go to Your CPD, open the piece and select “Edit this piece”.</li>
          <li>${whatToDo} If you have done so already, there is nothing more to do.</li>
          <li>
            Check your answers and remember to select “Resubmit”. Until then what you submitted before keeps
            counting, and what you added does not count.
          </li>
        </ol>
        ${toOverview}`
}

/** The session in which other learning was talked over can be a piece of its own. */
function aboutTheSession({ sessionCanBeAnotherPiece }: Outcome, pack: RulePack): Html | false {
  if (!sessionCanBeAnotherPiece) return false
  const known = knownForForm(pack, { learning: 'supervision-session', talked: 'no', recorded: 'no' })
  return html`<p class="govuk-body">
    If the session also taught you something else, you can think that over by yourself and record it as
    another, different piece:
    <a class="govuk-link" href="${newPiecePath.url({}, known)}">start a reflection on supervision</a>.
  </p>`
}

function forTheYear({ gives }: Outcome, recorded: WhichIsItAnswers['recorded'], pack: RulePack): Html {
  const { wording, requirement } = pack
  const missing = stillNeeded(requirement, gives)
  const needs = [
    missing.pieces > 0 && countInWords(wording.missingPieces, missing.pieces),
    missing.peerReflections > 0 && countInWords(wording.missingPeerReflections, missing.peerReflections),
  ].filter(need => need !== false)
  const given =
    gives.pieces === 0
      ? 'A session that you have not thought over gives you nothing to record yet.'
      : recorded === 'submitted'
        ? 'Dated in the year, it counts as 1 piece.'
        : 'Once it is submitted, and dated in the year, it counts as 1 piece.'
  return html`<p class="govuk-body">The requirement: ${wording.requirement}</p>
    <p class="govuk-body">
      ${given}
      ${
        needs.length > 0
          ? html`With nothing else on your record, you still need to ${inAList(needs)}.`
          : 'It is all that the requirement asks for.'
      }
    </p>
    ${
      missing.peerReflections > 0 &&
      gives.pieces > 0 &&
      html`<p class="govuk-body">
        The peer reflection can be with any of your pieces: with another one, or with this one once you have
        talked it over with a peer.
      </p>`
    }
    <p class="govuk-body">
      This page does not look at your record.
      <a class="govuk-link" href="${overviewPath.url({})}">Your CPD</a>
      shows what is missing from it.
    </p>`
}

function guidanceLink(name: string, words: string): Html {
  return html`<a class="govuk-link" href="${guidancePagePath(name).url({})}">${words}</a>`
}
