import { closeRound } from '../release/close-round.ts'
import { summaryOf } from '../release/summary.ts'
import { type Command, done, refused } from './command.ts'

export const roundClose: Command = {
  usage: 'ROUND',
  words: 1,
  async run({ words: [round = ''] }, { stores, clock }) {
    const released = await closeRound({ stores: stores(), clock }, round, 'operator')
    return released.ok ? done(summaryOf(released.value)) : refused(released.error)
  },
}
