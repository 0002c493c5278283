import { type Command, done } from './command.ts'
import { makingDemo } from './demo/describe-demo.ts'

export const demo: Command = {
  usage: '',
  words: 0,
  async run(_words, { stores, config: { publicOrigin, dataFolder }, clock }) {
    // The demo brings a whole server and the crypto of a device: not for every command to load.
    const { openDemo } = await import('./demo/ensure-demo.ts')
    const announce = () => process.stderr.write(`${makingDemo}\n`)
    return done(await openDemo({ stores: stores(), publicOrigin, dataFolder, clock, announce }))
  },
}
