import { defaultProfile, findProfile, profiles } from '../../instruments/profiles/index.ts'
import type { Initialised } from '../../protocol/admin.ts'
import { logAction } from '../accounts/audit-log.ts'
import { makeSignInLink } from '../accounts/sign-in-link.ts'
import { createMunicipality } from '../registry/municipality.ts'
import { type Command, done, refused } from './command.ts'

const longestName = 200

export const init: Command = {
  usage: '--municipality NAME [--profile ID]',
  words: 0,
  required: ['municipality'],
  options: ['profile'],
  async run({ options }, { stores, config: { publicOrigin }, clock }) {
    const name = (options['municipality'] ?? '').trim()
    const profile = options['profile'] ?? defaultProfile
    if (name === '' || name.length > longestName) return refused({ kind: 'municipality-name-malformed' })
    if (findProfile(profile) === undefined) return refused({ kind: 'profile-unknown', known: profiles.map(({ id }) => id).join(' ') })
    const made = await stores().issuer.transaction(async (sql): Promise<Initialised> => {
      const municipality = await createMunicipality(sql, name, profile)
      await logAction(sql, municipality.id, { who: 'operator', action: 'municipality-created', detail: {} }, clock())
      const ownerLink = await makeSignInLink(sql, publicOrigin, { role: 'owner', municipality: municipality.id }, clock())
      return { municipality: municipality.id, ownerLink }
    })
    return done(made)
  },
}
