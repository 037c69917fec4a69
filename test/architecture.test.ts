import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'

/** The rules of the house, executed: they are read off the imports of every file. `docs/tour.md` says what they are for. */

const root = fileURLToPath(new URL('../', import.meta.url))

interface Import {
  /** A file below `src/`, or a package. */
  readonly from: string
  /** Erased before anything runs. */
  readonly isType: boolean
  readonly names: readonly string[]
}

interface Source {
  /** Below `src/`. */
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}

const sources = readSources()
const product = sources.filter(({ path }) => !/\.(test|fixture)\.ts$|\/fixtures\//.test(path))

function readSources(): Source[] {
  return listFiles('src', '.ts').map(path => {
    const text = readFileSync(join(root, 'src', path), 'utf8')
    return { path, text, imports: importsOf(path, text) }
  })
}

function listFiles(folder: string, end: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => name.endsWith(end))
    .toSorted()
}

function importsOf(path: string, text: string): Import[] {
  const statements = text.matchAll(/^(import|export) (type )?([^'"`;]*?)\s*from '([^']+)'/gm)
  const bare = text.matchAll(/^import '([^']+)'|\bimport\('([^']+)'\)/gm)
  return [
    ...[...statements].map(([, , type, names = '', from = '']) => ({
      from: resolve(path, from),
      isType: type !== undefined,
      // Each name with its own `type`, if it has one: erased as well.
      names: (/\{([^}]*)\}/.exec(names)?.[1] ?? names)
        .split(',')
        .map(name => name.trim())
        .filter(name => name !== ''),
    })),
    ...[...bare].map(([, from, dynamic]) => ({
      from: resolve(path, from ?? dynamic ?? ''),
      isType: false,
      names: [],
    })),
  ]
}

function resolve(path: string, from: string): string {
  return from.startsWith('.') ? normalize(join(dirname(path), from)).replaceAll('\\', '/') : from
}

/** What is imported and is still there when the program runs. */
function valuesOf({ isType, names, from }: Import): { from: string; names: readonly string[] } {
  return { from, names: isType ? [] : names.filter(name => !name.startsWith('type ')) }
}

function importsValues(one: Import): boolean {
  return !one.isType && (one.names.length === 0 || valuesOf(one).names.length > 0)
}

// Not features: the platform, what runs in the browser, and the files at the top that put the features together.
function featureOf(path: string): string | null {
  const [first, ...rest] = path.split('/')
  return rest.length === 0 || first === undefined || first === 'platform' || first === 'browser'
    ? null
    : first
}

type Part = 'noun' | 'action' | 'screen' | 'store' | 'paths' | 'routes' | 'edge'

/** Files at a feature's root that are neither a noun nor called after what they are, and why. */
const edges: Readonly<Record<string, string>> = {
  'accounts/account-mail.ts': 'the shape of a job, checked when it is read',
  'accounts/caller.ts': 'what of a request the actions need',
  'accounts/mails.ts': 'messages as the mailer wants them',
  'accounts/password-hash.ts': 'hashing takes a native package, and randomness',
  'anonymisation/read-model.ts': 'reads a file',
  'audit/record-event.ts': 'the one statement that every action may run beside its own',
  'cpd/find-mine.ts': 'the store, asked for whoever visits',
  'cpd/revisions/find-revision.ts': 'the store, asked for what one earlier version says',
  'cpd/save-form.ts': 'the one way from a form to a saved piece, for several routes',
  'demo/desk.ts': 'plays what the routes do',
  'demo/fill-with-demo.ts': 'a command of its own',
  'demo/invented-organisation.ts': 'says what they do there, by the actions of others',
  'demo/invented-people.ts': 'says what each of them does at the desk',
  'guidance/load-guidance.ts': 'reads files',
  'guidance/placeholders.ts': 'writes Markdown',
  'organisations/invitation-mail.ts': 'the shape of a job, checked when it is read',
  'organisations/open-organisation.ts': 'the one way to an organisation, for every route',
  'reminders/reminder-mail.ts': 'the shape of a job, checked when it is read',
  'schemes/load-rule-packs.ts': 'reads files',
  'supervision/calendar/session-mail.ts': 'the shape of a job, checked when it is read',
  'supervision/notes/open-for-notes.ts': 'the one way to one’s own notes, for every route',
  'supervision/signature-mails/signature-mail.ts': 'the shape of a job, checked when it is read',
  'supervision/open-relationship.ts': 'the one way to what two people share, for every route',
  'supervision/open-session.ts': 'the one way to what belongs to a session, for every route',
  'supervision/sharing/links-from-piece.ts': 'what a page of another feature is given to show',
  'supervision/shared-drafts/save-shared-form.ts':
    'the one way from a form to what several people write, for several routes',
}

function partOf(path: string): Part {
  const name = basename(path)
  if (path.includes('/actions/')) return 'action'
  if (path.includes('/screens/')) return 'screen'
  if (name === 'store.ts' || name.endsWith('-store.ts')) return 'store'
  if (name === 'paths.ts') return 'paths'
  if (name === 'routes.ts' || name.endsWith('-routes.ts')) return 'routes'
  // What a feature is given when the process starts, and the work it does then by itself.
  if (name === 'settings.ts' || name === 'jobs.ts' || Object.hasOwn(edges, path)) return 'edge'
  return 'noun'
}

test('the platform imports no feature', () => {
  const broken = product
    .filter(({ path }) => path.startsWith('platform/'))
    .flatMap(({ path, imports }) =>
      imports.filter(({ from }) => isOurs(from) && !from.startsWith('platform/')).map(told(path)),
    )
  assert.deepEqual(broken, [])
})

test('nouns import nouns, and of the platform what is as plain as they are', () => {
  const plain = new Set([
    'platform/result.ts',
    'platform/actor.ts',
    'platform/day.ts',
    'platform/id.ts',
    'platform/ui/words.ts',
    // Checks what comes from outside; a table of words; what is an address.
    'zod',
    '@zxcvbn-ts/language-common',
    'node:net',
    'node:url',
  ])
  // Of these what is a function like any other: the same bytes in, the same bytes out.
  const pure: Readonly<Record<string, RegExp>> = {
    diff: /^diffWords/,
    'node:crypto': /^(?:createHash|createHmac|hash)$/,
    'node:zlib': /Sync$/,
  }
  const broken = product
    .filter(({ path }) => featureOf(path) !== null && partOf(path) === 'noun')
    .flatMap(({ path, imports }) =>
      imports
        .filter(one => {
          const { from } = one
          if (plain.has(from) || (featureOf(from) !== null && partOf(from) === 'noun')) return false
          if (Object.hasOwn(pure, from)) return valuesOf(one).names.some(name => !pure[from]?.test(name))
          // The type of a setting or of what a store returns couples nothing at run time.
          return importsValues(one) || !(from === 'platform/config.ts' || partOf(from) === 'store')
        })
        .map(told(path)),
    )
  assert.deepEqual(broken, [])
})

test('nouns know neither the time nor chance', () => {
  const broken = product
    .filter(({ path }) => featureOf(path) !== null && ['noun', 'screen', 'store'].includes(partOf(path)))
    .filter(({ text }) =>
      /new Date\(\)|Date\.now\(|Temporal\.Now|Math\.random|random(UUID|Int|Bytes)|process\.env/.test(text),
    )
    .map(({ path }) => path)
  assert.deepEqual(broken, [])
})

test('screens read and show: they run no action and ask no database', () => {
  const broken = product
    .filter(({ path }) => partOf(path) === 'screen')
    .flatMap(({ path, imports }) =>
      imports
        .filter(one => importsValues(one))
        .filter(({ from }) => ['action', 'store'].includes(partOf(from)) || from.startsWith('platform/db/'))
        .map(told(path)),
    )
  assert.deepEqual(broken, [])
})

test('between features only nouns, actions, addresses, and what a store finds or lists', () => {
  const broken = product.flatMap(({ path, imports }) =>
    imports
      .filter(({ from }) => {
        const [here, there] = [featureOf(path), featureOf(from)]
        return here !== null && there !== null && here !== there
      })
      .filter(one => {
        switch (partOf(one.from)) {
          case 'noun':
          case 'action':
          case 'paths':
            return false
          case 'store':
            return valuesOf(one).names.some(name => !/^(find|list)[A-Z]/.test(name))
          case 'edge':
            return one.from !== 'audit/record-event.ts' && importsValues(one)
          case 'screen':
          case 'routes':
            return true
        }
      })
      .map(told(path)),
  )
  assert.deepEqual(broken, [])
})

test('no file imports itself, by however many others', () => {
  const importsByPath = new Map(
    product.map(({ path, imports }) => [path, imports.map(({ from }) => from).filter(isOurs)]),
  )
  const done = new Set<string>()
  const cycles: string[] = []
  const walk = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' → '))
    else if (!done.has(path)) {
      for (const next of importsByPath.get(path) ?? []) walk(next, [...way, path])
      done.add(path)
    }
  }
  for (const path of importsByPath.keys()) walk(path, [])
  assert.deepEqual(cycles, [])
})

test('SQL is built in stores, in the database’s own folder and where events are recorded, and nowhere else', () => {
  const mayBuild = ({ path }: Source) =>
    partOf(path) === 'store' || path.startsWith('platform/db/') || path === 'audit/record-event.ts'
  const broken = product
    .filter(source => !mayBuild(source))
    .filter(
      ({ text, imports }) =>
        imports.some(({ from }) => from === 'kysely' || from === 'pg') ||
        /\.(insertInto|selectFrom|updateTable|deleteFrom|mergeInto)\(|\bsql`/.test(text),
    )
    .map(({ path }) => path)
  assert.deepEqual(broken, [])
})

test('packages with a place of their own are imported there only', () => {
  const places: Readonly<Record<string, RegExp>> = {
    fastify: /^platform\/web\//,
    'pg-boss': /^platform\/jobs\//,
    idb: /^browser\/device\//,
    nodemailer: /^platform\/mail\//,
    'markdown-it': /^platform\/ui\//,
    esbuild: /^platform\/web\//,
    'govuk-frontend': /^browser\//,
    '@node-rs/argon2': /^accounts\/password-hash\.ts$/,
    'temporal-polyfill': /^platform\/day\.ts$/,
  }
  const broken = product.flatMap(({ path, imports }) =>
    imports.filter(({ from }) => places[from] && !places[from].test(path)).map(told(path)),
  )
  assert.deepEqual(broken, [])
})

test('markup is trusted inside platform/ui only', () => {
  const broken = sources
    .filter(({ path, text }) => !path.startsWith('platform/ui/') && text.includes('Html.trusted'))
    .map(({ path }) => path)
  assert.deepEqual(broken, [])
})

test('what runs in the browser imports nothing of the server', () => {
  const broken = product
    .filter(({ path }) => path.startsWith('browser/'))
    .flatMap(({ path, imports }) =>
      imports.filter(({ from }) => from.startsWith('node:') || from.startsWith('platform/')).map(told(path)),
    )
  assert.deepEqual(broken, [])
})

test('the environment is read where the process starts, and handed on where it starts another', () => {
  const broken = product
    .filter(({ text }) => text.includes('process.env'))
    .map(({ path }) => path)
    .filter(
      path =>
        path !== 'main.ts' &&
        path !== 'command-line.ts' &&
        path !== 'web.ts' &&
        !path.startsWith('platform/db/embedded/'),
    )
  assert.deepEqual(broken, [])
})

test('files are named after what they hold', () => {
  const avoided =
    /(^|[-/])(utils?|helpers?|common|services?|managers?|handlers?|controllers?|dtos?|data|misc)([-./]|$)/
  const names = ['src', 'test', 'scripts', 'bench'].flatMap(folder =>
    listFiles(folder, '.ts').map(name => `${folder}/${name}`),
  )
  assert.deepEqual(
    names
      // GOV.UK's own names for its components.
      .filter(name => !name.startsWith('src/platform/ui/govuk/'))
      .filter(name => avoided.test(name) || !/^[a-z0-9/.-]+$/.test(name)),
    [],
  )
})

test('no barrels, no default exports, no enums, no namespaces, nothing called any', () => {
  const broken = sources.flatMap(({ path, text }) =>
    [
      [/^export \* |^export \{[^}]*\} from/m, 'passes on what another file exports'],
      [/^export default/m, 'exports a default'],
      [/^(export )?(declare )?(const )?enum /m, 'has an enum'],
      [/^(export )?(declare )?namespace /m, 'has a namespace'],
      [/: any\b|<any[,>]|\bas any\b|any\[\]/, 'says any'],
    ]
      .filter(([pattern]) => pattern instanceof RegExp && pattern.test(withoutComments(text)))
      .map(([, what]) => `${path} ${String(what)}`),
  )
  assert.deepEqual(broken, [])
})

test('people read the words of the glossary and not those it avoids', () => {
  const avoided =
    /\b(registrants?|users?|portfolios?|dashboards?|sync(ed)?|snapshots?|CPD years?|entr(y|ies))\b/i
  const read = [
    ...listFiles('content', '.md').map(path => `content/${path}`),
    ...product.filter(({ path }) => partOf(path) === 'screen').map(({ path }) => `src/${path}`),
    ...product.filter(({ path }) => /-words\.ts$|mails?\.ts$/.test(path)).map(({ path }) => `src/${path}`),
  ]
  const broken = read.flatMap(path =>
    wordsIn(path)
      .split('\n')
      .filter(line => avoided.test(line))
      .map(line => `${path}: ${line.trim()}`),
  )
  assert.deepEqual(broken, [])
})

/** What of a file somebody may come to read: in code that is neither an import nor a comment nor a call. */
function wordsIn(path: string): string {
  const text = readFileSync(join(root, path), 'utf8')
  return path.endsWith('.md')
    ? text
    : withoutComments(text)
        .replaceAll(/^import .*$/gm, '')
        .replaceAll(/Object\.\w+|\.\w+\(/g, '')
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
}

function isOurs(from: string): boolean {
  return from.endsWith('.ts')
}

function told(path: string) {
  return ({ from, names }: Import) => `${path} imports ${names.join(', ')} from ${from}`
}
