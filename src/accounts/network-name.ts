import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network an address belongs to, as far as one home or office has it to itself: an IPv4 address, or the first 64
 * bits of an IPv6 address, of which every customer has at least that many.
 */
export function networkName(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase()
  if (isIPv4(plain)) return plain
  if (!isIPv6(plain)) return 'unknown'
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  if (mapped !== undefined) return mapped
  return `${groupsOf(plain).slice(0, 4).join(':')}::/64`
}

function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  // An IPv4 tail stands for two groups; it is beyond the first 64 bits, so only its length matters.
  const afterLength = after.length + (after.at(-1)?.includes('.') ? 1 : 0)
  const zeros = tail === undefined ? 0 : 8 - before.length - afterLength
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after].map(group =>
    group.replace(/^0+(?=.)/, ''),
  )
}
