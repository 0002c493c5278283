import { removeUnit } from '../registry/remove-unit.ts'
import { type Command, done, refused } from './command.ts'

export const unitRemove: Command = {
  usage: 'UNIT --municipality ID',
  words: 1,
  required: ['municipality'],
  async run({ words: [unit = ''], options: { municipality = '' } }, { stores, clock }) {
    const removed = await removeUnit(stores().issuer, { municipality, unit }, { who: 'operator', now: clock() })
    return removed.ok ? done(removed.value) : refused(removed.error)
  },
}
