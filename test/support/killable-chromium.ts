import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Browser, type Page } from 'playwright-core'
import { launchOptions } from './chromium.ts'
import { findChromium } from './find-chromium.ts'

/** A browser with a profile on the disk, as a person has one: killed and started again, it has what it wrote there. */
export interface KillableChromium {
  open(): Promise<Page>
  /** The browser and all its processes, as when the power goes. */
  kill(): Promise<void>
  startAgain(): Promise<void>
  close(): Promise<void>
}

export async function startKillableChromium(): Promise<KillableChromium> {
  const program = await findChromium()
  const profile = await mkdtemp(join(tmpdir(), 'confer-profile-'))
  let running = await start(program, profile)
  return {
    async open() {
      const [context] = running.browser.contexts()
      if (!context) throw new Error('the browser has no window')
      context.setDefaultTimeout(8_000)
      return context.newPage()
    },
    kill: () => end(running.child),
    async startAgain() {
      await end(running.child)
      running = await start(program, profile)
    },
    async close() {
      await end(running.child)
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function start(program: string, profile: string): Promise<{ child: ChildProcess; browser: Browser }> {
  const child = spawn(
    program,
    [
      ...launchOptions,
      '--headless',
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      '--no-default-browser-check',
      '--hide-crash-restore-bubble',
      'about:blank',
    ],
    // A group of its own, so that its children end with it.
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  try {
    return { child, browser: await chromium.connectOverCDP(await debuggingAddress(child)) }
  } catch (error) {
    await end(child)
    throw error
  }
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stderr) return reject(new Error('it has no output'))
    createInterface(child.stderr).on('line', line => {
      const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.on('error', reject)
    child.on('exit', code => reject(new Error(`Chromium ended with ${code} before it was ready`)))
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  process.kill(-child.pid, 'SIGKILL')
  await once(child, 'exit')
}
