import type { ProfileFault } from '../domain/profile/faults.ts'
import { type Result, fail, ok } from '../domain/result.ts'
import { problemKind } from '../protocol/problem.ts'
import { type MunicipalProfile, municipalProfile, profileConflict, profileFaulty } from '../protocol/profile.ts'
import { type Fetch, type OfficeRefusal, type Reading, ask, bodyOf, refusalIn, send } from './office-reading.ts'

/** A profile as the server has it, and what it calls this version of it. */
export type HeldProfile = { readonly profile: MunicipalProfile; readonly etag: string }

export type SaveRefusal =
  | OfficeRefusal
  /** Somebody has stored another version since. */
  | { readonly kind: 'conflict'; readonly stored: HeldProfile }
  | { readonly kind: 'faulty'; readonly faults: readonly ProfileFault[] }
  | { readonly kind: 'too-large' }

async function heldIn(reply: Response): Reading<HeldProfile> {
  const parsed = municipalProfile.safeParse(await bodyOf(reply))
  const etag = reply.headers.get('etag')
  return parsed.success && etag !== null ? ok({ profile: parsed.data, etag }) : fail({ kind: 'malformed' })
}

export async function readProfile(fetch: Fetch): Reading<HeldProfile> {
  const reply = await send(fetch, '/profile')
  return reply.ok ? heldIn(reply.value) : reply
}

function refusalToSave(status: number, body: unknown): SaveRefusal {
  const kind = problemKind(body)
  const conflict = profileConflict.safeParse(body)
  if (kind === 'conflict' && conflict.success) {
    return { kind, stored: { profile: conflict.data.stored, etag: conflict.data.etag } }
  }
  const faulty = profileFaulty.safeParse(body)
  if (kind === 'malformed' && faulty.success) return { kind: 'faulty', faults: faulty.data.faults }
  return kind === 'too-large' ? { kind } : refusalIn(status, body)
}

export async function saveProfile(fetch: Fetch, profile: MunicipalProfile, etag: string): Promise<Result<HeldProfile, SaveRefusal>> {
  const headers = { 'content-type': 'application/json', 'if-match': etag }
  const reply = await ask(fetch, '/profile', { method: 'PUT', headers, body: JSON.stringify(profile) })
  if (!reply.ok) return reply
  return reply.value.ok ? heldIn(reply.value) : fail(refusalToSave(reply.value.status, await bodyOf(reply.value)))
}
