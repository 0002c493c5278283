import { existsSync } from 'node:fs'
import { cp, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { asOnlyMaker } from '../../src/server/cli/demo/one-maker.ts'
import { type ServerProcess, prepareServer } from './server-process.ts'

/** A server with the invented municipality, and the links that it prints at its start. */
export type Demo = { readonly server: ServerProcess; readonly staff: string; readonly leader: string; readonly owner: string }

function linkFor(output: string, who: string): string | undefined {
  return new RegExp(`^\\s*${who}\\s+(http\\S+)`, 'm').exec(output)?.[1]
}

async function startIn(server: ServerProcess): Promise<Demo> {
  await server.start()
  const [staff, leader, owner] = await Promise.all(
    ['staff', 'leader', 'owner'].map((who) => server.printed((output) => linkFor(output, who))),
  )
  return { server, staff: staff ?? '', leader: leader ?? '', owner: owner ?? '' }
}

const prepareDemo = (): Promise<ServerProcess> => prepareServer({ PEIL_DEMO: '1' })

/** Every key in it takes a while to find, so it is made once, and whoever needs one has a copy. */
async function madeDemo(): Promise<string> {
  const folder = inject('demoFolder')
  const made = join(folder, 'made')
  await asOnlyMaker(folder, async () => {
    if (existsSync(made)) return
    const { server } = await startIn(await prepareDemo())
    await server.stop()
    await cp(server.dataFolder, `${made}.part`, { recursive: true })
    await rename(`${made}.part`, made)
    await server.remove()
  })
  return made
}

export async function startDemo(): Promise<Demo> {
  const made = await madeDemo()
  const server = await prepareDemo()
  await cp(made, server.dataFolder, { recursive: true })
  return startIn(server)
}
