import { createHash } from 'node:crypto'

import type { ServerBinaries } from './server-binaries.ts'

/**
 * Settings given on the command line, where they win over any file, and apply to old and new clusters alike.
 * `throwaway` gives up durability for speed: for the tests' database only.
 */
function settings(throwaway: boolean): Record<string, string> {
  return {
    listen_addresses: '',
    port: '5432',
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '128MB',
    effective_cache_size: '512MB',
    wal_compression: 'pglz',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    cluster_name: 'confer',
    // No one's words in the log: an error's text, its detail and the statement can all carry what somebody wrote.
    // At this level the log has starts, stops and crashes only; the application hears of errors itself.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(throwaway
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
      : { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }),
  }
}

/** Told by the server itself, so that one found running is kept only if it was started just as we would start it. */
export function launchMark(binaries: ServerBinaries, throwaway: boolean): string {
  const launch = JSON.stringify([binaries.postgres, binaries.version, settings(throwaway)])
  return createHash('sha256').update(launch).digest('hex').slice(0, 16)
}

/** `-D` comes first and alone: it is how a running server is recognised (`isServerOf`). */
export function serverArguments(
  cluster: string,
  socketFolder: string,
  binaries: ServerBinaries,
  throwaway: boolean,
): string[] {
  const all = {
    ...settings(throwaway),
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    'confer.launch_mark': launchMark(binaries, throwaway),
  }
  return ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}
