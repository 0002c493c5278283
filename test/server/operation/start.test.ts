import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../../src/server/config.ts'
import { startFault } from '../../../src/server/operation/start-fault.ts'
import { fileOf, openStores } from '../../../src/server/store/stores.ts'
import { prepareServer } from '../../support/server-process.ts'

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'peil-start-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

/** Starts a server that cannot run, and gives what it said. */
async function attempt(environment: Readonly<Record<string, string>>): Promise<{ status: number; lines: readonly string[] }> {
  const env = { PATH: process.env['PATH'], PEIL_DEMO: '0', PORT: '1', PEIL_DATA: join(place(), 'data'), ...environment }
  return new Promise((resolve) => {
    execFile('node', ['src/server/main.ts'], { env, timeout: 20_000 }, (error, _stdout, stderr) => {
      const lines = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'))
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, lines })
    })
  })
}

async function occupied(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  return address === null || typeof address === 'string' ? '' : String(address.port)
}

async function free(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return address === null || typeof address === 'string' ? '' : String(address.port)
}

test('a port that is taken is named in one line', async () => {
  const taken = await occupied()
  expect(await attempt({ PORT: taken, HOST: '127.0.0.1' })).toEqual({
    status: 1,
    lines: [`PORT ${taken} is taken: another program listens there`],
  })
  expect(await attempt({ PORT: await free(), HOST: '127.0.0.1', METRICS_PORT: taken })).toEqual({
    status: 1,
    lines: [`METRICS_PORT ${taken} is taken: another program listens there`],
  })
})

test('a folder that cannot be made, and a store that is none, are named in one line', async () => {
  const folder = place()
  writeFileSync(join(folder, 'file'), '')
  expect(await attempt({ PEIL_DATA: join(folder, 'file', 'data') })).toEqual({
    status: 1,
    lines: [`PEIL_DATA ${join(folder, 'file', 'data')} cannot be written by this user`],
  })
  mkdirSync(join(folder, 'data'))
  writeFileSync(join(folder, 'data/issuer.sqlite'), 'no store at all, whatever it is called')
  expect(await attempt({ PEIL_DATA: join(folder, 'data') })).toEqual({
    status: 1,
    lines: ['Peil cannot run: issuer.sqlite is damaged: restore a backup, or ask peil verify'],
  })
})

test('every setting that is wrong is named, each in a line, before anything is made', async () => {
  const { status, lines } = await attempt({ PORT: 'x', LOG_LEVEL: 'loud', METRICS_PORT: '0' })
  expect([status, lines.map((line) => line.split(' ')[0])]).toEqual([1, ['PORT', 'METRICS_PORT', 'LOG_LEVEL']])
})

test('what the system says about a folder, a disk, a port or an address becomes a line about a setting', () => {
  const config = readConfig({ PORT: '80', HOST: 'peil.example', PEIL_DATA: '/srv/peil' })
  if (!config.ok) throw new Error('refused')
  const fault = (parts: object) => startFault(Object.assign(new Error('as the system says it'), parts), config.value)
  for (const code of ['EACCES', 'EROFS']) expect(fault({ code })).toBe('PEIL_DATA /srv/peil cannot be written by this user')
  expect(fault({ errcode: 5 })).toBe('PEIL_DATA /srv/peil is held by another program for too long: try again')
  for (const errcode of [8, 14, 10 | (3 << 8)]) expect(fault({ errcode })).toBe('PEIL_DATA /srv/peil cannot be written by this user')
  for (const parts of [{ code: 'ENOSPC' }, { errcode: 13 }])
    expect(fault(parts)).toBe('PEIL_DATA /srv/peil has no room left: the disk is full')
  expect(fault({ code: 'EACCES', syscall: 'listen', port: 80 })).toBe('PORT 80 may not be used by this user: choose one from 1024')
  for (const parts of [
    { code: 'ENOTFOUND', syscall: 'getaddrinfo' },
    { code: 'EADDRNOTAVAIL', syscall: 'listen' },
  ])
    expect(fault(parts)).toBe('HOST peil.example is no address of this machine')
  expect(fault({})).toBe('Peil cannot run: as the system says it')
})

test('a folder has one server; the commands work beside it, and a server that was killed is in nobody’s way', async () => {
  const server = await prepareServer()
  onTestFinished(server.remove)
  await server.start()
  expect(await attempt({ PEIL_DATA: server.dataFolder, PORT: await free() })).toEqual({
    status: 1,
    lines: [`Peil cannot run: another server has the folder ${server.dataFolder} (PEIL_DATA): stop it first`],
  })
  expect(await server.peil('init', '--municipality', 'Prøvik')).toMatchObject({ municipality: expect.any(String) as string })
  expect(await server.peil('verify')).toMatchObject({ faults: [] })
  await server.kill()
  await server.start()
  expect(await server.stop()).toBe(0)
}, 40_000)

test('a folder whose rounds were lost does not begin anew beside their documents', async () => {
  const folder = place()
  const stores = openStores(folder)
  await stores.released.all(`INSERT INTO released (round, sha256, document) VALUES ('r', 's', '{}')`)
  await stores.close()
  rmSync(join(folder, fileOf('issuer')))
  const { status, lines } = await attempt({ PEIL_DATA: folder, PORT: await free() })
  expect([status, lines.length, lines[0]]).toEqual([1, 1, expect.stringMatching(/^Peil cannot run: the stores do not belong together: /)])
})

test('an origin that everybody on the way can read is said in one line, and the server runs', async () => {
  const server = await prepareServer({ PUBLIC_ORIGIN: 'http://peil.example' })
  onTestFinished(server.remove)
  await server.start()
  await server.printed((output) => /Peil is at /.exec(output)?.[0])
  const logged = server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { level: string; message: string })
  const about = logged.filter(({ message }) => message.includes('http://peil.example'))
  expect(about).toEqual([
    expect.objectContaining({
      level: 'warn',
      message: expect.stringContaining('PUBLIC_ORIGIN http://peil.example is not https') as string,
    }),
  ])
  expect(await server.stop()).toBe(0)
})
