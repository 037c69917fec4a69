import fc from 'fast-check'
import { EditPage } from './edit-page.ts'
import type { Fault } from './line.ts'
import type { Machine } from './machine.ts'
import type { Story, Tab } from './story.ts'

type Command = fc.AsyncCommand<Story, Story>

const minute = 60_000
const day = 24 * 60 * minute
const mostTabs = 4
const mostMachines = 2

/** Answers that are typed in; one of them is asked about after the others and may be left empty. */
const answers = ['title', 'description', 'learning', 'learning', 'learning', 'peer'] as const

function command(name: string, check: (story: Story) => boolean, run: (story: Story) => unknown): Command {
  return {
    check,
    async run(_, story) {
      await run(story)
      await story.settled()
    },
    toString: () => name,
  }
}

/** A command about one of the tabs that it can be about. */
function about<Given>(
  given: fc.Arbitrary<Given>,
  name: (given: Given) => string,
  can: (tab: Tab) => boolean,
  run: (tab: Tab, given: Given, story: Story) => unknown,
): fc.Arbitrary<Command> {
  return fc.tuple(fc.nat({ max: mostTabs - 1 }), given).map(([turn, chosen]) => {
    let which = ''
    const find = (story: Pick<Story, 'tabs'>) => {
      const tabs = story.tabs.filter(tab => can(tab))
      return tabs[turn % tabs.length]
    }
    return {
      check: story => find(story) !== undefined,
      async run(_, story) {
        const tab = find(story)
        if (!tab) return
        which = ` (${tab.name} on ${tab.machine.name})`
        await run(tab, chosen, story)
        await story.settled()
      },
      toString: () => `${name(chosen)}${which}`,
    }
  })
}

const machineTurn = fc.nat({ max: mostMachines - 1 })
const nothing = fc.constant(null)
const isWriting = ({ page }: Tab) => page instanceof EditPage || page?.kind === 'writing'

const openTab = on(
  fc.record({
    question: fc.constantFrom(null, null, null, 'learning', 'peer'),
    hasScript: fc.constantFrom(true, true, true, false),
  }),
  ({ question, hasScript }) => `open ${question ?? 'the form'}${hasScript ? '' : ' without JavaScript'}`,
  (machine, { question, hasScript }, story) => {
    if (story.tabs.length >= mostTabs) return
    const form = `/cpd/pieces/${story.pieceId}/edit`
    return story.openTab(machine, question === null ? form : `${form}/${question}`, hasScript)
  },
)

const type = about(
  fc.record({ answer: fc.constantFrom(...answers), isOver: fc.constantFrom(false, false, false, true) }),
  ({ answer, isOver }) => `type ${isOver ? 'over ' : ''}${answer}`,
  isWriting,
  ({ page }, { answer, isOver }, { tokens }) => {
    if (!page?.form.has(answer)) return
    const token = tokens.next()
    const change = (text: string) => {
      if (!isOver) return text === '' ? token : `${text} ${token}`
      tokens.typeOver(text, token)
      return token
    }
    if (page instanceof EditPage) page.type(answer, change)
    else page.form.fill(answer, change(page.form.value(answer)))
  },
)

const pause = about(
  fc.constantFrom(200, 1_200, 1_200, 5_000, 40_000),
  milliseconds => `wait ${milliseconds} ms`,
  ({ page }) => page instanceof EditPage,
  async ({ machine, page }, milliseconds, story) => {
    if (!(page instanceof EditPage)) return
    await page.wait(milliseconds, story.settled)
    if (milliseconds < 15_000) return
    machine.line.giveUp()
    await story.settled()
    await page.wait(milliseconds, story.settled)
  },
)

const press = about(
  fc.constantFrom('draft', 'draft', 'check'),
  button => `press ${button}`,
  isWriting,
  (tab, button, story) => story.meanwhile(story.press(tab, button)),
)

const choose = about(
  fc.nat({ max: 80 }),
  number => `choose ${number}`,
  ({ page }) => page !== null && !(page instanceof EditPage) && page.kind === 'choosing',
  (tab, number, story) => story.meanwhile(story.choose(tab, number)),
)

const check = about(
  nothing,
  () => 'open the check page',
  ({ page }) => page === null || !(page instanceof EditPage) || page.writer.isSafe(),
  (tab, _, story) => {
    if (tab.page instanceof EditPage) story.tokens.acknowledge(tab.page.form.fields, 'left without a warning')
    return story.go(tab, `/cpd/pieces/${story.pieceId}/check`)
  },
)

const submit = about(
  fc.boolean(),
  isTwice => `submit${isTwice ? ' twice' : ''}`,
  ({ page }) => page !== null && !(page instanceof EditPage) && page.kind === 'checking',
  (tab, isTwice, story) => {
    const { page, machine } = tab
    if (!page || page instanceof EditPage) return
    const body = new URLSearchParams({
      formToken: page.form.value('formToken'),
      version: page.form.value('version'),
    })
    if (isTwice) story.meanwhile(machine.line.request('POST', page.form.action, body).catch(() => null))
    story.meanwhile(story.post(tab, page.form.action, body))
  },
)

const repeat = about(
  nothing,
  () => 'send the last form again',
  ({ last, page }) => last !== null && (page === null || !(page instanceof EditPage)),
  (tab, _, story) => tab.last && story.meanwhile(story.post(tab, tab.last.url, tab.last.body)),
)

const crash = about(
  fc.boolean(),
  isReopened => (isReopened ? 'crash and reload' : 'crash'),
  () => true,
  async (tab, isReopened, story) => {
    story.close(tab)
    if (isReopened) await story.openTab(tab.machine, `/cpd/pieces/${story.pieceId}/edit`, tab.hasScript)
  },
)

const close = about(
  nothing,
  () => 'close where nothing warns',
  ({ page }) => page instanceof EditPage && page.writer.isSafe(),
  (tab, _, story) => {
    if (tab.page instanceof EditPage) story.tokens.acknowledge(tab.page.form.fields, 'left without a warning')
    story.close(tab)
  },
)

const hide = about(
  nothing,
  () => 'look at something else',
  ({ page }) => page instanceof EditPage,
  ({ page }) => page instanceof EditPage && page.hide(),
)

const lookAtSession = about(
  nothing,
  () => 'ask who is signed in',
  ({ page }) => page instanceof EditPage,
  ({ page }, _, story) => page instanceof EditPage && story.meanwhile(page.lookAtSession()),
)

const seeBoth = about(
  nothing,
  () => 'see both',
  ({ page }) => page instanceof EditPage && page.clash !== null && page.writer.isSafe(),
  (tab, _, story) => {
    const { page } = tab
    if (page instanceof EditPage && page.clash)
      story.meanwhile(story.seeBoth(tab, page.clash, page.formToken))
  },
)

const sendSetAside = about(
  nothing,
  () => 'send what is set aside',
  ({ page }) => !(page instanceof EditPage),
  (tab, _, story) => story.meanwhile(story.sendSetAside(tab)),
)

/** A command about one of the devices that it can be about. */
function on<Given>(
  given: fc.Arbitrary<Given>,
  name: (given: Given) => string,
  run: (machine: Machine, given: Given, story: Story) => unknown,
  can: (machine: Machine) => boolean = () => true,
): fc.Arbitrary<Command> {
  return fc.tuple(machineTurn, given).map(([turn, chosen]) => {
    let which = ''
    const find = (story: Pick<Story, 'machines'>) => {
      const machines = story.machines.filter(can)
      return machines[turn % machines.length]
    }
    return {
      check: story => find(story) !== undefined,
      async run(_, story) {
        const machine = find(story)
        if (!machine) return
        which = ` (${machine.name})`
        await run(machine, chosen, story)
        await story.settled()
      },
      toString: () => `${name(chosen)}${which}`,
    }
  })
}

const fault = on(
  fc.constantFrom<Fault>(
    'lost',
    'reply-lost',
    'late',
    'reply-late',
    'killed-before-commit',
    'killed-after-commit',
  ),
  kind => `the next form is ${kind}`,
  ({ line }, kind) => {
    line.next = kind
  },
)

const network = on(
  nothing,
  () => 'lose the network, or find it again',
  (machine, _, story) => {
    machine.line.isUp = !machine.line.isUp
    if (!machine.line.isUp) return
    for (const { page } of story.tabsOn(machine))
      if (page instanceof EditPage) story.meanwhile(page.goOnline())
  },
)

const release = on(
  fc.boolean(),
  isPatient => (isPatient ? 'what was late arrives' : 'what nobody waits for arrives'),
  ({ line }, isPatient) => (isPatient ? line.release() : line.arriveLate()),
  ({ line }) => line.isHolding || line.hasStragglers,
)

const fill = on(
  nothing,
  () => 'the device is full, or has room again',
  machine => {
    machine.isFull = !machine.isFull
  },
)

const crashBrowser = on(
  nothing,
  () => 'the browser is killed',
  (machine, _, story) => {
    for (const tab of story.tabsOn(machine)) story.close(tab)
    machine.line.cookies.delete('confer_session')
  },
)

const signIn = on(
  nothing,
  () => 'sign in',
  (machine, _, story) => story.signIn(machine),
)

const restore = on(
  fc.nat({ max: 5 }),
  number => `restore ${number}`,
  (machine, number, story) => story.ask(machine, `/cpd/pieces/${story.pieceId}/revisions/${number + 1}`),
)

const takeBack = on(
  fc.constantFrom('discard-changes', 'withdraw', 'delete'),
  what => what,
  (machine, what, story) => story.ask(machine, `/cpd/pieces/${story.pieceId}/${what}`),
)

const bringBack = on(
  nothing,
  () => 'bring the draft back',
  (machine, _, story) => story.bringBack(machine),
)

const bringCopies = on(
  nothing,
  () => 'bring copies of the drafts',
  async (machine, _, story) => {
    const page = story.tabsOn(machine).find(tab => tab.page instanceof EditPage)?.page
    if (page instanceof EditPage) await page.bringCopies()
  },
)

const time = fc
  .constantFrom(2 * minute, 11 * minute, 11 * minute, 13 * 60 * minute, 3 * day, 9 * day)
  .map(milliseconds =>
    command(
      `${milliseconds / minute} minutes pass`,
      () => true,
      ({ servers }) => {
        servers.now = new Date(servers.now.getTime() + milliseconds)
      },
    ),
  )

const revoke = fc.constant(
  command(
    'change the password elsewhere',
    () => true,
    story => story.signOutElsewhere(),
  ),
)

const anotherMachine = fc.constantFrom(0, -day, 365 * day).map(wrongBy =>
  command(
    `take another machine, its clock ${wrongBy / day} days wrong`,
    ({ machines, tabs }) => machines.length < mostMachines && tabs.length < mostTabs,
    async story => {
      const machine = await story.addMachine(wrongBy)
      await story.openTab(machine, `/cpd/pieces/${story.pieceId}/edit`)
    },
  ),
)

function often<Arbitrary>(times: number, ...commands: readonly Arbitrary[]): Arbitrary[] {
  return commands.flatMap(one => Array.from({ length: times }, () => one))
}

/** What is done often stands here often. */
export const anything: fc.Arbitrary<Command>[] = [
  ...often(6, type),
  ...often(4, pause),
  ...often(3, choose, fault),
  ...often(2, press, openTab, anotherMachine, network, submit, seeBoth, time, signIn),
  ...often(1, release, crash, hide, close, fill, check, repeat, restore, takeBack, bringBack),
  ...often(1, revoke, lookAtSession, sendSetAside, crashBrowser, bringCopies),
]
