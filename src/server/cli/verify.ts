import { storesIn } from '../store/present.ts'
import { verifyStores } from '../verify/verify-stores.ts'
import { type Command, done, refused } from './command.ts'

export const verify: Command = {
  usage: '',
  words: 0,
  async run(_words, { stores, config }) {
    if (!(await storesIn(config)).has('issuer')) return refused({ kind: 'stores-missing' })
    const verified = await verifyStores(config, stores)
    return verified.faults.length === 0 ? done(verified) : refused({ kind: 'stores-faulty' }, verified)
  },
}
