import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { prepareServer } from '../../../support/server-process.ts'
import { removeStores } from '../../../support/stores.ts'

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'peil-untouched-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

async function serve(settings: Readonly<Record<string, string>>) {
  const server = await prepareServer(settings)
  onTestFinished(async () => {
    await server.remove()
    removeStores(settings['PEIL_DATA'] ?? '')
  })
  await server.start()
  return server
}

const apart = { PUBLIC_ORIGIN: 'https://peil.example', COLLECTOR_ORIGIN: 'https://telling.example' }
const roles = [{}, { PEIL_ROLE: 'issuer', ...apart }, { PEIL_ROLE: 'collector', ...apart }]

test.each(roles)('with a database a server %j starts where no folder can be made', async (role) => {
  const folder = place()
  writeFileSync(join(folder, 'file'), '')
  const server = await serve({ ...role, PEIL_DATA: join(folder, 'file', 'data') })
  await server.printed((output) => / is at /.exec(output)?.[0])
  expect((await fetch(`${server.origin}/ready`)).status).toBe(200)
  expect(await server.stop()).toBe(0)
})

test('the commands of every day make no folder either', async () => {
  const folder = place()
  const dataFolder = join(folder, 'data')
  const server = await serve({ PEIL_DATA: dataFolder })
  await server.peil('init', '--municipality', 'Prøvik')
  await server.peil('purge')
  await server.peil('backup', join(folder, 'backup'))
  expect(await server.peil('verify')).toMatchObject({ faults: [] })
  expect(existsSync(dataFolder)).toBe(false)
}, 120_000)
