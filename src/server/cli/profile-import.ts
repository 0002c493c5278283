import english from 'zod/v4/locales/en.js'
import { profileBytes, profileFile } from '../../protocol/profile.ts'
import { saveProfile } from '../registry/profiles.ts'
import { type Command, done, refused } from './command.ts'
import { faultsOf, readJson } from './read-json.ts'

export const profileImport: Command = {
  usage: 'FILE.json --municipality ID',
  words: 1,
  required: ['municipality'],
  async run({ words: [path = ''], options: { municipality = '' } }, { stores, clock }) {
    const json = await readJson(path, profileBytes)
    if (!json.ok) return refused(json.error)
    const file = profileFile.safeParse(json.value, { error: english().localeError })
    if (!file.success) return refused({ kind: 'profile-has-faults' }, { faults: faultsOf(file.error) })
    const saved = await saveProfile(stores().issuer, municipality, { v: 1, file: file.data }, { who: 'operator', now: clock() })
    if (saved.ok) return done({ municipality, profile: file.data.profile.id, languages: Object.keys(file.data.words) })
    return refused(saved.error, 'faults' in saved.error ? { faults: saved.error.faults } : undefined)
  },
}
