import { purgeDue, purgeMunicipality } from '../retention/purge.ts'
import { type Command, done, refused } from './command.ts'

export const purge: Command = {
  usage: '[--municipality ID --confirm ID]',
  words: 0,
  options: ['municipality', 'confirm'],
  async run({ options }, { stores, config, clock }) {
    const { municipality, confirm } = options
    if (municipality === undefined && confirm === undefined)
      return done({ removed: await purgeDue(stores(), { auditDays: config.auditDays, now: clock(), who: 'operator' }) })
    if (municipality === undefined || confirm !== municipality)
      return { kind: 'misused', message: 'To remove all there is of a municipality, give its id twice: --municipality ID --confirm ID.' }
    const purged = await purgeMunicipality(stores(), municipality)
    return purged.ok ? done({ removed: purged.value }) : refused(purged.error)
  },
}
