import { retentionRules } from '../retention/rules.ts'
import { type Command, done } from './command.ts'

export const retention: Command = {
  usage: '',
  words: 0,
  run: (_words, { config }) => Promise.resolve(done({ rules: retentionRules(config) })),
}
