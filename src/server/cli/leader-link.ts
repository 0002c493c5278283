import { inviteLeader } from '../accounts/invite.ts'
import { type Command, done, refused } from './command.ts'

export const leaderLink: Command = {
  usage: '--unit ID [--municipality ID]',
  words: 0,
  required: ['unit'],
  options: ['municipality'],
  async run({ options }, { stores, config: { publicOrigin }, clock }) {
    const wanted = { unit: options['unit'] ?? '', municipality: options['municipality'] }
    const link = await inviteLeader(stores().issuer, wanted, { publicOrigin, now: clock() })
    return link.ok ? done({ link: link.value }) : refused(link.error)
  },
}
