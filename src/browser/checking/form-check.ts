import { foundInWords } from '../../anonymisation/finding-words.ts'
import type { NeverWrite } from '../../anonymisation/finding.ts'
import { viewOf } from '../writing/form-view.ts'
import type { CheckReply, CheckRequest, RewriteOfText } from './check-request.ts'
import { findingsOf, type CheckedField, type Done, type FieldFindings } from './field-findings.ts'
import { keptInPiece, keptOnPage } from './kept-in-piece.ts'
import { readNeverWrite } from './read-never-write.ts'

/** Put in when this file is compiled: see `platform/web/assets.ts`. */
declare const WORKER_URL: string

/**
 * What is found is shown after so many milliseconds at the latest, also where the server does not say which of it is kept;
 * what is goes when it does.
 */
const patience = 300

/** How long somebody pauses before what they wrote is checked, in milliseconds. */
const pause = 600

interface Checked {
  readonly field: CheckedField
  readonly label: string
  readonly isJobRole: boolean
  readonly findings: FieldFindings
  /** As it was last announced. */
  things: number
}

/** Checks what a form says whenever its writer pauses, and shows below each field what might identify somebody. */
export function checkForm(form: HTMLFormElement): void {
  const worker = new Worker(WORKER_URL)
  const shared = form.dataset['knownNames']
  const kept = shared === undefined ? keptInPiece(() => viewOf(form).pieceId) : keptOnPage()
  const announcer = makeAnnouncer(form)
  let neverWrite: Promise<readonly NeverWrite[] | null> = readNeverWrite()
  let number = 0
  let timer = 0
  let texts: readonly string[] = []

  const checkNow = () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void ask(), 0)
  }
  const fields = [...form.querySelectorAll<CheckedField>('[data-check]')].map((field): Checked => {
    const { check = '' } = field.dataset
    const isJobRole = check === 'job-role'
    return {
      field,
      label: isJobRole ? (field.labels?.[0]?.textContent.trim() ?? '') : check,
      isJobRole,
      findings: findingsOf(field, {
        checkNow,
        carryOut,
        keep: word => void kept.keep(word),
        askAgain: word => void kept.askAgain(word),
      }),
      things: 0,
    }
  })

  /** In all the fields, or in none where somebody has typed since. */
  function carryOut(edits: readonly RewriteOfText[], name: string | null): readonly Done[] | null {
    const done = fields.flatMap(({ findings }, index) => {
      const here = edits.filter(edit => edit.index === index)
      return here.length === 0 ? [] : [findings.prepare(here, name)]
    })
    const ready = done.filter(one => one !== null)
    return ready.length < done.length ? null : ready.map(carry => carry())
  }

  async function ask(): Promise<void> {
    // What cannot be opened cannot be looked for; the page with the answers says so.
    const list = (await neverWrite) ?? []
    texts = fields.map(({ field }) => field.value)
    number += 1
    const request: CheckRequest = {
      number,
      texts: fields.map(({ field, isJobRole }) => ({ text: field.value, isJobRole })),
      neverWrite: list,
      knownNames: shared?.split('\n') ?? [],
      replaced: fields.flatMap(({ findings }, index) => findings.replaced(index)),
    }
    worker.postMessage(request, [])
  }

  async function show({ number: answered, found }: CheckReply): Promise<void> {
    // Overtaken by a later one, or nothing to check with: what is shown stays.
    if (answered !== number || found === null) return
    const checked = texts
    const words = new Set(found.flat().map(({ keptForm }) => keptForm))
    const finding = kept.findKept(words)
    const soon = await Promise.race([finding, afterPatience()])
    if (answered !== number) return
    showAll(found, checked, soon ?? kept.knownKept(words))
    if (soon !== null) return
    const late = await finding
    if (answered === number) showAll(found, checked, late)
  }

  function showAll(
    found: NonNullable<CheckReply['found']>,
    checked: readonly string[],
    keptWords: ReadonlySet<string>,
  ): void {
    const news = fields.flatMap((one, index) => {
      const here = (found[index] ?? []).filter(({ keptForm }) => !keptWords.has(keptForm))
      const things = one.findings.show(checked[index] ?? '', here)
      if (things === one.things) return []
      one.things = things
      return [foundInWords(things, ` in “${one.label}”`)]
    })
    // Only a change of how much there is: nobody is to hear the same again after each sentence.
    if (news.length > 0) announcer.textContent = news.join(' ')
  }

  worker.addEventListener('message', (event: MessageEvent<CheckReply>) => void show(event.data))
  form.addEventListener('input', () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void ask(), pause)
  })
  // The list may have been changed in another tab, or the page been gone back to.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') return
    neverWrite = readNeverWrite()
    checkNow()
  })
  checkNow()
}

function afterPatience(): Promise<null> {
  return new Promise(resolve => {
    window.setTimeout(() => resolve(null), patience)
  })
}

function makeAnnouncer(form: HTMLFormElement): HTMLElement {
  const announcer = document.createElement('p')
  announcer.className = 'govuk-visually-hidden'
  announcer.setAttribute('role', 'status')
  const link = document.createElement('a')
  link.className = 'govuk-link'
  link.href = '/never-write-list'
  link.textContent = 'Your never-write list'
  const about = document.createElement('p')
  about.className = 'govuk-body'
  about.append(
    'While you write, this page looks for what might identify somebody, on this device. It misses some. ',
    link,
  )
  form.after(announcer, about)
  return announcer
}
