import * as z from 'zod/mini'
import { fail, ok } from '../../domain/result.ts'
import { roundId } from '../../protocol/ids.ts'
import { municipalProfile, profileBytes, profileFile } from '../../protocol/profile.ts'
import type { FindRound } from '../issuer/rounds.ts'
import type { Refusal } from '../problems.ts'
import { type Route, route } from '../route.ts'
import type { Database } from '../store/database.ts'
import { type ProfileRefusal, ownProfile, profileTag, readProfile, saveProfile } from './profiles.ts'

export type ProfileDependencies = { readonly database: Database; readonly findRound: FindRound; readonly clock: () => Date }

function refusalFor(refusal: ProfileRefusal, sent: z.infer<typeof municipalProfile>): Refusal {
  if (refusal.kind === 'municipality-unknown') return { kind: 'not-found' }
  if (refusal.kind === 'profile-has-faults') return { kind: 'malformed', more: { faults: refusal.faults } }
  return { kind: 'conflict', more: { stored: refusal.stored, etag: profileTag(refusal.stored), sent } }
}

export function profileRoutes({ database, findRound, clock }: ProfileDependencies): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/profile',
      summary: 'The profile of the municipality: its own, or the id of the one it has chosen of those that Peil brings along',
      roles: ['owner', 'leader'],
      reply: municipalProfile,
      revalidate: true,
      refusals: ['not-found'],
      async handle({ principal }) {
        const found = await readProfile(database, principal.municipality)
        return found === undefined ? fail({ kind: 'not-found' }) : ok(found)
      },
    }),
    route({
      method: 'PUT',
      path: '/profile',
      summary: 'Stores an own profile, or goes back to one that Peil brings along, in place of the version that If-Match names',
      roles: ['owner'],
      body: municipalProfile,
      bodyLimit: profileBytes,
      reply: municipalProfile,
      ifMatch: true,
      refusals: ['not-found', 'conflict'],
      async handle({ principal, body, request, reply }) {
        const saving = { who: principal.role, now: clock(), replaces: request.headers['if-match'] ?? '' }
        const saved = await saveProfile(database, principal.municipality, body, saving)
        if (!saved.ok) return fail(refusalFor(saved.error, body))
        reply.header('etag', profileTag(saved.value))
        return saved
      },
    }),
    route({
      method: 'GET',
      path: '/rounds/:round/profile',
      summary: 'The own profile of the municipality whose round it is, as it is now, the same bytes for everyone',
      roles: ['public'],
      params: z.strictObject({ round: roundId }),
      reply: profileFile,
      revalidate: true,
      async handle({ params: { round } }) {
        const found = await findRound(round)
        const file = found && (await ownProfile(database, found.municipality))
        return file === undefined ? fail({ kind: 'not-found' }) : ok(file)
      },
    }),
  ]
}
