import { type Command, done, refused } from './command.ts'
import { readPack } from './read-pack.ts'

export const packCheck: Command = {
  usage: 'FILE.json',
  words: 1,
  async run({ words: [path = ''] }) {
    const read = await readPack(path)
    if (!read.ok) return refused(read.error)
    const { checked } = read.value
    return checked.faults.length > 0 ? refused({ kind: 'pack-has-faults' }, checked) : done(checked)
  },
}
