import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { anything } from './never-lost/commands.ts'
import { startServers, type Servers } from './never-lost/servers.ts'
import { Story, type Beginning } from './never-lost/story.ts'
import { surroundPages } from './never-lost/surroundings.ts'

/**
 * Random stories of one person and one piece: tabs and devices, a network that fails, a Confer that is killed, sessions that
 * end, clocks that are wrong. The writer, the device's store, the server and the database are the real ones; a page has no
 * window, and Confer's two processes are two apps on one database.
 *
 * At the end the network is there, everybody signs in, what pages left on their devices is sent, and whoever is asked to
 * choose chooses. Every word that is typed is typed once in a story. Then this holds:
 *
 * 1. A word that somebody was told is kept is found: in the draft, a submission, an earlier version or a form set aside. Told
 *    is whoever reads "Saved", "Saved on this device only" or "kept on this device" over a form with the word in it; whose
 *    press was answered by another page; who was asked to choose, because that page says that nothing is lost; whose form was
 *    set aside; and who left a page without a warning. Only a word that somebody typed over, with it before them, may be
 *    gone, and only if the word that was typed in its place is found, or was typed over in turn by one that is. Earlier
 *    versions are thinned, so what was typed over need not be there; what another tab's text, a choice, an earlier version or
 *    a press on "withdraw" replaced must be.
 * 2. Nothing is there twice: one piece; no version submitted twice; no earlier version of the same moment and form set aside
 *    twice; no word twice in one answer, unless "both" was chosen for it; no draft that says what was submitted.
 * 3. What was on the screen when "submit" was pressed is in that very submission.
 * 4. Nothing is left on a device. Nobody is asked to choose a second time when nothing else was changed, nor about a text
 *    that has all they typed because their own save had arrived.
 *
 * A failure prints a seed, a path and a replay path: give them as NEVER_LOST_SEED, NEVER_LOST_PATH and NEVER_LOST_REPLAY to
 * see the same story again. NEVER_LOST_STORIES is how many stories to tell.
 */
const given = {
  stories: Number(process.env['NEVER_LOST_STORIES'] ?? 1_000),
  seed: Number(process.env['NEVER_LOST_SEED'] ?? Math.trunc(Math.random() * 0x7fffffff)),
  path: process.env['NEVER_LOST_PATH'] ?? null,
  replay: process.env['NEVER_LOST_REPLAY'] ?? null,
}

const atOnce = given.path === null ? Number(process.env['NEVER_LOST_AT_ONCE'] ?? 3) : 1
const worlds: Servers[] = []

surroundPages()

before(async () => {
  for (let count = 0; count < atOnce; count++) worlds.push(await startServers())
})

after(async () => {
  for (const world of worlds) await world.close()
})

test('nothing that was acknowledged is ever lost, and nothing is doubled', async () => {
  const begun = Date.now()
  await Promise.all(
    worlds.map((servers, index) => {
      const beginnings = fc.constantFrom<Beginning>('new', 'draft', 'draft', 'submitted')
      const commands = fc.commands(anything, {
        maxCommands: 16,
        size: 'max',
        ...(given.replay === null ? {} : { replayPath: given.replay }),
      })
      const property = fc.asyncProperty(beginnings, fc.nat(), commands, async (beginning, seed, commands) => {
        const story = await Story.begin(servers, beginning, seed)
        await fc.asyncModelRun(() => ({ model: story, real: story }), commands)
        await story.end()
      })
      return fc.assert(property, {
        seed: given.seed + index,
        numRuns: Math.ceil(given.stories / atOnce),
        ...(given.path === null ? {} : { path: given.path, endOnFailure: true }),
      })
    }),
  )
  process.stdout.write(`# ${given.stories} stories in ${Math.round((Date.now() - begun) / 1000)} s\n`)
})
