import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkName } from './network-name.ts'

test('an IPv4 address is a network of its own, however it is written', () => {
  assert.equal(networkName('192.0.2.7'), '192.0.2.7')
  assert.equal(networkName('::ffff:192.0.2.7'), '192.0.2.7')
  assert.equal(networkName('::FFFF:192.0.2.7'), '192.0.2.7')
})

test('IPv6 addresses with the same first 64 bits are one network', () => {
  assert.equal(networkName('2001:db8:0:1::1'), '2001:db8:0:1::/64')
  assert.equal(networkName('2001:0db8:0000:0001:ffff:ffff:ffff:ffff'), '2001:db8:0:1::/64')
  assert.equal(networkName('fe80::1%eth0'), 'fe80:0:0:0::/64')
  assert.equal(networkName('::1'), '0:0:0:0::/64')
  assert.equal(networkName('64:ff9b::192.0.2.7'), '64:ff9b:0:0::/64')
})

test('what is no address is one network, so that it is counted all the same', () => {
  assert.equal(networkName(''), 'unknown')
})
