import { now } from '../platform/clock.ts'
import { newId } from '../platform/ids.ts'
import { participationsIn } from '../storage/participations.ts'
import { roundsIn } from '../storage/rounds.ts'
import { type Contributing, createContributing } from '../sync/contributing.ts'
import { exchangeOver } from '../sync/exchange.ts'
import type { Lock } from '../sync/ports.ts'
import { database } from './database.ts'

/** Browsers without locks may send the same bytes twice, which the collector counts once. */
const lock: Lock = (name, work) => ('locks' in navigator ? navigator.locks.request(name, work) : work())

export const contributing: Contributing = createContributing({
  participations: participationsIn(database),
  rounds: roundsIn(database),
  exchange: exchangeOver((path, init) => fetch(path, init), { own: '', collector: '' }),
  loadToken: () => import('../token/token.ts'),
  lock,
  now,
  random: Math.random,
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  newId,
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
})

export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
