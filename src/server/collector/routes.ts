import { ok } from '../../domain/result.ts'
import { collectorInfo, contribution, contributionReply } from '../../protocol/contribution.ts'
import { type Route, route } from '../route.ts'
import { type CollectorDependencies, createContributing } from './contribute.ts'
import { incarnationOf } from './intake.ts'

export function collectorRoutes(deps: CollectorDependencies): readonly Route[] {
  const contribute = createContributing(deps)
  return [
    route({
      method: 'POST',
      path: '/contributions',
      summary: 'Counts a contribution, once however often it is sent',
      roles: ['public'],
      anyOrigin: true,
      body: contribution,
      reply: contributionReply,
      refusals: ['token-invalid', 'conflict', 'round-closed', 'unavailable'],
      guessing: ['token-invalid'],
      handle: ({ body }) => contribute(body),
    }),
    route({
      method: 'GET',
      path: '/collector',
      summary: 'Changes when the counters were lost, and devices have to send again',
      roles: ['public'],
      reply: collectorInfo,
      handle: async () => ok({ incarnation: await incarnationOf(deps.collector) }),
    }),
  ]
}
