import { resolve } from 'node:path'
import { restoreBackup } from '../backup/restore-backup.ts'
import { type Command, done, refused } from './command.ts'

export const restore: Command = {
  filesOnly: true,
  usage: 'DIR',
  words: 1,
  async run({ words: [folder = ''] }, { config: { dataFolder }, clock }) {
    const restored = await restoreBackup(folder, dataFolder, clock())
    return restored.ok ? done({ restored: resolve(folder), into: resolve(dataFolder), ...restored.value }) : refused(restored.error)
  },
}
