import * as z from 'zod/mini'
import { fail, ok } from '../../domain/result.ts'
import { roundClosed } from '../../protocol/admin.ts'
import { roundId } from '../../protocol/ids.ts'
import type { FindRound } from '../issuer/rounds.ts'
import { type Route, route } from '../route.ts'
import { type CloseDependencies, closeRound } from './close-round.ts'
import { summaryOf } from './summary.ts'

/** An owner need not wait for the closing date, nor for the days of grace (release rule R1). */
export function closeRoute({ findRound, ...deps }: CloseDependencies & { readonly findRound: FindRound }): Route {
  return route({
    method: 'POST',
    path: '/rounds/:round/close',
    summary: 'Closes and releases a round now; of one that is released it says the same again',
    roles: ['owner'],
    params: z.strictObject({ round: roundId }),
    reply: roundClosed,
    refusals: ['internal'],
    async handle({ params: { round }, principal }) {
      const found = await findRound(round)
      if (found === undefined) return fail({ kind: 'not-found' })
      if (found.municipality !== principal.municipality) return fail({ kind: 'forbidden' })
      const released = await closeRound(deps, round, principal.role)
      // The audit of the figures refused them, or their document is lost: nothing that asking otherwise would change.
      return released.ok ? ok(summaryOf(released.value)) : fail({ kind: 'internal' })
    },
  })
}
