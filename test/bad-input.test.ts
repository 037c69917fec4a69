import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { addKeptWord } from '../src/cpd/words-store.ts'
import type { SubmissionContent } from '../src/cpd/submission-content.ts'
import type { Browser, Fetched } from './support/browser.ts'
import { startChromium } from './support/chromium.ts'
import { databaseContents } from './support/database-contents.ts'
import {
  completePiece,
  givenDraft,
  givenPractitioner,
  givenSubmittedPiece,
  peerReflection,
  signInBrowser,
  versionIn,
  type Typed,
} from './support/given.ts'
import { startWorld, type World } from './support/world.ts'

/** What people type and paste, and what nobody's browser sends: each is kept as it is, or refused with nothing written. */

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

suite('a date', () => {
  const wrong: Readonly<Record<string, readonly [day: string, month: string, year: string, says: string]>> = {
    'missing altogether': ['', '', '', 'Enter the date the activity took place'],
    'without a year': ['3', '10', '', 'The date must include a year'],
    'with the year alone': ['', '', '2026', 'The date must include a day and a month'],
    'of 31 November': ['31', '11', '2025', 'The date must be a real date'],
    'of 29 February in a common year': ['29', '2', '2026', 'The date must be a real date'],
    'of day 0': ['0', '1', '2026', 'The date must be a real date'],
    'of month 13': ['1', '13', '2026', 'The date must be a real date'],
    'in words that are none': ['first', 'Brumaire', 'twelve', 'The date must be a real date'],
    'with a year of two digits': ['3', '10', '26', 'The year must have 4 numbers'],
    'of a negative year': ['3', '10', '-2026', 'The date must be a real date'],
    'of tomorrow': ['19', '11', '2026', 'The date must be today or in the past'],
    'of a year to come': ['1', '1', '2126', 'The date must be today or in the past'],
  }
  for (const [how, [day, month, year, says]] of Object.entries(wrong)) {
    test(`${how} is kept in the draft and not submitted`, async () => {
      const { browser } = await givenPractitioner(world)
      const typed = { ...completePiece, 'date-day': day, 'date-month': month, 'date-year': year }
      const pieceId = await givenDraft(browser, typed)
      const check = await browser.get(`/cpd/pieces/${pieceId}/check`)
      await assertNothingWritten(async () => {
        const refused = await browser.postOnce(`/cpd/pieces/${pieceId}/check`, {
          version: versionIn(check.html),
        })
        assert.equal(refused.status, 422)
        assert.match(refused.title, /^Error: /)
        assert.ok(refused.text.includes(says), refused.text)
      })
      const form = await browser.get(`/cpd/pieces/${pieceId}/edit?problems=show`)
      assert.deepEqual(
        ['date-day', 'date-month', 'date-year'].map(name => valueOf(form, name)),
        [day, month, year],
      )
      assert.ok(form.text.includes(says))
    })
  }

  for (const [how, day, month, year] of [
    ['of today', '18', '11', '2026'],
    ['with the month in words', '3', 'October', '2026'],
    ['with zeros in front', '03', '09', '2026'],
    ['of a leap day', '29', '2', '2024'],
  ] as const) {
    test(`${how} is accepted`, async () => {
      const { browser } = await givenPractitioner(world)
      const typed = { ...completePiece, 'date-day': day, 'date-month': month, 'date-year': year }
      await givenSubmittedPiece(browser, typed)
    })
  }

  test('on either side of 1 December 2021 falls in the year that its own rules judge', async () => {
    const { browser } = await practitionerAt(
      '2021-06-01T12:00:00Z',
      '2021-12-01T09:00:00Z',
      async browser => {
        await givenSubmittedPiece(browser, dated('The last day of the first rules', '30', '11', '2021'))
        await givenSubmittedPiece(browser, dated('The first day of the next', '1', '12', '2021'))
      },
    )
    // One piece was enough, and could be submitted for three weeks more.
    const before = await browser.get('/cpd/years/2021')
    assert.match(before.text, /requirement for 2020 to 2021 was met/)
    assert.match(pieceIn(before, 'The last day of the first rules'), /Counts for 2020 to 2021/)
    const home = await browser.get('/')
    assert.match(home.text, /you still need to submit 1 more piece of CPD and include a peer reflection/)
  })

  test('on either side of 1 December 2022 falls in the year that its own rules judge, with no grace', async () => {
    const { browser } = await practitionerAt(
      '2022-06-01T12:00:00Z',
      '2022-12-01T00:00:00Z',
      async browser => {
        await givenSubmittedPiece(browser, dated('One second too late', '30', '11', '2022'))
        await givenSubmittedPiece(browser, dated('The first day of the next', '1', '12', '2022'))
      },
    )
    const before = await browser.get('/cpd/years/2022')
    assert.match(before.text, /was not met/)
    assert.match(
      pieceIn(before, 'One second too late'),
      /Does not count for 2021 to 2022: it was submitted after the cut-off/,
    )
    const overview = await browser.get('/cpd')
    assert.match(pieceIn(overview, 'The first day of the next'), /Counts for 2022 to 2023/)
    assert.match(pieceIn(overview, 'One second too late'), /its date falls in 2021 to 2022/)
  })

  test('makes no difference to a form that was open while its questions changed: its text is given back', async () => {
    const opened = '2021-11-30T23:59:59Z'
    const sent = '2021-12-01T00:00:00Z'
    const practitioner = await at(opened, () => givenPractitioner(world))
    await at(opened, () => practitioner.browser.get('/cpd/new'))
    await assertNothingWritten(async () => {
      const typed = inTheFirstForm('Over midnight', '30', '11', '2021')
      const reply = await at(sent, () =>
        practitioner.browser.postOnce('/cpd/new', {
          ...typed,
          pieceId: randomUUID(),
          version: '0',
          press: 'draft',
        }),
      )
      assert.equal(reply.status, 400)
      assert.match(reply.text, /What you typed .* Over midnight: all of it\./)
    })
  })

  test('of 1 December 2019 is before every rule, and of 2 December within the first', async () => {
    const { browser } = await practitionerAt(
      '2020-06-01T12:00:00Z',
      '2020-06-01T12:00:00Z',
      async browser => {
        await givenSubmittedPiece(browser, inTheFirstForm('A day too early', '1', '12', '2019'))
        await givenSubmittedPiece(browser, inTheFirstForm('The first day', '2', '12', '2019'))
      },
    )
    const overview = await browser.get('/cpd')
    assert.match(
      pieceIn(overview, 'A day too early'),
      /its date is before any registration year that we have rules for/,
    )
    assert.match(pieceIn(overview, 'The first day'), /Counts for 2019 to 2020/)
  })
})

suite('a long answer', () => {
  const smile = '🙂'

  test('of 20,000 characters is accepted, each counted as one however many bytes it takes', async () => {
    const { browser } = await givenPractitioner(world)
    const learning = `é\u0301字${smile.repeat(19_995)}\n.`
    const pieceId = await givenSubmittedPiece(browser, { ...completePiece, learning })
    const form = await browser.get(`/cpd/pieces/${pieceId}/edit`)
    assert.match(form.html, /20,000 of 20,000 characters/)
    assert.equal(textIn(form, 'learning'), learning)
  })

  test('counts a line end as one, however the browser sends it', async () => {
    const { browser } = await givenPractitioner(world)
    await givenSubmittedPiece(browser, { ...completePiece, learning: `${'a'.repeat(19_998)}\r\nb` })
  })

  for (const question of ['learning', 'peer', 'title'] as const) {
    test(`of one character too many is kept whole and not submitted: ${question}`, async () => {
      const { browser } = await givenPractitioner(world)
      const tooLong = smile.repeat(20_001)
      const pieceId = await givenDraft(browser, { ...completePiece, ...peerReflection, [question]: tooLong })
      const check = await browser.get(`/cpd/pieces/${pieceId}/check`)
      const refused = await browser.postOnce(`/cpd/pieces/${pieceId}/check`, {
        version: versionIn(check.html),
      })
      assert.equal(refused.status, 422)
      assert.match(refused.text, /must be 20,000 characters or fewer; it is 20,001/)
      const form = await browser.get(`/cpd/pieces/${pieceId}/edit?problems=show`)
      assert.equal(question === 'title' ? valueOf(form, 'title') : textIn(form, question), tooLong)
    })
  }
})

suite('text', () => {
  const texts: Readonly<Record<string, string>> = {
    'in Arabic, from right to left': 'تعلمت أن الصمت لغة',
    'in Hebrew with vowels': 'שָׁלוֹם עֲלֵיכֶם',
    'in Hindi with joiners': 'क्‍ष और क्षमा',
    'in Chinese beyond the first plane': '𠮷野家で学んだ',
    'in Welsh and Vietnamese, composed and decomposed':
      'Ŵyn, ŵyn; Tiếng Việt, Tie\u0302\u0301ng Vie\u0323\u0302t',
    'in Adlam, newer than most fonts': '𞤀𞤣𞤤𞤢𞤥',
    'with emoji of several parts': '👩🏽‍🤝‍👨🏻 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️ 1️⃣',
    'with marks that change its direction': 'abc \u202eright to left\u202c \u2067isolated\u2069',
    'pasted from Word':
      '“Curly” ‘quotes’ – dashes — and…\u00a0a\u00a0space that holds\u00ad, • bullets\tand tabs',
    'with nothing to see in it here and there': 'zero\u200bwidth\u2060joined\ufeff.',
    'that looks like markup':
      '<script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;&amp;</textarea>',
    'that looks like a query': "'; drop table piece; -- ${x} {{x}} %s \\u0000 \\",
    'that begins with empty lines': '\n\n  indented',
    'that ends with spaces and lines': 'the end  \n \n\n',
  }
  for (const [which, text] of Object.entries(texts)) {
    test(`${which} is kept to the letter, in the draft, the form and the submission`, async () => {
      const { browser } = await givenPractitioner(world)
      const line = text.replaceAll('\n', ' ').trim()
      const typed = { ...completePiece, ...peerReflection, title: line, learning: text, peer: text }
      const pieceId = await givenDraft(browser, { ...typed, 'peer-role-1': line })
      const form = await browser.get(`/cpd/pieces/${pieceId}/edit`)
      assert.equal(textIn(form, 'learning'), text)
      assert.equal(valueOf(form, 'title'), line)
      assert.match(form.html, new RegExp(`${[...text].length.toLocaleString('en-GB')} of 20,000 characters`))
      assert.doesNotMatch(form.text, /We took out/)

      const check = await browser.get(`/cpd/pieces/${pieceId}/check`)
      // Whatever the check makes of such a text, in a job role above all.
      await browser.post(`/cpd/pieces/${pieceId}/check`, {
        version: versionIn(check.html),
        press: 'anyway',
      })
      const content = await submitted(browser, pieceId)
      assert.equal(answerTo(content, 'learning'), text)
      assert.equal(answerTo(content, 'peer'), text)
      for (const address of ['', '/copy', '/submitted/1', '/submissions/1', '/edit']) {
        const page = await browser.get(`/cpd/pieces/${pieceId}${address}`)
        assert.equal(page.status, 200)
        assert.doesNotMatch(page.html, /<script>alert|<img src=x|<b>/)
        if (address !== '/submitted/1') assert.ok(page.html.includes(escaped(text)), address)
      }
      for (const address of ['/', '/cpd'])
        assert.doesNotMatch((await browser.get(address)).html, /<script>alert|<img src=x/)
    })
  }

  test('has line ends of one kind, whatever the system it comes from, and Word’s own', async () => {
    const { browser } = await givenPractitioner(world)
    const pieceId = await givenDraft(browser, { ...completePiece, learning: 'a\r\nb\rc\vd\ne' })
    const form = await browser.get(`/cpd/pieces/${pieceId}/edit`)
    assert.equal(textIn(form, 'learning'), 'a\nb\nc\nd\ne')
    assert.doesNotMatch(form.text, /We took out/)
  })

  test('loses characters that cannot be kept, and is told so', async () => {
    const { browser } = await givenPractitioner(world)
    const pieceId = randomUUID()
    await browser.get('/cpd/new')
    const saved = await browser.post('/cpd/new', {
      ...completePiece,
      title: 'Nu\0ll',
      learning: 'be\u0007ll, esc\u001b, \u0085next line, \uffffnone',
      pieceId,
      version: '0',
      press: 'draft',
    })
    assert.match(saved.text, /We took out 5 characters that cannot be shown or kept/)
    assert.equal(valueOf(saved, 'title'), 'Null')
    assert.equal(textIn(saved, 'learning'), 'bell, esc, next line, none')
    await browser.get(`/cpd/pieces/${pieceId}/edit`)
    const checked = await browser.post(`/cpd/pieces/${pieceId}/edit`, {
      ...completePiece,
      title: 'Again\0',
      version: '1',
      press: 'check',
    })
    assert.match(checked.text, /We took out 1 character that cannot be shown or kept/)
  })

  test('of nothing that can be seen answers no question', async () => {
    const { browser } = await givenPractitioner(world)
    for (const blank of [
      '\u200b\u200c\u200d\ufeff',
      '\u00a0\u3000\t\n',
      '\u2800',
      '\u00ad\u2060',
      '\u3164',
    ]) {
      const pieceId = await givenDraft(browser, { ...completePiece, learning: blank })
      const check = await browser.get(`/cpd/pieces/${pieceId}/check`)
      const refused = await browser.postOnce(`/cpd/pieces/${pieceId}/check`, {
        version: versionIn(check.html),
      })
      assert.equal(refused.status, 422, JSON.stringify(blank))
      assert.match(refused.text, /Enter an answer about what you learnt/)
      assert.equal(textIn(await browser.get(`/cpd/pieces/${pieceId}/edit`), 'learning'), blank)
    }
  })

  test('comes back from a real browser as it was typed there', async () => {
    const chromium = await startChromium(await world.listen())
    try {
      const { browser } = await givenPractitioner(world)
      const page = await chromium.open({ cookies: browser.cookies })
      const text = '\n\nWord’s “own”\u00a0text\n\tand 👩🏽‍🤝‍👨🏻 <b>  \n\n'
      await page.goto('/cpd/new')
      const box = page.getByLabel('What did you learn from it?')
      await box.fill(text)
      assert.equal(
        await page.locator('#learning-count').innerText(),
        `${[...text].length} of 20,000 characters`,
      )
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Save draft' }).click()])
      assert.equal(await box.inputValue(), text)
      // Saved again untouched it is the same text, and the same version.
      const version = await page.locator('input[name=version]').first().inputValue()
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Save draft' }).click()])
      assert.equal(await box.inputValue(), text)
      assert.equal(await page.locator('input[name=version]').first().inputValue(), version)
    } finally {
      await chromium.close()
    }
  })
})

suite('what none of our pages sends', () => {
  test('an unknown question is not there to be answered', async () => {
    const { browser } = await givenPractitioner(world)
    const pieceId = await givenDraft(browser)
    assert.equal((await browser.get(`/cpd/pieces/${pieceId}/edit/colour`)).status, 404)
    await browser.get('/settings')
    await assertNothingWritten(async () => {
      const asked = { version: '1', press: 'draft' }
      assert.equal((await browser.postOnce(`/cpd/pieces/${pieceId}/edit/colour`, asked)).status, 404)
      await browser.get('/settings')
      const answered = { ...asked, colour: 'An hour’s work' }
      const refused = await browser.postOnce(`/cpd/pieces/${pieceId}/edit`, answered)
      assert.equal(refused.status, 400)
      assert.ok(refused.text.includes('An hour’s work'), 'what was typed is given back')
    })
  })

  test('a new piece that names an unknown question is refused', async () => {
    const { browser } = await givenPractitioner(world)
    await browser.get('/settings')
    await assertNothingWritten(async () => {
      const reply = await browser.postOnce('/cpd/new', {
        pieceId: randomUUID(),
        version: '0',
        press: 'draft',
        question: 'colour',
      })
      assert.equal(reply.status, 400)
    })
  })

  test('a field twice is refused, and what was typed is given back', async () => {
    const { browser } = await givenPractitioner(world)
    const pieceId = await givenDraft(browser)
    await browser.get('/settings')
    await assertNothingWritten(async () => {
      const refused = await browser.postOnce(`/cpd/pieces/${pieceId}/edit`, {
        ...completePiece,
        learning: ['One text', 'Another text'],
        version: '1',
        press: 'draft',
      })
      assert.equal(refused.status, 400)
      assert.match(refused.text, /The field “learning” was sent more than once/)
      assert.ok(refused.text.includes('One text') && refused.text.includes('Another text'))
    })
  })

  test('choices that the pack does not offer are kept as a draft and not submitted', async () => {
    const { browser } = await givenPractitioner(world)
    const forged = {
      type: 'dancing',
      standards: ['9.9'],
      'peer-setting': ['moon'],
      'peer-category-1': 'king',
    }
    const pieceId = await givenDraft(browser, { ...completePiece, ...peerReflection, ...forged })
    const check = await browser.get(`/cpd/pieces/${pieceId}/check`)
    const refused = await browser.postOnce(`/cpd/pieces/${pieceId}/check`, { version: versionIn(check.html) })
    assert.equal(refused.status, 422)
    for (const says of [
      'Select a type of CPD from the list',
      'Select who peer 1 is from the list',
      'Select how you discussed it from the list',
      'Select standards from the list',
    ])
      assert.ok(refused.text.includes(says), says)
  })

  test('an id that is none, or nobody’s, or somebody else’s, is a page that is not there', async () => {
    const { browser } = await givenPractitioner(world)
    const stranger = await givenPractitioner(world)
    const theirs = await givenDraft(stranger.browser)
    const never = await browser.get(`/cpd/pieces/${randomUUID()}`)
    assert.equal(never.status, 404)
    for (const forged of [
      theirs,
      '1',
      'new%20piece',
      '..%2f..%2fetc%2fpasswd',
      '%00',
      '%27%20or%201=1--',
      theirs.toUpperCase(),
      `${theirs}%20`,
      'a'.repeat(190),
    ]) {
      const page = await browser.get(`/cpd/pieces/${forged}`)
      assert.equal(page.status, 404, forged)
      assert.equal(page.title, never.title)
      for (const action of ['edit', 'check', 'delete', 'withdraw', 'discard-changes', 'copy']) {
        assert.equal(
          (await browser.get(`/cpd/pieces/${forged}/${action}`)).status,
          404,
          `${forged}/${action}`,
        )
        await browser.get('/settings')
        await assertNothingWritten(async () => {
          const reply = await browser.postOnce(`/cpd/pieces/${forged}/${action}`, formFor(action))
          assert.equal(reply.status, 404, `${forged}/${action}`)
        })
      }
    }
  })

  test('presses beside what was found that no page has are refused, or find nothing there', async () => {
    const { browser } = await givenPractitioner(world)
    const pieceId = await givenDraft(browser, { ...completePiece, learning: 'It was Kelly Marsh.' })
    const check = await browser.get(`/cpd/pieces/${pieceId}/check`)
    const checkedBy = /name="checkedBy" value="([^"]+)"/.exec(check.html)?.[1] ?? ''
    const press = async (pressed: string, others: Typed = {}) => {
      await browser.get('/settings')
      return browser.postOnce(`/cpd/pieces/${pieceId}/check`, {
        version: versionIn(check.html),
        checkedBy,
        press: pressed,
        ...others,
      })
    }
    await assertNothingWritten(async () => {
      for (const none of [
        'keep',
        'keep learning 7',
        'rewrite learning 7 18',
        'rewrite learning 7 18 x',
        'keep learning -7 18',
        'keep learning 7 99999999999',
        'keep __proto__ 7 18',
        'Keep learning 7 18',
        'undo',
        'undo one',
        'submit\n',
        'x'.repeat(100_000),
      ])
        assert.equal((await press(none)).status, 400, none.slice(0, 40))
      for (const gone of [
        'keep learning 0 4',
        'keep learning 7 17',
        'keep impact 7 18',
        'keep peer:1 7 18',
        'keep constructor 7 18',
        'rewrite learning 7 18 99',
        'undo 1',
        'undo 999999999',
      ])
        assert.equal((await press(gone)).status, 409, gone)
      for (const version of ['0', '-1', '1.5', 'one', '', '99999999999999999999'])
        assert.equal((await press('keep learning 7 18', { version })).status, 409, version)
      assert.equal((await press('keep learning 7 18', { checkedBy: 'another' })).status, 409)
      for (const word of ['keep', 'keep Kelly', `keep ${'g'.repeat(64)}`, `keep ${'a'.repeat(65)}`, 'x']) {
        await browser.get('/settings')
        const reply = await browser.postOnce(`/cpd/pieces/${pieceId}/kept-words`, { press: word })
        assert.equal(reply.status, 400, word)
      }
    })
    assert.equal((await press('keep learning 7 18')).status, 303)
  })

  test('a piece remembers no more kept words than anybody keeps', async () => {
    const { browser, personId } = await givenPractitioner(world)
    const pieceId = await givenDraft(browser)
    const hash = (number: number) => number.toString(16).padStart(64, '0')
    for (let number = 0; number < 500; number++)
      await addKeptWord(world.database.write, personId, pieceId, hash(number))
    const reply = await browser.postOnce(`/cpd/pieces/${pieceId}/kept-words`, { press: `keep ${hash(500)}` })
    const { words } = JSON.parse(reply.html) as { readonly words: readonly string[] }
    assert.equal(words.length, 500)
  })

  test('numbers that are none are answered honestly', async () => {
    const { browser } = await givenPractitioner(world)
    const pieceId = await givenSubmittedPiece(browser)
    for (const number of ['0', '-1', '2', '1.5', '01', '1e0', '99999999999999999999', 'one', '%00']) {
      for (const page of ['submissions', 'submitted'])
        assert.equal((await browser.get(`/cpd/pieces/${pieceId}/${page}/${number}`)).status, 404, number)
      assert.equal((await browser.get(`/cpd/years/${number}`)).status, 404, number)
    }
    for (const version of ['-1', '1.5', 'NaN', '99999999999999999999', '']) {
      await browser.get('/settings')
      const before = await pieces()
      const reply = await browser.postOnce(`/cpd/pieces/${pieceId}/edit`, {
        ...completePiece,
        title: 'Changed',
        version,
        press: 'draft',
      })
      assert.equal(reply.status, 409, version)
      assert.equal(valueOf(reply, 'title'), 'Changed')
      assert.equal(await pieces(), before)
    }
  })

  test('bytes that are no text, and addresses that are none, are no fault of ours', async () => {
    const { browser } = await givenPractitioner(world)
    await browser.get('/settings')
    const { server } = world.app
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    for (const url of ['/%', '/%ff', '/cpd/pieces/%c3%28', '//evil.example', '/cpd?done=%ff', '/\\evil']) {
      const { statusCode } = await server.inject({ method: 'GET', url, headers: { cookie } })
      assert.ok(statusCode < 500, `${url}: ${statusCode}`)
    }
    const form = { 'content-type': 'application/x-www-form-urlencoded', cookie }
    for (const payload of ['%', 'a=%ff%fe', '=', '&&&', 'formToken', '%00=1', 'a=1&'.repeat(5_000)]) {
      const { statusCode } = await server.inject({ method: 'POST', url: '/cpd/new', headers: form, payload })
      assert.ok([400, 403].includes(statusCode), payload.slice(0, 20))
    }
  })

  test('a form from another site is refused, and what was typed is given back', async () => {
    const { browser } = await givenPractitioner(world)
    await browser.get('/cpd/new')
    await assertNothingWritten(async () => {
      const typed = { ...completePiece, pieceId: randomUUID(), version: '0', press: 'draft' }
      const refused = await browser.postOnce('/cpd/new', typed, { 'sec-fetch-site': 'cross-site' })
      assert.equal(refused.status, 403)
      assert.ok(refused.text.includes(completePiece.learning))
    })
  })

  test('more than a form may hold is refused as too much', async () => {
    const { browser } = await givenPractitioner(world)
    await browser.get('/cpd/new')
    await assertNothingWritten(async () => {
      const reply = await browser.postOnce('/cpd/new', { learning: 'a'.repeat(4_000_001) })
      assert.equal(reply.status, 413)
    })
  })
})

suite('a tab that was left open', () => {
  test('shows both texts with a conflict, and saves neither over the other', async () => {
    const { browser } = await givenPractitioner(world)
    const pieceId = await givenDraft(browser)
    const address = `/cpd/pieces/${pieceId}/edit`
    const save = (learning: string) =>
      browser.postOnce(address, { ...completePiece, learning, version: '1', press: 'check' })
    await browser.get(address)
    assert.equal((await save('Saved first')).status, 303)
    await browser.get(address)
    const before = await pieces()
    const refused = await save('Typed second')
    assert.equal(refused.status, 409)
    assert.match(refused.text, /not saved yet Typed second Saved elsewhere, [^:]+:\d\d[ap]m Saved first/)
    assert.equal(await pieces(), before)
    // Should the choice never be made, what was typed is there all the same.
    assert.match((await browser.get(`/cpd/pieces/${pieceId}/revisions/2`)).text, /come back: Typed second/)
  })

  test('cannot submit, delete or withdraw what changed meanwhile', async () => {
    const { browser } = await givenPractitioner(world)
    const draft = await givenDraft(browser)
    const submittedPiece = await givenSubmittedPiece(browser)
    for (const [pieceId, action] of [
      [draft, 'check'],
      [draft, 'delete'],
      [submittedPiece, 'withdraw'],
    ] as const) {
      await browser.get('/settings')
      await assertNothingWritten(async () => {
        const reply = await browser.postOnce(`/cpd/pieces/${pieceId}/${action}`, { version: '9' })
        assert.equal(reply.status, 409, action)
      })
    }
  })
})

function formFor(action: string): Typed {
  switch (action) {
    case 'edit':
      return { ...completePiece, version: '1', press: 'draft' }
    case 'copy':
      return { number: '1', 'copied-day': '1', 'copied-month': '11', 'copied-year': '2026', press: 'copied' }
    default:
      return { version: '1' }
  }
}

/** The world as it was then: the account made at one moment, and all that `act` does, and what follows, at another. */
async function practitionerAt(since: string, now: string, act: (browser: Browser) => Promise<void>) {
  const usual = world.clock.now()
  try {
    world.clock.set(since)
    const practitioner = await givenPractitioner(world)
    world.clock.set(now)
    await signInBrowser(world, practitioner.personId, practitioner.browser)
    await act(practitioner.browser)
    const { browser } = practitioner
    return { browser: { get: (address: string) => at(now, () => browser.get(address)) } }
  } finally {
    world.clock.set(usual)
  }
}

async function at<T>(moment: string, act: () => Promise<T>): Promise<T> {
  const usual = world.clock.now()
  world.clock.set(moment)
  try {
    return await act()
  } finally {
    world.clock.set(usual)
  }
}

/** Different enough from any other not to be taken for it. */
function dated(title: string, day: string, month: string, year: string): Typed {
  const learning = Array.from({ length: 12 }, (_, index) => `${title.replaceAll(' ', '')}${index}`).join(' ')
  return { ...completePiece, title, learning, 'date-day': day, 'date-month': month, 'date-year': year }
}

/** The form of 2019 asked for one account and no type, and for at least one standard. */
function inTheFirstForm(title: string, day: string, month: string, year: string): Typed {
  const date = { 'date-day': day, 'date-month': month, 'date-year': year }
  return { title, ...date, account: `${title}: all of it.`, standards: ['4.6'] }
}

/** What a list says of the piece with this title. */
function pieceIn({ html }: Fetched, title: string): string {
  const item = html.split('<li class="confer-piece">').find(part => part.includes(`>${title}</a>`))
  assert.ok(item, `“${title}” is in the list`)
  return item.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

/** What a text box on the page holds: its first newline is the page's own and not the text's. */
function textIn({ html }: Fetched, name: string): string {
  const box = new RegExp(`<textarea[^>]* name="${name}"[^>]*>([\\s\\S]*?)</textarea>`).exec(html)?.[1]
  assert.ok(box !== undefined, `a box called ${name}`)
  return unescaped(box).replace(/^\n/, '')
}

function valueOf({ html }: Fetched, name: string): string {
  const input = new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(html)?.[0]
  assert.ok(input !== undefined, `a field called ${name}`)
  return unescaped(/ value="([^"]*)"/.exec(input)?.[1] ?? '')
}

const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' } as const

function unescaped(markup: string): string {
  return Object.entries(entities).reduce(
    (text, [entity, character]) => text.replaceAll(entity, character),
    markup,
  )
}

function escaped(text: string): string {
  return Object.entries(entities)
    .toReversed()
    .reduce((markup, [entity, character]) => markup.replaceAll(character, entity), text)
}

async function submitted(browser: Browser, pieceId: string): Promise<SubmissionContent> {
  const file = await browser.get(`/cpd/pieces/${pieceId}/submissions/1/file`)
  assert.equal(file.status, 200)
  return JSON.parse(file.html) as SubmissionContent
}

function answerTo(content: SubmissionContent, id: string): string {
  const answer = content.answers.find(asked => asked.id === id)?.answer
  assert.ok(answer && 'text' in answer)
  return answer.text
}

/** What the pieces say, and nothing else of the database: a text that clashed is kept beside its piece. */
async function pieces(): Promise<string | undefined> {
  return (await databaseContents(world.connectionString))['public.piece']
}

async function assertNothingWritten(act: () => Promise<unknown>): Promise<void> {
  const before = await databaseContents(world.connectionString)
  await act()
  assert.deepEqual(await databaseContents(world.connectionString), before)
}
