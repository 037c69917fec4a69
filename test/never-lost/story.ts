import assert from 'node:assert/strict'
import { startSession } from '../../src/accounts/actions/start-session.ts'
import { insertPerson } from '../../src/accounts/people-store.ts'
import { saveSessionEnds } from '../../src/accounts/sessions-store.ts'
import type { Fields } from '../../src/browser/writing/fields.ts'
import { newId } from '../../src/browser/writing/new-id.ts'
import type { LeftOver } from '../../src/browser/writing/send-left-overs.ts'
import { completePiece, day, peerReflection } from '../support/given.ts'
import { EditPage, openOffline, postOf, readEditPage } from './edit-page.ts'
import { findForm, plain, type FormInPage } from './form-in-page.ts'
import { Machine } from './machine.ts'
import { allTokensIn, doubled, readKept } from './read-kept.ts'
import type { Answered, Servers } from './servers.ts'
import { Tokens, tokensIn } from './tokens.ts'

/** A page without our script, or one that needs none. */
export interface PlainPage {
  readonly kind: 'writing' | 'choosing' | 'checking'
  readonly form: FormInPage
  /** What it shows. */
  readonly tokens: readonly string[]
}

export class Tab {
  readonly machine: Machine
  readonly hasScript: boolean
  page: EditPage | PlainPage | null = null
  /** The form that was sent last, for a reload to send again. */
  last: { readonly url: string; readonly body: URLSearchParams } | null = null
  isClosed = false

  readonly name: string

  constructor(machine: Machine, name: string, hasScript: boolean) {
    this.machine = machine
    this.name = name
    this.hasScript = hasScript
  }

  leave(): void {
    if (this.page instanceof EditPage) this.page.end()
    this.page = null
  }
}

/** How a story begins. */
export type Beginning = 'new' | 'draft' | 'submitted'

const typedAtFirst = { ...completePiece, ...peerReflection }
const minute = 60_000
/** In milliseconds; what takes longer will never end. */
const longestWait = 20_000
let people = 0

/** One person, one piece, their tabs and devices, from the first word to the end. */
export class Story {
  readonly servers: Servers
  readonly personId: string
  readonly tokens = new Tokens()
  readonly machines: Machine[] = []
  tabs: Tab[] = []
  pieceId = ''
  /** Questions in which both texts were chosen to stand, one after the other. */
  readonly mayRepeat = new Set<string>()
  readonly #onScreenWhenSubmitted: { readonly number: number; readonly tokens: readonly string[] }[] = []
  readonly #underWay = new Map<symbol, string>()
  #opened = 0
  #failure: Error | null = null
  /** The page for want of a network shows what another tab is still writing. */
  #hasTextInTwoTabs = false
  #random: number

  private constructor(servers: Servers, personId: string, seed: number) {
    this.servers = servers
    this.personId = personId
    this.#random = seed
  }

  static async begin(servers: Servers, beginning: Beginning, seed: number): Promise<Story> {
    servers.now = new Date(Date.UTC(2026, 10, 18, 14) + (seed % 600) * minute)
    people += 1
    const personId = await insertPerson(
      servers.database.write,
      {
        email: `p${people}@example.org`,
        emailKey: `p${people}@example.org`,
        passwordHash: 'none',
        scheme: 'social-work-england',
        registrationNumber: `SW${100_000 + people}`,
        registration: {
          periods: [{ from: day('2015-09-01'), to: null, kind: 'joined' }],
          voluntaryRemovalAppliedOn: null,
        },
      },
      servers.now,
    )
    assert.ok(personId)
    const story = new Story(servers, personId, seed)
    const machine = await story.addMachine()
    if (beginning === 'new') {
      const tab = await story.openTab(machine, '/cpd/new')
      const page = tab?.page
      assert.ok(page instanceof EditPage)
      story.pieceId = page.pieceId
      for (const [name, value] of Object.entries(typedAtFirst)) page.form.fill(name, value)
      return story
    }
    story.pieceId = newId()
    const formToken = await story.formToken(machine)
    const about = { formToken, pieceId: story.pieceId, version: '0', press: 'draft' }
    await machine.line.request('POST', '/cpd/new', new URLSearchParams({ ...about, ...typedAtFirst }))
    if (beginning === 'submitted') {
      const body = new URLSearchParams({ formToken, version: '1' })
      const submitted = await machine.line.request('POST', `/cpd/pieces/${story.pieceId}/check`, body)
      assert.equal(submitted.statusCode, 303)
    }
    await story.openTab(machine, `/cpd/pieces/${story.pieceId}/edit`)
    return story
  }

  /** Begins something that the network may hold back for long. */
  readonly meanwhile = (act: Promise<unknown>): void => {
    act.catch((error: unknown) => {
      this.#failure ??= error instanceof Error ? error : new Error(String(error))
    })
  }

  readonly beginning = (what: string): (() => void) => {
    const id = Symbol(what)
    this.#underWay.set(id, what)
    return () => void this.#underWay.delete(id)
  }

  /** Once nothing is under way but what the network holds back. */
  readonly settled = async (): Promise<void> => {
    const begun = Date.now()
    if (this.#failure !== null) throw this.#failure
    for (let quiet = 0; quiet < 3; quiet = this.#underWay.size === 0 ? quiet + 1 : 0) {
      await new Promise(resolve => setImmediate(resolve))
      if (Date.now() - begun > longestWait)
        assert.fail(`never quiet: ${[...this.#underWay.values()].join(', ')}`)
    }
  }

  /** The same numbers for the same story. */
  pick(count: number): number {
    this.#random = (Math.imul(this.#random, 1_103_515_245) + 12_345) & 0x7fffffff
    return (this.#random >>> 8) % count
  }

  async addMachine(wrongBy = 0): Promise<Machine> {
    const machine = new Machine(this.servers, this.beginning, `machine ${this.machines.length}`, wrongBy)
    this.machines.push(machine)
    await this.signIn(machine)
    return machine
  }

  async signIn(machine: Machine): Promise<void> {
    const caller = { address: '192.0.2.1', device: null, userAgent: '' }
    const db = this.servers.database.write
    const { session, device } = await startSession(db, this.personId, caller, this.servers.now)
    machine.line.cookies.set('confer_session', session)
    machine.line.cookies.set('confer_device', device)
    for (const { page } of this.tabsOn(machine)) if (page instanceof EditPage) this.meanwhile(page.resume())
    await this.settled()
  }

  /** Every session is ended, as by a changed password. */
  async signOutElsewhere(): Promise<void> {
    await saveSessionEnds(this.servers.database.write, this.personId, null, this.servers.now)
  }

  tabsOn(machine: Machine): Tab[] {
    return this.tabs.filter(tab => tab.machine === machine)
  }

  async openTab(machine: Machine, url: string, hasScript = true): Promise<Tab | null> {
    const tab = new Tab(machine, `tab ${this.#opened++}`, hasScript)
    this.tabs.push(tab)
    await this.go(tab, url)
    if (tab.page === null) this.close(tab)
    return tab.page === null ? null : tab
  }

  /** At once, as by a crash. */
  close(tab: Tab): void {
    tab.isClosed = true
    tab.leave()
    this.tabs = this.tabs.filter(other => other !== tab)
  }

  async go(tab: Tab, url: string): Promise<void> {
    tab.leave()
    const answered = await this.#follow(tab.machine, url).catch(() => null)
    if (tab.isClosed) return
    if (answered === null) {
      const isForm = /\/(?:edit|new)\b/.test(url)
      if (!tab.machine.line.isUp && tab.hasScript && isForm) {
        tab.page = await openOffline(tab.machine, this.tokens, this.pieceId)
        this.#hasTextInTwoTabs ||= tab.page !== null
      }
    } else await this.#show(tab, answered)
    await this.settled()
  }

  /** A press on a button of a page: the browser itself sends the form. */
  async post(tab: Tab, url: string, body: URLSearchParams): Promise<void> {
    const { page } = tab
    tab.last = { url, body }
    const answered = await tab.machine.line.request('POST', url, body, { mayFail: true }).catch(() => null)
    if (tab.isClosed || tab.page !== page) return
    tab.leave()
    if (answered === null) return
    const location = locationOf(answered)
    const typed: Fields = [...body]
    if (location === null) {
      if (isAbout(answered, 'choosing') && (body.get('saveId') ?? '') !== '')
        await this.#judgeAsking(body, answered)
      if (isAbout(answered, 'choosing')) this.tokens.acknowledge(typed, 'asked to choose')
      if (answered.body.includes('we have set it aside')) this.tokens.acknowledge(typed, 'set aside')
      return this.#show(tab, answered)
    }
    const submitted = /\/submitted\/(\d+)/.exec(location)?.[1]
    if (submitted !== undefined && page && 'kind' in page)
      this.#onScreenWhenSubmitted.push({ number: Number(submitted), tokens: page.tokens })
    this.tokens.acknowledge(typed, 'redirected')
    await this.go(tab, location)
  }

  /** A press on a page's button: with our script it saves first. */
  async press(tab: Tab, press: string): Promise<void> {
    const { page } = tab
    if (page instanceof EditPage) {
      const body = await page.press(press)
      if (body && tab.page === page) await this.post(tab, page.form.action, body)
    } else if (page?.kind === 'writing') {
      await this.post(tab, page.form.action, postOf(page.form, page.form.value('formToken'), press))
    }
  }

  /** Chooses for each answer of the page that asks, by a number. */
  async choose(tab: Tab, number: number): Promise<void> {
    const { page } = tab
    if (page === null || page instanceof EditPage || page.kind !== 'choosing') return
    let rest = number
    for (const id of page.form.value('choosing').split(' ')) {
      const choices = page.form.places.filter(({ name }) => name === `choose-${id}`)
      const chosen = choices[rest % choices.length]?.value ?? ''
      rest = Math.floor(rest / 3)
      page.form.choose(`choose-${id}`, chosen)
      if (chosen === 'both') this.mayRepeat.add(id)
    }
    await this.post(tab, page.form.action, postOf(page.form, page.form.value('formToken'), ''))
  }

  /** Opens a page and presses the button of its one form. Nothing happens where there is no such page. */
  async ask(machine: Machine, url: string): Promise<Answered | null> {
    const page = await machine.line.request('GET', url).catch(() => null)
    const form = page && findForm(page.body, `action="${url}"`)
    if (!form) return null
    return machine.line.request('POST', url, postOf(form, form.value('formToken'), '')).catch(() => null)
  }

  /** Nothing happens where the draft was not deleted. */
  async bringBack(machine: Machine): Promise<void> {
    const body = new URLSearchParams({ formToken: await this.formToken(machine) })
    await machine.line.request('POST', `/cpd/deleted/${this.pieceId}/restore`, body).catch(() => null)
  }

  /** Sends what was set aside, as the page that shows it does. */
  async sendSetAside(tab: Tab): Promise<void> {
    const page = await tab.machine.line.request('GET', '/set-aside').catch(() => null)
    const form = page && findForm(page.body, 'name="setAside"')
    if (!form) return
    tab.leave()
    await this.post(tab, form.action, postOf(form, form.value('formToken'), ''))
  }

  async seeBoth(tab: Tab, { writing }: LeftOver, formToken: string): Promise<void> {
    const body = new URLSearchParams({ formToken })
    for (const [name, value] of writing.pending?.fields ?? writing.fields) body.append(name, value)
    await this.post(tab, writing.action, body)
  }

  async formToken(machine: Machine): Promise<string> {
    const answered = await machine.line.request('GET', '/session').catch(() => null)
    return answered ? (JSON.parse(answered.body) as { formToken: string }).formToken : ''
  }

  /** The network is there, everybody signs in, and what was left is sent; then all of it must be found. */
  async end(): Promise<void> {
    for (const machine of this.machines) {
      machine.line.giveUp()
      machine.line.isUp = true
      machine.line.next = null
      machine.isFull = false
    }
    await this.settled()
    for (const tab of this.tabs) this.close(tab)
    for (const machine of this.machines) {
      await this.signIn(machine)
      await this.bringBack(machine)
    }
    for (const machine of this.machines) if (this.pick(2) === 0) await machine.line.arriveLate()
    for (const machine of this.machines) await this.#sendEverything(machine)
    for (const machine of this.machines) await machine.line.arriveLate()
    await this.settled()
    await this.#goOnLongAfter()
    await this.judge()
  }

  async judge(): Promise<void> {
    const kept = await readKept(this.servers.database.read, this.personId, this.pieceId)
    assert.deepEqual(this.tokens.missing(allTokensIn(kept)), [], 'acknowledged, and lost')
    assert.deepEqual(doubled(kept, this.mayRepeat), [], 'doubled')
    for (const { number, tokens } of this.#onScreenWhenSubmitted) {
      const submission = kept.submissions.find(known => known.number === number)
      const submitted = new Set(tokensIn(JSON.stringify(submission?.answers ?? '')))
      assert.deepEqual(
        tokens.filter(token => !submitted.has(token)),
        [],
        `on the screen when ${number} was submitted, and not submitted`,
      )
    }
  }

  /** By then earlier versions are thinned out. */
  async #goOnLongAfter(): Promise<void> {
    const [machine] = this.machines
    assert.ok(machine)
    for (const later of [3 * 24 * 60 * minute, 11 * minute]) {
      this.servers.now = new Date(this.servers.now.getTime() + later)
      await this.signIn(machine)
      const tab = await this.openTab(machine, `/cpd/pieces/${this.pieceId}/edit`, false)
      if (!tab?.page) return
      tab.page.form.fill('impact', `${tab.page.form.value('impact')} ${this.tokens.next()}`)
      await this.press(tab, 'draft')
      this.close(tab)
    }
  }

  /** Whose save arrived, without hearing of it, is not asked about a text that only goes on from it. */
  async #judgeAsking(mine: URLSearchParams, { body }: Answered): Promise<void> {
    if (this.#hasTextInTwoTabs) return
    const { pieces, submissions } = await readKept(this.servers.database.read, this.personId, this.pieceId)
    const saved = pieces[0]?.draft ?? submissions.at(-1)?.answers
    const asked = findForm(body, 'name="choosing"')?.value('choosing').split(' ') ?? []
    for (const id of asked) {
      const text = id === 'peer' ? saved?.peerReflection.text : saved?.texts[id]
      const typed = tokensIn(mine.get(id) ?? '')
      const isThere = typed.every(token => tokensIn(text ?? '').includes(token))
      assert.ok(typed.length === 0 || !isThere, `asked to choose although “${id}” was saved before: ${text}`)
    }
  }

  async #sendEverything(machine: Machine): Promise<void> {
    const asked = new Set<string>()
    for (let round = 0; round < 8; round++) {
      const tab =
        (await this.openTab(machine, `/cpd/pieces/${this.pieceId}/edit`)) ??
        // It was never begun: only what the device has of it can begin it.
        (await this.openTab(machine, '/cpd/new'))
      const page = tab?.page
      assert.ok(tab && page instanceof EditPage, 'a form after signing in')
      await this.settled()
      const { clash } = page
      if (clash) {
        const { writingId } = clash.writing
        assert.ok(!asked.has(writingId), 'asked to choose a second time, although nothing else was changed')
        asked.add(writingId)
        await this.seeBoth(tab, clash, page.formToken)
        for (let asking = 0; asking < 3 && isChoosing(tab); asking++) await this.choose(tab, this.pick(81))
        assert.ok(!isChoosing(tab), 'asked to choose, and never content')
      } else {
        const device = await page.run(() => machine.open('offline'))
        const left = (await device?.listWritings()) ?? []
        this.close(tab)
        if (left.length === 0) return
      }
      if (!tab.isClosed) this.close(tab)
    }
    assert.fail('what is on the device is never sent')
  }

  async #follow(machine: Machine, url: string): Promise<Answered> {
    let answered = await machine.line.request('GET', url)
    for (let hops = 0; hops < 5; hops++) {
      const location = locationOf(answered)
      if (location === null) return answered
      answered = await machine.line.request('GET', location)
    }
    return answered
  }

  async #show(tab: Tab, answered: Answered): Promise<void> {
    const { body } = answered
    const tokens = tokensIn(plain(body))
    tab.leave()
    if (tab.isClosed) return
    const choosing = findForm(body, 'name="choosing"')
    const checking = findForm(body, `action="/cpd/pieces/${this.pieceId}/check"`)
    const writing = findForm(body, 'data-saves-itself')
    if (choosing) tab.page = { kind: 'choosing', form: choosing, tokens }
    else if (checking) tab.page = { kind: 'checking', form: checking, tokens }
    else if (writing && !tab.hasScript) tab.page = { kind: 'writing', form: writing, tokens }
    else if (writing) {
      const page = readEditPage(tab.machine, this.tokens, body)
      tab.page = page
      if (page) this.meanwhile(this.#start(tab, page))
    }
    await this.settled()
  }

  async #start(tab: Tab, page: EditPage): Promise<void> {
    await page.start()
    if (page.reloads && tab.page === page) await this.go(tab, page.form.action)
  }
}

function isChoosing({ page }: Tab): boolean {
  return page !== null && !(page instanceof EditPage) && page.kind === 'choosing'
}

function isAbout({ body }: Answered, field: string): boolean {
  return body.includes(`name="${field}"`)
}

function locationOf({ headers }: Answered): string | null {
  const { location } = headers
  return typeof location === 'string' ? location.replace(/#.*$/, '') : null
}
