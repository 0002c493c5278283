import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileOf } from '../store/stores.ts'
import { verifyStores } from '../verify/verify-stores.ts'
import { type Command, done, refused } from './command.ts'

export const verify: Command = {
  filesOnly: true,
  usage: '',
  words: 0,
  async run(_words, { stores, config: { dataFolder } }) {
    if (!existsSync(join(dataFolder, fileOf('issuer')))) return refused({ kind: 'stores-missing' })
    const verified = await verifyStores(dataFolder, stores)
    return verified.faults.length === 0 ? done(verified) : refused({ kind: 'stores-faulty' }, verified)
  },
}
