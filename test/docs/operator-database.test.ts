import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Cluster, createCluster, findBinaries } from '../support/postgres-cluster.ts'
import { prepareServer } from '../support/server-process.ts'
import { blocks, textOf } from './guide.ts'
import { openMachine } from './shell.ts'

/** With the settings of the page, so that they are settings that there are. */
let cluster: Cluster
beforeAll(async () => {
  const settings = textOf('conf').trim().split('\n')
  cluster = createCluster(settings.map((line) => line.replaceAll(' ', '')))
  await cluster.start()
})
afterAll(() => cluster.remove())

const of = (section: string) => blocks.filter((block) => block.section === section && block.language === 'sh' && block.mark === '')

function urlAs(user: string): string {
  const url = new URL(cluster.urlOf('peil'))
  url.username = user
  return url.href
}

/** What the page calls these; with the client of the PostgreSQL that the tests have. */
const environment = () => ({
  PATH: `${process.env['PATH'] ?? ''}:${findBinaries()}`,
  ADMINISTRATOR: cluster.urlOf('postgres'),
  ADMINISTRATOR_OF_PEIL: cluster.urlOf('peil'),
  DATABASE_URL_OF_PEIL: urlAs('peil'),
})

async function forget(): Promise<void> {
  const admin = new pg.Client({ connectionString: cluster.urlOf('postgres') })
  await admin.connect()
  await admin.query('DROP DATABASE peil WITH (FORCE)')
  await admin.query('DROP ROLE peil')
  await admin.end()
}

test('the page prepares a database, works on it, and lets the parts stand on two hosts', async () => {
  const machine = await openMachine()
  const [makeUser, prepare, ...rest] = of('PostgreSQL')
  for (const block of [makeUser, prepare]) await machine.run(block?.text ?? '', environment())
  machine.configure(`DATABASE_URL='${urlAs('peil')}'\n`)
  const said: string[] = []
  for (const { text } of rest) said.push(await machine.run(text, environment()))
  expect(said.join('')).toMatch(/"ownerLink": [\s\S]+"faults": \[\][\s\S]+"removed": [\s\S]+"store": "released"/)
  expect(readdirSync(join(machine.here('/var/backups/peil'), 'monday'))).toHaveLength(3)

  for (const { text } of of('Two hosts')) await machine.run(text, environment())
  for (const [mark, user] of [
    ['issuer', 'peil'],
    ['collector', 'telling'],
  ] as const) {
    const port = machine.here(mark === 'issuer' ? '8080' : '9464')
    const server = await prepareServer({ ...machine.settings(textOf('env', mark)), PORT: port, DATABASE_URL: urlAs(user) })
    onTestFinished(() => server.remove())
    await server.start()
    await server.printed((output) => / is at /.exec(output)?.[0])
    expect((await fetch(`${server.origin}/ready`)).status).toBe(200)
    expect(await server.stop()).toBe(0)
  }
  await forget()
}, 60_000)

test('the page takes what is in files over to a database', async () => {
  const machine = await openMachine()
  const [makeUser, prepare] = of('PostgreSQL')
  await machine.run('npm run -s peil -- init --municipality Fjordvik')
  for (const block of [makeUser, prepare]) await machine.run(block?.text ?? '', environment())
  const said = await Promise.all(of('From SQLite to PostgreSQL').map(({ text }) => machine.run(text, environment())))
  expect(said.join('')).toMatch(/"into": "DATABASE_URL"[\s\S]+"faults": \[\]/)
  const database = new pg.Client({ connectionString: cluster.urlOf('peil') })
  await database.connect()
  expect((await database.query('SELECT name FROM peil_issuer.municipality')).rows).toEqual([{ name: 'Fjordvik' }])
  await database.end()
  await forget()
}, 60_000)
