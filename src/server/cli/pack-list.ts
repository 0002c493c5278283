import { listPacks } from '../registry/own-packs.ts'
import { type Command, done, refused } from './command.ts'

export const packList: Command = {
  usage: '--municipality ID',
  words: 0,
  required: ['municipality'],
  async run({ options: { municipality = '' } }, { stores }) {
    const listed = await listPacks(stores().issuer, municipality)
    return listed.ok ? done(listed.value) : refused(listed.error)
  },
}
