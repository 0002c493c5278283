import { inviteOwner } from '../accounts/invite.ts'
import { type Command, done, refused } from './command.ts'

export const ownerLink: Command = {
  usage: '--municipality ID',
  words: 0,
  required: ['municipality'],
  async run({ options }, { stores, config: { publicOrigin }, clock }) {
    const link = await inviteOwner(stores().issuer, options['municipality'] ?? '', { publicOrigin, now: clock() })
    return link.ok ? done({ link: link.value }) : refused(link.error)
  },
}
