import { warningsOf } from '../config-warnings.ts'
import { describeConfig } from '../config.ts'
import { type Command, done } from './command.ts'

export const config: Command = {
  usage: '',
  words: 0,
  run: (_words, { config: inForce }) => Promise.resolve(done({ variables: describeConfig(inForce), warnings: warningsOf(inForce) })),
}
