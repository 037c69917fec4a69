import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginProblem, type Party, type ToBegin } from './begin-problem.ts'

const party = (personId: string, change: Partial<Party> = {}): Party => ({
  personId,
  isRegistered: true,
  isMember: true,
  ...change,
})

const problem = (change: Partial<ToBegin> = {}) =>
  beginProblem({
    kind: 'line-management',
    supervisor: party('sam'),
    supervisees: [party('nic')],
    whoMaySupervise: 'anybody-with-professional-part-shared',
    superviseeIdsAlready: [],
    ...change,
  })

test('two members who both said how they are known may begin', () => {
  assert.equal(problem(), null)
})

test('nobody supervises themselves, alone or in a group', () => {
  assert.equal(problem({ supervisees: [party('sam')] }), 'supervises-themselves')
  assert.equal(problem({ kind: 'group', supervisees: [party('nic'), party('sam')] }), 'supervises-themselves')
})

test('only a group has several', () => {
  const supervisees = [party('nic'), party('ola')]
  assert.equal(problem({ supervisees }), 'several-supervised')
  assert.equal(problem({ supervisees, kind: 'group' }), null)
  assert.equal(problem({ supervisees: [] }), 'nobody-supervised')
})

test('the policy says who may supervise', () => {
  const supervisor = party('max', { isRegistered: false })
  assert.equal(
    problem({ supervisor, whoMaySupervise: 'registered-social-worker' }),
    'supervisor-not-registered',
  )
  assert.equal(problem({ supervisor }), null)
  assert.equal(problem({ supervisor, kind: 'professional' }), 'professional-part-not-registered')
  assert.equal(problem({ supervisor, kind: 'professional', whoMaySupervise: 'anybody' }), null)
})

test('everybody in it is a member and has said how they are known', () => {
  assert.equal(problem({ supervisees: [party('nic', { isMember: false })] }), 'is-not-a-member')
  assert.equal(problem({ supervisor: party('sam', { isRegistered: null }) }), 'has-no-profile')
})

test('what is so already does not begin again; another group may', () => {
  assert.equal(problem({ superviseeIdsAlready: ['nic'] }), 'is-so-already')
  assert.equal(problem({ superviseeIdsAlready: ['nic'], kind: 'group' }), null)
})
