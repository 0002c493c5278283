import { random, randomBytes } from '../platform/chance.ts'
import { after, now } from '../platform/clock.ts'
import { newId } from '../platform/ids.ts'
import { lock } from '../platform/locks.ts'
import type { PeilDatabase } from '../storage/database.ts'
import { leavingIn } from '../storage/leaving.ts'
import { packsIn } from '../storage/packs-wanted.ts'
import { participationsIn } from '../storage/participations.ts'
import { profilesIn } from '../storage/profiles.ts'
import { roundsIn } from '../storage/rounds.ts'
import { type Contributing, createContributing } from '../sync/contributing.ts'
import { exchangeOver } from '../sync/exchange.ts'
import type { SyncPorts } from '../sync/ports.ts'
import { currentDatabase, deviceDatabase } from './database.ts'

type Kept = Pick<SyncPorts, 'participations' | 'rounds' | 'packs' | 'profiles'>

function contributingWith(kept: Kept): Contributing {
  return createContributing({
    ...kept,
    exchange: exchangeOver((path, init) => fetch(path, init), ''),
    loadToken: () => import('../token/token.ts'),
    lock,
    now,
    random,
    randomBytes,
    newId,
    after,
  })
}

function contributingOver(database: PeilDatabase): Contributing {
  return contributingWith({
    participations: participationsIn(database),
    rounds: roundsIn(database),
    packs: packsIn(database),
    profiles: profilesIn(database),
  })
}

let present: { readonly database: PeilDatabase; readonly contributing: Contributing } | undefined

/** Everything about the rounds of whoever uses the device now. It is loaded when those pages are opened, or when something waits to be sent. */
export function contributing(): Contributing {
  const database = currentDatabase()
  // What was at work before somebody came in must not keep what is theirs where it lies open.
  if (present?.database !== database) {
    present?.contributing.stop()
    present = { database, contributing: contributingOver(database) }
  }
  return present.contributing
}

/** Sends what waits for people who have left the device. They wanted no questions and no figures any more. */
export const leaving = contributingWith({
  ...leavingIn(deviceDatabase),
  packs: packsIn(deviceDatabase),
  profiles: profilesIn(deviceDatabase),
})
