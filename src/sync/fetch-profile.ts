import { fail, ok } from '../domain/result.ts'
import { problemKind } from '../protocol/problem.ts'
import { profileFile } from '../protocol/profile.ts'
import type { ProfileStore, SyncPorts } from './ports.ts'
import type { Attempt } from './send.ts'

const done: Attempt = ok({ kind: 'done' })

async function save(profiles: ProfileStore, ...kept: Parameters<ProfileStore['save']>): Promise<Attempt> {
  const saved = await profiles.save(...kept)
  return saved.ok ? done : saved
}

/**
 * Fetches what the municipality of the person's round says about itself, anew at every occasion, for it may change during the round. What
 * is kept stays where there is no answer, or one that this Peil cannot read. Only the first is worth coming back for.
 */
export async function fetchProfile({ exchange, profiles }: SyncPorts): Promise<Attempt> {
  const wanted = await profiles.wanted()
  if (!wanted.ok) return wanted
  if (wanted.value === undefined) return done
  const { round, isKnown } = wanted.value
  const reply = await exchange('GET', `/rounds/${round}/profile`)
  if (problemKind(reply?.body) === 'not-found') return save(profiles, round)
  const file = reply?.status === 200 ? profileFile.safeParse(reply.body) : undefined
  if (file?.success === true) return save(profiles, round, file.data)
  if (isKnown || file !== undefined) return done
  return fail({ kind: 'later', ...(reply?.retryAfter === undefined ? {} : { retryAfter: reply.retryAfter }) })
}
