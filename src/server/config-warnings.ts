import { isIPv4 } from 'node:net'
import type { Config } from './config.ts'

/** What never leaves the machine. A URL has brought addresses into their one form already. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'))
}

function isReadOnTheWay(origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  return protocol === 'http:' && !isLoopback(hostname)
}

/** What is allowed, and hardly ever meant: a line each, for the start and for `peil config`. */
export function warningsOf({ publicOrigin, collectorOrigin }: Config): readonly string[] {
  const origins = { PUBLIC_ORIGIN: publicOrigin, ...(collectorOrigin === publicOrigin ? {} : { COLLECTOR_ORIGIN: collectorOrigin }) }
  return Object.entries(origins)
    .filter(([, origin]) => isReadOnTheWay(origin))
    .map(
      ([name, origin]) =>
        `${name} ${origin} is not https: everything can be read and changed on the way, and browsers neither keep the app nor let it take part in a round. For a trial in a closed network only`,
    )
}
