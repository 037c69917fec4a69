/** Where an error was thrown, without its message: a message may quote what somebody typed. */
export function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter(line => line.trimStart().startsWith('at '))
    .slice(0, 12)
}

/** PostgreSQL's own code for a disk with no room (the rest of its class 53, such as too many connections, will pass). */
export function isDiskFull(error: Error & { code?: string }): boolean {
  return error.code === '53100'
}

/** PostgreSQL's own codes for "not reachable, shutting down, out of memory or connections", and the socket's. */
export function isDatabaseAway(error: Error & { code?: string }): boolean {
  return (
    /^(08|53|57P|ECONN|ENOENT|EPIPE|ETIMEDOUT)/.test(error.code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
  )
}
