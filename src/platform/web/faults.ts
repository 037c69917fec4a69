/** Where an error was thrown, without its message: a message may quote what somebody typed. */
export function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter(line => line.trimStart().startsWith('at '))
    .slice(0, 12)
}

/** PostgreSQL's own codes for "not reachable, shutting down, out of disk or connections", and the socket's. */
export function isDatabaseAway(error: Error & { code?: string }): boolean {
  return (
    /^(08|53|57P|ECONN|ENOENT|EPIPE|ETIMEDOUT)/.test(error.code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
  )
}
