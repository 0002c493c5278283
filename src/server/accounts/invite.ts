import { type Result, fail, ok } from '../../domain/result.ts'
import { findMunicipality } from '../registry/municipality.ts'
import { municipalitiesWithUnit } from '../registry/units.ts'
import type { Database } from '../store/database.ts'
import { logAction } from './audit-log.ts'
import { makeSignInLink } from './sign-in-link.ts'

type Inviting = { readonly publicOrigin: string; readonly now: Date }

/** A one-time sign-in link for an owner. */
export function inviteOwner(
  database: Database,
  municipality: string,
  { publicOrigin, now }: Inviting,
): Promise<Result<string, { kind: 'municipality-unknown' }>> {
  return database.transaction(async (sql) => {
    if ((await findMunicipality(sql, municipality)) === undefined) return fail({ kind: 'municipality-unknown' })
    await logAction(sql, municipality, { who: 'operator', action: 'owner-invited', detail: {} }, now)
    return ok(await makeSignInLink(sql, publicOrigin, { role: 'owner', municipality }, now))
  })
}

export type LeaderRefusal = { readonly kind: 'unit-unknown' | 'unit-in-several-municipalities' }

/** A one-time sign-in link for the leader of a unit. Unit ids are unique within a municipality only, so it may have to be named. */
export function inviteLeader(
  database: Database,
  { unit, municipality }: { readonly unit: string; readonly municipality?: string | undefined },
  { publicOrigin, now }: Inviting,
): Promise<Result<string, LeaderRefusal>> {
  return database.transaction(async (sql) => {
    const all = await municipalitiesWithUnit(sql, unit)
    const [only, ...more] = all.filter((each) => municipality === undefined || each === municipality)
    if (only === undefined) return fail({ kind: 'unit-unknown' })
    if (more.length > 0) return fail({ kind: 'unit-in-several-municipalities' })
    await logAction(sql, only, { who: 'operator', action: 'leader-invited', detail: { unit } }, now)
    return ok(await makeSignInLink(sql, publicOrigin, { role: 'leader', municipality: only, unit }, now))
  })
}
