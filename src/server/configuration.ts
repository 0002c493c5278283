import { ok } from '../domain/result.ts'
import { configuration } from '../protocol/configuration.ts'
import { type Route, route } from './route.ts'

/** What a device must know of where the parts stand, the same for everyone. */
export function configurationRoute({ publicOrigin, collectorOrigin }: { publicOrigin: string; collectorOrigin: string }): Route {
  return route({
    method: 'GET',
    path: '/configuration',
    summary: 'Where devices send contributions, if not to the place the app came from',
    roles: ['public'],
    reply: configuration,
    revalidate: true,
    handle: () => Promise.resolve(ok(collectorOrigin === publicOrigin ? {} : { collectorOrigin })),
  })
}
