import * as z from 'zod/mini'
import { fail, ok } from '../../domain/result.ts'
import { roundId } from '../../protocol/ids.ts'
import { issueMessage, issueReply } from '../../protocol/issue.ts'
import { joinedFigures as joinedSchema, round as roundSchema } from '../../protocol/round.ts'
import { type Route, route } from '../route.ts'
import { type IssueDependencies, issueToken } from './issue.ts'
import { joinedFigures } from './joined.ts'
import { publicRound } from './rounds.ts'

const params = z.strictObject({ round: roundId })

export function issuerRoutes(deps: IssueDependencies): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/rounds/:round',
      summary: 'The round as it was frozen at opening, the same bytes for everyone',
      roles: ['public'],
      params,
      reply: roundSchema,
      revalidate: true,
      async handle({ params: { round } }) {
        const found = await deps.findRound(round)
        return found === undefined ? fail({ kind: 'not-found' }) : ok(publicRound(found, deps.clock()))
      },
    }),
    route({
      method: 'GET',
      path: '/rounds/:round/joined',
      summary: 'How many have joined each unit, coarsely, until the round closes',
      roles: ['public'],
      params,
      reply: joinedSchema,
      refusals: ['round-closed'],
      async handle({ params: { round } }) {
        const found = await deps.findRound(round)
        if (found === undefined) return fail({ kind: 'not-found' })
        if (found.phase !== 'open') return fail({ kind: 'round-closed' })
        return ok(await joinedFigures(deps.issuer, found.municipality, round))
      },
    }),
    route({
      method: 'POST',
      path: '/issue',
      summary: 'Signs one blinded message for the code on a slip',
      roles: ['public'],
      anyOrigin: true,
      body: issueMessage,
      reply: issueReply,
      refusals: ['code-unknown', 'code-spent', 'round-closed', 'unavailable'],
      guessing: ['code-unknown'],
      handle: ({ body }) => issueToken(deps, body),
    }),
  ]
}
