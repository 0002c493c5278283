import { loadPack } from '../registry/own-packs.ts'
import { type Command, done, refused } from './command.ts'
import { readPack } from './read-pack.ts'

export const packLoad: Command = {
  usage: 'FILE.json --municipality ID',
  words: 1,
  required: ['municipality'],
  async run({ words: [path = ''], options: { municipality = '' } }, { stores, clock }) {
    const read = await readPack(path)
    if (!read.ok) return refused(read.error)
    const { checked, document } = read.value
    if (document === undefined || checked.faults.length > 0) return refused({ kind: 'pack-has-faults' }, checked)
    const loaded = await loadPack(stores().issuer, municipality, document, { who: 'operator', now: clock() })
    return loaded.ok ? done(loaded.value) : refused(loaded.error)
  },
}
