import { createHmac } from 'node:crypto'
import { isIPv4 } from 'node:net'

const limit = 30
const windowMilliseconds = 10 * 60 * 1000
/** A guesser with more networks than this meets 80 random bits; memory and time stay bounded. */
export const mostNetworks = 10_000

/** The part of an address that is looked at: IPv4 /24, IPv6 /48. */
export function truncateAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (isIPv4(plain)) return plain.split('.').slice(0, 3).join('.')
  const [head = '', tail] = plain.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(8 - first.length - last.length, 0)
  const groups = [...first, ...Array.from({ length: zeros }, () => '0'), ...last]
  return groups
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16))
    .join(':')
}

export type Failures = {
  /** Counts a failed attempt. Gives the seconds to wait if there were too many already. */
  count(address: string): number | undefined
  /** How many networks are remembered. */
  networks(): number
}

/**
 * Counts failed attempts only, so that a whole school behind one address is never locked out: thirty in ten minutes, then
 * failing answers say "wait". In memory, keyed by a salted and truncated address (protocol, section 5).
 * @param clock one that is never set: waiting must not depend on the time of day
 */
export function countFailures(clock: () => Date, random: (bytes: number) => Uint8Array): Failures {
  const salt = random(32)
  /** By network, the one that failed last at the end. */
  const attempts = new Map<string, readonly number[]>()
  function forget(since: number): void {
    for (const [key, times] of attempts) {
      if ((times.at(-1) ?? 0) > since && attempts.size <= mostNetworks) return
      attempts.delete(key)
    }
  }
  return {
    count(address) {
      const now = clock().getTime()
      const key = createHmac('sha256', salt).update(truncateAddress(address)).digest('base64')
      const recent = (attempts.get(key) ?? []).filter((time) => time > now - windowMilliseconds)
      const [oldest = now] = recent
      if (recent.length >= limit) return Math.max(1, Math.ceil((oldest + windowMilliseconds - now) / 1000))
      attempts.delete(key)
      attempts.set(key, [...recent, now])
      forget(now - windowMilliseconds)
      return undefined
    },
    networks: () => attempts.size,
  }
}
