import type { RoundClosed } from '../../protocol/admin.ts'
import type { MunicipalityResult } from '../../protocol/results.ts'
import { closeRound } from '../release/close-round.ts'
import { type Command, done, refused } from './command.ts'

function summaryOf({ round, sha256, units, smallUnits }: MunicipalityResult): RoundClosed {
  const released = units.filter(({ state }) => state === 'released').length
  return { round, sha256, units: { released, hidden: units.length - released, pooled: smallUnits?.units.length ?? 0 } }
}

export const roundClose: Command = {
  usage: 'ROUND',
  words: 1,
  async run({ words: [round = ''] }, { stores, clock }) {
    const released = await closeRound({ stores: stores(), clock }, round, 'operator')
    return released.ok ? done(summaryOf(released.value)) : refused(released.error)
  },
}
