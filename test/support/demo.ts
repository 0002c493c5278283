import { type ServerProcess, prepareServer } from './server-process.ts'

/** A server with the invented municipality, and the links that it prints at its start. */
export type Demo = { readonly server: ServerProcess; readonly staff: string; readonly leader: string; readonly owner: string }

function linkFor(output: string, who: string): string | undefined {
  return new RegExp(`^\\s*${who}\\s+(http\\S+)`, 'm').exec(output)?.[1]
}

export async function startDemo(): Promise<Demo> {
  const server = await prepareServer({ PEIL_DEMO: '1' })
  await server.start()
  const [staff, leader, owner] = await Promise.all(
    ['staff', 'leader', 'owner'].map((who) => server.printed((output) => linkFor(output, who))),
  )
  return { server, staff: staff ?? '', leader: leader ?? '', owner: owner ?? '' }
}
