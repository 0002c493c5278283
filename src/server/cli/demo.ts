import { type Command, done } from './command.ts'
import { openDemo } from './demo/ensure-demo.ts'

export const demo: Command = {
  usage: '',
  words: 0,
  async run(_words, { stores, config: { publicOrigin, dataFolder }, clock }) {
    return done(await openDemo({ stores: stores(), publicOrigin, dataFolder, clock }))
  },
}
