import type { ProfileFault } from '../../domain/profile/faults.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { type Result, fail, ok } from '../../domain/result.ts'
import { defaultProfile, findProfile } from '../../instruments/profiles/index.ts'
import { resources } from '../../instruments/resources.ts'
import { type MunicipalProfile, type ProfileFile, fileFaults, municipalProfile, profileFile } from '../../protocol/profile.ts'
import { type AuditEntry, logAction } from '../accounts/audit-log.ts'
import { etagOf, holdsAlready } from '../revalidation.ts'
import type { Database, Sql } from '../store/database.ts'
import { type Municipality, findMunicipality } from './municipality.ts'

export type ProfileRefusal =
  | { readonly kind: 'municipality-unknown' }
  | { readonly kind: 'profile-has-faults'; readonly faults: readonly ProfileFault[] }
  /** Another version is stored than the one that was to be replaced. */
  | { readonly kind: 'profile-changed'; readonly stored: MunicipalProfile }

/** What a municipality has written or imported itself, if anything. */
export async function ownProfile(sql: Sql, municipality: string): Promise<ProfileFile | undefined> {
  const [row] = await sql.all('SELECT document FROM own_profile WHERE municipality = $1', municipality)
  return row && profileFile.parse(JSON.parse(String(row['document'])))
}

async function profileOf(sql: Sql, { id, profile: shipped = defaultProfile }: Municipality): Promise<MunicipalProfile> {
  const file = await ownProfile(sql, id)
  return file === undefined ? { v: 1, shipped } : { v: 1, file }
}

/** What the municipality has: its own profile, or the id of one that Peil brings along. */
export async function readProfile(sql: Sql, id: string): Promise<MunicipalProfile | undefined> {
  const municipality = await findMunicipality(sql, id)
  return municipality && profileOf(sql, municipality)
}

/** By which a municipality's goals and targets go. Nothing where this Peil does not know the one that was chosen. */
export async function profileInForce(sql: Sql, { id, profile }: Municipality): Promise<Profile | undefined> {
  return (await ownProfile(sql, id))?.profile ?? findProfile(profile)
}

/** The tag that the answer with this profile has. */
export function profileTag(profile: MunicipalProfile): string {
  return etagOf(JSON.stringify(municipalProfile.parse(profile)))
}

function faultsOf(sent: MunicipalProfile): readonly ProfileFault[] {
  if ('file' in sent) return fileFaults(sent.file, resources)
  return findProfile(sent.shipped) === undefined ? [{ kind: 'unknown', part: 'profile', id: sent.shipped }] : []
}

/** Choosing a shipped one gives up the own copy. An own one leaves what was chosen before: it is what a reset goes back to. */
async function write(sql: Sql, municipality: string, sent: MunicipalProfile): Promise<Pick<AuditEntry, 'action' | 'detail'>> {
  if ('file' in sent) {
    await sql.all(
      `INSERT INTO own_profile (municipality, document) VALUES ($1, $2)
       ON CONFLICT (municipality) DO UPDATE SET document = excluded.document`,
      ...[municipality, JSON.stringify(sent.file)],
    )
    return { action: 'profile-edited', detail: {} }
  }
  await sql.all('DELETE FROM own_profile WHERE municipality = $1', municipality)
  await sql.all('UPDATE municipality SET profile = $2 WHERE id = $1', municipality, sent.shipped)
  return { action: 'profile-chosen', detail: { profile: sent.shipped } }
}

type Saving = {
  readonly who: AuditEntry['who']
  readonly now: Date
  /** `If-Match`: the tag of the version that is replaced. Left out, it replaces whatever is there. */
  readonly replaces?: string
}

/** Stores what a municipality has from now on. Rounds keep the targets they were opened with. */
export function saveProfile(
  database: Database,
  id: string,
  sent: MunicipalProfile,
  { who, now, replaces }: Saving,
): Promise<Result<MunicipalProfile, ProfileRefusal>> {
  const faults = faultsOf(sent)
  return database.transaction(async (sql) => {
    const stored = await readProfile(sql, id)
    if (stored === undefined) return fail({ kind: 'municipality-unknown' })
    if (faults.length > 0) return fail({ kind: 'profile-has-faults', faults })
    if (replaces !== undefined && !holdsAlready(replaces, profileTag(stored))) return fail({ kind: 'profile-changed', stored })
    await logAction(sql, id, { who, ...(await write(sql, id, sent)) }, now)
    return ok(sent)
  })
}
