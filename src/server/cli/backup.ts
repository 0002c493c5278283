import { resolve } from 'node:path'
import { makeBackup } from '../backup/make-backup.ts'
import { type Command, done, refused } from './command.ts'

export const backup: Command = {
  usage: 'DIR',
  words: 1,
  async run({ words: [folder = ''] }, { stores, config, clock }) {
    const made = await makeBackup({ ...config, stores, clock }, folder)
    return made.ok ? done({ backup: resolve(folder), ...made.value }) : refused(made.error)
  },
}
