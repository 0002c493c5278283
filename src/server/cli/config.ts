import { describeConfig } from '../config.ts'
import { type Command, done } from './command.ts'

export const config: Command = {
  usage: '',
  words: 0,
  run: (_words, workplace) => Promise.resolve(done({ variables: describeConfig(workplace.config) })),
}
