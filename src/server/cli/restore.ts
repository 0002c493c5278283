import { resolve } from 'node:path'
import { type Restored, type RestoreRefusal, restoreBackup } from '../backup/restore-backup.ts'
import { type Command, type Outcome, done, refused } from './command.ts'

function idsIn(text = ''): ReadonlySet<string> {
  return new Set(text.split(',').filter((id) => id !== ''))
}

/** What only the operator can know. */
function warningOf({ made, rounds }: Restored): string | undefined {
  const open = rounds.filter(({ state }) => state === 'open').map(({ round }) => round)
  if (open.length === 0) return undefined
  return `These rounds take contributions again: ${open.join(', ')}. Was one of them released after ${made}? Then do not start the server: a round is released once. Empty the place and restore again, with --released or --give-up.`
}

function refusal(error: RestoreRefusal): Outcome {
  return error.kind === 'release-uncertain' ? refused(error, { rounds: error.rounds }) : refused(error)
}

export const restore: Command = {
  usage: 'DIR [--released PATH] [--reopen ROUND,…] [--give-up ROUND,…]',
  words: 1,
  options: ['released', 'reopen', 'give-up'],
  async run({ words: [folder = ''], options }, { config, clock }) {
    const { released } = options
    const word = { reopen: idsIn(options['reopen']), giveUp: idsIn(options['give-up']) }
    const restored = await restoreBackup(folder, config, { ...word, ...(released === undefined ? {} : { released }), now: clock() })
    if (!restored.ok) return refusal(restored.error)
    const into = config.databaseUrl === undefined ? resolve(config.dataFolder) : 'DATABASE_URL'
    return done({ restored: resolve(folder), into, ...restored.value }, warningOf(restored.value))
  },
}
