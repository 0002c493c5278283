import { type ServerProcess, freePort, prepareServer } from './server-process.ts'

/** The parts in two processes on two origins, on one data folder: the issuer with the app, and the collector. */
export type PartsApart = { readonly issuer: ServerProcess; readonly collector: ServerProcess; readonly remove: () => Promise<void> }

/** @param shared what both parts are told besides, such as a database */
export async function startApart(shared: Readonly<Record<string, string>> = {}): Promise<PartsApart> {
  const ports = [await freePort(), await freePort()].map(String)
  const [publicOrigin = '', collectorOrigin = ''] = ports.map((port) => `http://localhost:${port}`)
  const places = { ...shared, PUBLIC_ORIGIN: publicOrigin, COLLECTOR_ORIGIN: collectorOrigin }
  const issuer = await prepareServer({ ...places, PORT: ports[0] ?? '', PEIL_ROLE: 'issuer' })
  const collector = await prepareServer({ ...places, PORT: ports[1] ?? '', PEIL_ROLE: 'collector', PEIL_DATA: issuer.dataFolder })
  await Promise.all([issuer.start(), collector.start()])
  return {
    issuer,
    collector,
    remove: async () => {
      await collector.remove()
      await issuer.remove()
    },
  }
}
