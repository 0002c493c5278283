import { migrateStores } from '../store/stores.ts'
import { type Command, done, refused } from './command.ts'

export const migrate: Command = {
  usage: '[--for USER]',
  words: 0,
  options: ['for'],
  async run({ options }, { config: { databaseUrl } }) {
    return databaseUrl === undefined ? refused({ kind: 'no-database' }) : done(await migrateStores(databaseUrl, options['for']))
  },
}
