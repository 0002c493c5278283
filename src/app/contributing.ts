import { random, randomBytes } from '../platform/chance.ts'
import { after, now } from '../platform/clock.ts'
import { newId } from '../platform/ids.ts'
import { lock } from '../platform/locks.ts'
import { packsIn } from '../storage/packs-wanted.ts'
import { participationsIn } from '../storage/participations.ts'
import { profilesIn } from '../storage/profiles.ts'
import { roundsIn } from '../storage/rounds.ts'
import { createContributing } from '../sync/contributing.ts'
import { exchangeOver } from '../sync/exchange.ts'
import { database } from './database.ts'

/** Everything about rounds. It is loaded when somebody opens those pages, or when something waits to be sent. */
export const contributing = createContributing({
  participations: participationsIn(database),
  rounds: roundsIn(database),
  packs: packsIn(database),
  profiles: profilesIn(database),
  exchange: exchangeOver((path, init) => fetch(path, init), ''),
  loadToken: () => import('../token/token.ts'),
  lock,
  now,
  random,
  randomBytes,
  newId,
  after,
})
