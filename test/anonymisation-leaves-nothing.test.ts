import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { raiseServerGround } from './faults/ground.ts'
import { arrive, mainText, press, visit } from './journeys/steps.ts'

/** Names that are nowhere else in the product, so that whatever holds one holds what somebody wrote. */
const secrets = ['Kelly Marsh', 'kelly%20marsh', 'kelly+marsh', 'zephyrine@example.org', 'Moonrise team']

/** Where what somebody writes belongs; `packed` in `revision` is compressed, and what was written as well. */
const ownPlaces = new Set(['public.piece', 'public.submission', 'public.revision'])

test('what is found, kept, replaced and never to be written is in no log line, job, event, address or mail', async () => {
  const ground = await raiseServerGround()
  try {
    const person = await ground.person()
    const pieceId = await ground.draft(person, {
      texts: {
        title: 'A draft',
        description: 'Two days.',
        learning: 'Kelly Marsh, zephyrine@example.org, told me. Kelly Marsh again. The Moonrise team too.',
        impact: 'I wait.',
      },
      type: 'reading',
      date: { day: '1', month: '3', year: String(new Date().getFullYear()) },
    })
    const page = await ground.window(person)
    const addresses: string[] = []
    const others: string[] = []
    page.on('request', request => {
      addresses.push(`${request.url()} ${request.headers()['referer'] ?? ''}`)
      // A form saves what was written: to its own address, and nowhere else.
      if (!request.url().endsWith('/edit')) others.push(request.postData() ?? '')
    })
    await visit(page, '/never-write-list')
    await page.getByLabel('Add a name, a team or a place').fill('Moonrise team')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('button', { name: /^Remove/ }).waitFor()

    await visit(page, `/cpd/pieces/${pieceId}/edit`)
    await page.getByLabel('What did you learn from it?').press('Control+End')
    await page.keyboard.type(' Yes.')
    const box = page.locator('details.confer-findings:has(#learning-findings)')
    await box.getByText(/^We found \d/).waitFor()
    await box
      .getByRole('button', { name: /^Replace with/ })
      .first()
      .click()
    await box.getByRole('button', { name: /^Keep it.*zephyrine/ }).click()

    await press(page, 'Check your answers')
    await press(page, /^Replace with/)
    await press(page, /^Undo/)
    await arrive(page, () => page.locator('button[value^="keep "]').first().click())
    await page.getByText('that you chose to keep').click()
    await press(page, /^Ask about it again/)
    await page.getByRole('heading', { name: 'On your never-write list' }).waitFor()
    await press(page, 'Submit')
    await press(page, 'Submit anyway')
    assert.match(await mainText(page), /What it found is not kept, only how much\./)

    const { lines } = ground.confer
    assert.ok(lines.some(line => line.includes('/cpd/pieces/:pieceId/check')))
    assert.deepEqual(lines.filter(holdsSecret), [])
    assert.deepEqual(addresses.filter(holdsSecret), [])
    assert.deepEqual(others.filter(holdsSecret), [])
    assert.deepEqual(await tablesThatHoldSecrets(ground.connectionString), [])
  } finally {
    await ground.close()
  }
})

function holdsSecret(text: string): boolean {
  return secrets.some(secret => text.toLowerCase().includes(secret.toLowerCase()))
}

/** Of ours and of the queue's, but for those where a piece itself is. */
async function tablesThatHoldSecrets(connectionString: string): Promise<string[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
       where schemaname in ('public', 'pgboss') order by 1`,
    )
    const holding: string[] = []
    let rowsRead = 0
    for (const { name } of tables) {
      if (ownPlaces.has(name)) continue
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
      rowsRead += rows.length
      if (rows.some(({ row }) => holdsSecret(row))) holding.push(name)
    }
    assert.ok(rowsRead > 10)
    return holding
  } finally {
    await client.end()
  }
}
