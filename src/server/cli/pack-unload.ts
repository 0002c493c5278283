import { unloadPack } from '../registry/own-packs.ts'
import { type Command, done, refused } from './command.ts'

export const packUnload: Command = {
  usage: 'PACK --municipality ID',
  words: 1,
  required: ['municipality'],
  async run({ words: [pack = ''], options: { municipality = '' } }, { stores, clock }) {
    const unloaded = await unloadPack(stores().issuer, municipality, pack, { who: 'operator', now: clock() })
    return unloaded.ok ? done(unloaded.value) : refused(unloaded.error)
  },
}
