import { button } from '../../platform/ui/govuk/button.ts'
import { details } from '../../platform/ui/govuk/details.ts'
import { insetText } from '../../platform/ui/govuk/inset-text.ts'
import { tag } from '../../platform/ui/govuk/tag.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { Visit } from '../../platform/web/route.ts'
import type { Day } from '../../platform/day.ts'
import type { RulePack } from '../../schemes/rule-pack.ts'
import { emptyAnswers } from '../answers.ts'
import type { PieceState } from '../piece.ts'
import { newPiecePath, overviewPath } from '../paths.ts'
import { editPieceScreen, savedInWords, type EditPiece } from './edit-piece.ts'
import { questionField } from './question-field.ts'

const pieceStates: readonly PieceState[] = ['draft', 'submitted', 'submitted-with-changes', 'withdrawn']

interface Offline {
  readonly pack: RulePack
  readonly today: Day
  readonly scriptUrl: string
}

/**
 * What the service worker shows where there is no network, whatever the address: this one page has a template for each
 * thing that may then be asked for, and its script (`browser/offline/`) picks one and fills it from the device. There is
 * nothing of anybody on it.
 */
export function offlineScreen(visit: Pick<Visit, 'formToken'>, { pack, today, scriptUrl }: Offline): Page {
  const asked = { pack, today }
  return page({
    title: 'When there is no network',
    main: html`<div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds" role="status" data-offline-status></div>
      </div>
      <div data-offline>
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <h1 class="govuk-heading-l">When there is no network</h1>
            <p class="govuk-body">
              This page is what Confer shows when there is no network. Where you have signed in on this device, and
              not as on a shared computer, you can then start a piece of CPD and go on with your drafts. It needs
              JavaScript: without it, Confer cannot be reached until there is a network again.
            </p>
            <p class="govuk-body"><a class="govuk-link" href="${overviewPath.url({})}">Go to your CPD</a></p>
          </div>
        </div>
      </div>
      ${template('drafts', inColumn(drafts()))}  ${template('nobody', inColumn(nobody()))}
      ${template('missing', inColumn(missing()))} ${template('form', formOf(visit, asked, { version: 0, state: 'draft' }).main)} ${template('peers', peerRows(pack))}
      ${template('writing', whileWriting())} ${template('back', backAgain())} ${template('states', states(visit, asked))}
      <script type="module" src="${scriptUrl}"></script>`,
  })
}

function template(name: string, content: Html): Html {
  return html`<template data-offline-part="${name}">${content}</template>`
}

function inColumn(content: Html): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${content}</div></div>`
}

function drafts(): Html {
  return html`<h1 class="govuk-heading-l">You are offline</h1>
    <p class="govuk-body">
      Confer cannot be reached at the moment. You can write all the same: it is kept on this device, and sent when
      Confer can be reached again. Only what you submit counts, and submitting needs a network.
    </p>
    ${button({ content: 'Record new CPD', href: newPiecePath.url({}) })}
    <section data-others>
      <h2 class="govuk-heading-m">Typed here and not sent yet</h2>
      <p class="govuk-body">
        This has not reached Confer. It waits on this device, and is sent by itself when Confer can be reached again.
        Until then it can be read and copied here.
      </p>
      ${details({
        summary: html`<span data-slot="title">Other text</span>, changed on <span data-slot="changed"></span>`,
        content: html`<div class="govuk-inset-text confer-as-typed" data-slot="text"></div>`,
      })}
    </section>
    <h2 class="govuk-heading-m">Your CPD drafts on this device</h2>
    <p class="govuk-body" data-when="none">There are none.</p>
    <ul class="govuk-list confer-pieces" data-list><li class="confer-piece" data-item>
    <h3 class="govuk-heading-s">
      <a class="govuk-link" href="${overviewPath.url({})}" data-slot="title">Piece with no title yet</a>
    </h3>
    <p class="govuk-body">
      <span data-when="unsent">${tag({ content: 'Not sent yet' })}</span>
      <span data-when="sent">${tag({ content: 'As Confer had it', classes: 'govuk-tag--grey' })}</span>
      Changed on <span data-slot="changed"></span>
    </p>
  </li></ul>`
}

function nobody(): Html {
  return html`<h1 class="govuk-heading-l">You are offline</h1>
    <p class="govuk-body">
      Confer cannot be reached at the moment, and on this device there is nothing to show without it. That is so where:
    </p>
    <ul class="govuk-list govuk-list--bullet">
      <li>nobody is signed in</li>
      <li>you signed in as on a shared computer</li>
      <li>Confer was last reached from here too long ago, so that what is kept here stays locked until you sign in</li>
      <li>the browser does not let Confer keep anything.</li>
    </ul>
    <p class="govuk-body">Everything that Confer said was saved is still there. Try again when you have a network.</p>`
}

function missing(): Html {
  return html`<h1 class="govuk-heading-l">This piece is not on this device</h1>
    <p class="govuk-body">
      You are offline, and only drafts that were open on this device or that Confer brought to it can be shown.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="${overviewPath.url({})}">Your drafts on this device</a>
    </p>`
}

/** All questions on one page, with nothing in them. */
function formOf(
  visit: Pick<Visit, 'formToken'>,
  asked: Pick<EditPiece, 'pack' | 'today'>,
  stored: Pick<EditPiece, 'version' | 'state'>,
): Page {
  return editPieceScreen(visit, {
    ...asked,
    ...stored,
    pieceId: '',
    answers: emptyAnswers(),
    question: null,
    showProblems: false,
    extraPeerRow: false,
    returnsToCheck: false,
    notice: null,
    // What it needs is fetched when it is first used, and may not be on this device.
    checkScriptUrl: null,
    startingCodes: {},
  })
}

/** What the form of a piece is headed by, and what a save means, for each state that the piece may be in. */
function states(visit: Pick<Visit, 'formToken'>, asked: Pick<EditPiece, 'pack' | 'today'>): Html {
  const known = pieceStates.map(state => ({
    state,
    saved: savedInWords(state),
    heading: formOf(visit, asked, { version: 1, state }).title,
  }))
  // Where the device has what was typed and no copy of the piece beside it.
  const unknown = { state: 'unknown', saved: 'Saved.', heading: 'Continue editing' }
  return html`${[...known, unknown].map(
    ({ state, saved, heading }) => html`<p data-state="${state}" data-saved="${saved}">${heading}</p>`,
  )}`
}

/** The first of several rows, and one to make all others from. */
function peerRows(pack: RulePack): Html {
  return html`${pack.questions
    .filter(({ kind }) => kind === 'peer-reflection')
    .map(question =>
      questionField({
        pack,
        question,
        answers: emptyAnswers(),
        errors: new Map(),
        isHeading: false,
        peerRows: 2,
      }),
    )}`
}

/** Above the form, in place of what needs a network. */
function whileWriting(): Html {
  return insetText({
    attributes: { 'data-while-offline': '' },
    content: html`You are offline. What you write is kept on this device, and sent when Confer can be reached again.
      Checking your answers and submitting need a network.
      <a class="govuk-link" href="${overviewPath.url({})}">Your drafts on this device</a>`,
  })
}

/** Its link leads to the address that was asked for at first. */
function backAgain(): Html {
  return insetText({
    content: html`Confer can be reached again.
      <a class="govuk-link" href="${overviewPath.url({})}" data-slot="again">Open Confer</a>`,
  })
}
