import * as z from 'zod/mini'
import { unitResult } from '../../domain/anonymity/unit-result.ts'
import { fail, ok } from '../../domain/result.ts'
import { id, roundId } from '../../protocol/ids.ts'
import { municipalityResult, unitResult as unitResultSchema } from '../../protocol/results.ts'
import { mayReadUnit } from '../accounts/principal.ts'
import type { FindRound } from '../issuer/rounds.ts'
import { type Route, route } from '../route.ts'
import type { Database } from '../store/database.ts'
import { findDocument } from './document.ts'

export type ResultDependencies = { readonly released: Database; readonly findRound: FindRound }

const ofRound = z.strictObject({ round: roundId })

export function resultRoutes({ released, findRound }: ResultDependencies): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/rounds/:round/results',
      summary: 'The released document of the municipality',
      roles: ['owner'],
      params: ofRound,
      reply: municipalityResult,
      revalidate: true,
      refusals: ['not-released'],
      async toEverybody(given) {
        const params = ofRound.safeParse(given)
        const round = params.success ? await findRound(params.data.round) : undefined
        return round === undefined || round.phase === 'released' ? undefined : { kind: 'not-released' }
      },
      async handle({ params, principal }) {
        const round = await findRound(params.round)
        if (round === undefined) return fail({ kind: 'not-found' })
        if (round.municipality !== principal.municipality) return fail({ kind: 'forbidden' })
        const document = await findDocument(released, params.round)
        return document === undefined ? fail({ kind: 'not-released' }) : ok(document)
      },
    }),
    route({
      method: 'GET',
      path: '/rounds/:round/results/:unit',
      summary: 'The released document of a unit; whoever has the id of the round may read it, unless it was opened otherwise',
      roles: ['public'],
      session: 'optional',
      params: z.strictObject({ round: roundId, unit: id }),
      reply: unitResultSchema,
      revalidate: true,
      refusals: ['not-released', 'sign-in-needed', 'forbidden'],
      async handle({ params, principal }) {
        const round = await findRound(params.round)
        if (round?.frozen.units.some(({ unit }) => unit === params.unit) !== true) return fail({ kind: 'not-found' })
        const document = await findDocument(released, params.round)
        const result = document && unitResult(document, params.unit)
        if (result === undefined) return fail({ kind: 'not-released' })
        if (round.participantsSeeResults) return ok(result)
        if (principal === undefined) return fail({ kind: 'sign-in-needed' })
        return mayReadUnit(principal, round.municipality, params.unit) ? ok(result) : fail({ kind: 'forbidden' })
      },
    }),
  ]
}
