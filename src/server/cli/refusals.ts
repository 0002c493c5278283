import type { BackupRefusal } from '../backup/make-backup.ts'
import type { RestoreRefusal } from '../backup/restore-backup.ts'
import type { ConfigFault } from '../config.ts'
import type { OpenRefusal } from '../issuer/open-round.ts'
import type { PackRefusal } from '../registry/own-packs.ts'
import type { ProfileRefusal } from '../registry/profiles.ts'
import type { RemoveRefusal } from '../registry/remove-unit.ts'
import type { PurgeRefusal } from '../retention/purge.ts'
import type { CloseRefusal } from '../release/close-round.ts'

/** Why a command did not do what was asked. */
export type CommandRefusal =
  | OpenRefusal
  | CloseRefusal
  | PackRefusal
  | ProfileRefusal
  | PurgeRefusal
  | RemoveRefusal
  | BackupRefusal
  | RestoreRefusal
  | { readonly kind: 'stores-faulty' }
  | { readonly kind: 'configuration-faulty'; readonly faults: readonly ConfigFault[] }
  | { readonly kind: 'municipality-name-malformed' }
  | { readonly kind: 'profile-unknown'; readonly known: string }
  | { readonly kind: 'profile-has-faults' }
  | { readonly kind: 'unit-unknown' | 'unit-in-several-municipalities' }
  | { readonly kind: 'file-unreadable' | 'file-not-json' | 'file-too-large' | 'file-has-faults' }
  | { readonly kind: 'pack-has-faults' }
  | { readonly kind: 'place-unknown'; readonly known: string }
  | { readonly kind: 'rows-faulty' | 'nothing-to-import' | 'corrections-faulty' }
  | { readonly kind: 'municipalities-several'; readonly municipalities: number }
  | { readonly kind: 'text-not-whole' }
  | { readonly kind: 'text-unknown' | 'language-unknown'; readonly known: string }
  | { readonly kind: 'round-not-released' | 'unit-not-in-round' }
  | { readonly kind: 'no-database' }
type Kind = CommandRefusal['kind']

const sentences: Readonly<Record<Kind, string>> = {
  'configuration-faulty': 'The configuration has faults.',
  'municipality-unknown': 'There is no municipality with this id.',
  'municipality-name-malformed': 'A municipality needs a name of 1 to 200 characters.',
  'profile-unknown': 'There is no profile with this id.',
  'profile-has-faults': 'The profile has faults; nothing was stored.',
  'profile-changed': 'The profile has been changed since it was read; nothing was stored.',
  'unit-unknown': 'There is no unit with this id.',
  'unit-in-several-municipalities': 'Several municipalities have a unit with this id: say which with --municipality.',
  'unit-twice': 'A unit stands twice in the file.',
  'unit-in-open-round': 'A unit is in a round that is still open.',
  'too-soon': 'A unit closed its last round less than 120 days before this one closes.',
  'k-too-low': 'Nobody can lower k: no figure may rest on fewer people.',
  'k-too-high': 'With such a k no unit would ever be shown.',
  'closes-in-the-past': 'The round must close in the future.',
  'closes-too-late': 'The round must close within two years.',
  'unit-without-heads': 'A unit has nobody in it.',
  'leaders-twice': 'Leaders answer in the group of leaders that the round has for their sector, not in their own unit too.',
  'target-too-low':
    'Nobody can be below a target of 0, so figures about it would give people away: set it higher for everyone who takes part.',
  'target-without-dimension': 'There is a target for something the round does not ask about.',
  'file-unreadable': 'The file cannot be read.',
  'file-not-json': 'The file is not JSON.',
  'file-too-large': 'The file is larger than such a file can be.',
  'file-has-faults': 'The file has faults; nothing was opened.',
  'pack-has-faults': 'The pack has faults: it cannot be asked as it is.',
  'pack-unknown': 'This municipality has no pack with this id.',
  'pack-version-taken': 'This version has been loaded with another content, and a version is for ever: give the new content a new version.',
  'pack-place-taken': 'Another pack is asked here already: unload it first.',
  'place-unknown': 'A pack is for a sector or a module.',
  'rows-faulty': 'Some rows are faulty; nothing was imported. Correct them, or import the others with --skip-faulty.',
  'nothing-to-import': 'The file holds no unit that can be imported.',
  'municipalities-several': 'The file has units of several municipalities; nothing was imported. Take those of one with --only NUMBER.',
  'unit-was-in-round': 'The unit is or was in a round, and its figures are of it: it goes with the whole municipality only.',
  'corrections-faulty': 'Some corrections cannot be used; nothing was written.',
  'text-unknown': 'There is no text with this id to review.',
  'text-not-whole': 'Some texts lack a sentence they need, or have one too many: no sheet was made of them.',
  'language-unknown': 'There are no texts in this language.',
  'no-database': 'DATABASE_URL is not set: SQLite files are brought up to date when they are opened.',
  'round-unknown': 'There is no round with this id.',
  'release-refused': 'The audit found a figure that would give people away: the round is closed and not released.',
  'document-lost': 'The round was released, but its document is gone from the store.',
  'round-not-released': 'The round is not released yet.',
  'stores-missing': 'There are no stores where PEIL_DATA or DATABASE_URL points.',
  'stores-there': 'There is something where PEIL_DATA or DATABASE_URL points; a backup is restored into an empty place.',
  'server-there': 'A server runs on these stores: stop it first.',
  'stores-faulty': 'The stores have faults.',
  'folder-not-empty': 'The folder for a backup must be empty, or not there yet.',
  'backup-not-found': 'There is no backup in this folder.',
  'backup-damaged': 'The backup is not as it was made: nothing was restored.',
  'backup-newer': 'The backup was made by a newer Peil: nothing was restored.',
  'documents-unreadable': 'What --released names cannot be read: nothing was restored.',
  'release-uncertain':
    'Rounds have very likely been released after this backup was made: nothing was restored. Give their documents with --released, or say what becomes of them with --reopen or --give-up.',
  'unit-not-in-round': 'The round has no unit with this id.',
}

/** The sentence, and after it what the refusal is about: `unit bekken`, `earliest 2027-03-01T00:00:00.000Z`. */
export function describeRefusal(refusal: CommandRefusal): string {
  const about = Object.entries(refusal).flatMap(([name, value]: [string, unknown]) =>
    name !== 'kind' && (typeof value === 'string' || typeof value === 'number') ? [`${name} ${value}`] : [],
  )
  const sentence = sentences[refusal.kind]
  return about.length > 0 ? `${sentence} (${about.join(', ')})` : sentence
}
