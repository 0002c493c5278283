import { findProfile, profiles } from '../../instruments/profiles/index.ts'
import { type MunicipalProfile, type ProfileFile, profilesFile } from '../../protocol/profile.ts'
import { readProfile } from '../registry/profiles.ts'
import { languagesIn, ownLocales, readJson } from '../review/texts.ts'
import { type Command, done, refused } from './command.ts'

/** A profile that Peil brings along as a file: its words stand in the folders of the languages. */
function shippedFile(id: string): ProfileFile | undefined {
  const profile = findProfile(id)
  const words = languagesIn(ownLocales).flatMap((language) => {
    const said = profilesFile.parse(readJson(ownLocales, language, 'profiles')).profiles[id]
    return said === undefined ? [] : [[language, said] as const]
  })
  return profile && { v: 1, profile, words: Object.fromEntries(words) }
}

function fileOf(has: MunicipalProfile): ProfileFile | undefined {
  return 'file' in has ? has.file : shippedFile(has.shipped)
}

/** The file that another Peil, or this one, takes in: what the municipality has written, or what it would start from. */
export const profileExport: Command = {
  usage: '--municipality ID',
  words: 0,
  required: ['municipality'],
  async run({ options: { municipality = '' } }, { stores }) {
    const has = await readProfile(stores().issuer, municipality)
    if (has === undefined) return refused({ kind: 'municipality-unknown' })
    const file = fileOf(has)
    return file === undefined ? refused({ kind: 'profile-unknown', known: profiles.map(({ id }) => id).join(' ') }) : done(file)
  },
}
