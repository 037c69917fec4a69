import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { suite, test } from 'node:test'
import { parseDay, type Day } from '../../platform/day.ts'
import { standardPolicy } from '../policy/policy.ts'
import {
  makeAgreementContent,
  readAgreementContent,
  textsOfAgreement,
  writeAgreementContent,
} from './agreement-content.ts'
import { agreementQuestions } from './agreement-questions.ts'
import { agreementState, partiesOf, versionsFor, type AgreementVersion } from './agreement-state.ts'
import { readFrequency, startingTexts } from './starting-texts.ts'

function day(text: string): Day {
  const parsed = parseDay(text)
  assert.ok(parsed)
  return parsed
}

const policy = standardPolicy(day('2020-01-01'))

function version(number: number, ...signatures: readonly (readonly [string, string])[]): AgreementVersion {
  return {
    version: number,
    sha256: String(number),
    offeredAt: new Date('2026-09-01T10:00:00Z'),
    offeredBy: 'sam',
    signatures: signatures.map(([personId, at]) => ({ personId, signedAt: new Date(`${at}T10:00:00Z`) })),
  }
}

function told(versions: readonly AgreementVersion[], parties = ['sam', 'nic']) {
  const { inForce, waiting } = agreementState(versions, parties, policy, 'Europe/London')
  return {
    inForce: inForce && `${inForce.version.version} agreed ${inForce.agreedOn} review ${inForce.reviewBy}`,
    waiting: waiting && `${waiting.version.version} for ${waiting.for.join()}`,
  }
}

test('whoever has left is shown what was offered up to their last day, and everybody else all of it', () => {
  const from = day('2026-09-01')
  const relationship = {
    relationshipId: '',
    organisationId: null,
    kind: 'group',
    supervisorId: 'sam',
    during: { from, to: null },
    supervisees: [{ personId: 'nic', during: { from, to: day('2026-10-31') } }],
    hasHold: false,
  } as const
  const versions = [
    version(1),
    { ...version(2), offeredAt: new Date('2026-10-31T23:59:00Z') },
    { ...version(3), offeredAt: new Date('2026-11-01T00:00:00Z') },
  ]
  const numbers = (standing: 'supervisee' | 'former-supervisee' | 'auditor', personId: string) =>
    versionsFor({ relationship, standing }, personId, versions, 'Europe/London').map(one => one.version)
  assert.deepEqual(numbers('former-supervisee', 'nic'), [1, 2])
  assert.deepEqual(numbers('supervisee', 'nic'), [1, 2, 3])
  assert.deepEqual(numbers('auditor', 'aud'), [1, 2, 3])
})

suite('where an agreement stands', () => {
  test('nothing binds before everybody has signed', () => {
    assert.deepEqual(told([]), { inForce: null, waiting: null })
    assert.deepEqual(told([version(1, ['sam', '2026-09-02'])]), { inForce: null, waiting: '1 for nic' })
  })

  test('it binds from the last signature, and is to be reviewed a year after', () => {
    assert.deepEqual(told([version(1, ['sam', '2026-09-02'], ['nic', '2026-09-05'])]), {
      inForce: '1 agreed 2026-09-05 review 2027-09-05',
      waiting: null,
    })
  })

  test('a newer version changes nothing until all have signed it', () => {
    const first = version(1, ['sam', '2026-09-02'], ['nic', '2026-09-05'])
    assert.deepEqual(told([first, version(2, ['nic', '2026-10-01'])]), {
      inForce: '1 agreed 2026-09-05 review 2027-09-05',
      waiting: '2 for sam',
    })
  })

  test('in a group all sign, and whoever joins later has yet to', () => {
    const signed = version(1, ['sam', '2026-09-02'], ['nic', '2026-09-05'])
    assert.deepEqual(told([signed], ['sam', 'nic', 'ola']), { inForce: null, waiting: '1 for ola' })
  })

  test('the parties are the supervisor and whoever is supervised now, or was at the end', () => {
    const relationship = {
      relationshipId: 'r',
      organisationId: null,
      kind: 'group' as const,
      supervisorId: 'sam',
      during: { from: day('2026-01-01'), to: day('2026-12-31') },
      supervisees: [
        { personId: 'nic', during: { from: day('2026-01-01'), to: day('2026-06-30') } },
        { personId: 'ola', during: { from: day('2026-03-01'), to: null } },
      ],
      hasHold: false,
    }
    assert.deepEqual(partiesOf(relationship, day('2026-05-01')), ['sam', 'nic', 'ola'])
    assert.deepEqual(partiesOf(relationship, day('2026-09-01')), ['sam', 'ola'])
    assert.deepEqual(partiesOf(relationship, day('2027-09-01')), ['sam', 'ola'])
  })
})

test('what is signed can be read again, and its hash checked', () => {
  const texts = { ...startingTexts(policy, true), 'supervisee-expects': 'Time to think.\nAnd tea.' }
  const content = makeAgreementContent(texts, {
    relationshipId: 'r',
    version: 3,
    offeredAt: new Date('2026-09-01T10:00:00Z'),
  })
  const { text, sha256 } = writeAgreementContent(content)
  assert.equal(createHash('sha256').update(text).digest('hex'), sha256)
  const read = textsOfAgreement(readAgreementContent(text))
  for (const { id } of agreementQuestions) assert.equal(read[id], texts[id as keyof typeof texts] ?? '')
})

test('a policy’s own words say several intervals, and one interval is read in the ways people write it', () => {
  assert.equal(readFrequency(startingTexts(policy, true)['frequency'] ?? ''), null)
  const weeks = (number: number) => ({ weeks: number })
  assert.deepEqual(readFrequency('Every 2 weeks, on Wednesdays.'), weeks(2))
  assert.deepEqual(readFrequency('Fortnightly'), weeks(2))
  assert.deepEqual(readFrequency('every other week'), weeks(2))
  assert.deepEqual(readFrequency('every fortnight'), weeks(2))
  assert.deepEqual(readFrequency('weekly'), weeks(1))
  assert.deepEqual(readFrequency('At least every month'), { months: 1 })
  assert.deepEqual(readFrequency('monthly, so every month'), { months: 1 })
  assert.equal(readFrequency('weekly, later monthly'), null)
  assert.equal(readFrequency('when we need it'), null)
  assert.equal(readFrequency('every 0 weeks'), null)
})

test('two people without an organisation are not offered to sign that others can open what they share', () => {
  const offered = (isInOrganisation: boolean) =>
    Object.values(startingTexts(policy, isInOrganisation)).join(' ')
  assert.match(
    offered(true),
    /supervisor’s manager and an auditor can open.* take it to the supervisor’s manager/,
  )
  assert.doesNotMatch(offered(false), /manager|auditor/)
  assert.match(offered(false), /What we share nobody else can open/)
})
