import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A real PostgreSQL of its own: data in a temporary folder, reached over a socket in it, gone when it is stopped. */
export type Cluster = {
  readonly folder: string
  /** The socket's folder, as `host`. */
  readonly urlOf: (database: string) => string
  /** Waits until it answers. */
  readonly start: () => Promise<void>
  /** `SIGINT`: at once but in order. `SIGQUIT`: `pg_ctl stop -m immediate`. `SIGKILL`: as if the power had gone. */
  readonly stop: (signal?: 'SIGINT' | 'SIGQUIT' | 'SIGKILL') => Promise<void>
  /** What it has logged. */
  readonly log: () => string
  readonly remove: () => Promise<void>
}

const installed = '/usr/lib/postgresql'

/** Debian's newest, or what the path finds. */
export function findBinaries(): string {
  const versions = existsSync(installed) ? readdirSync(installed).sort((one, other) => Number(other) - Number(one)) : []
  const places = [
    process.env['PEIL_POSTGRES'],
    ...versions.map((version) => join(installed, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ]
  const found = places.find((place) => place !== undefined && existsSync(join(place, 'initdb')))
  if (found === undefined)
    throw new Error(
      'No PostgreSQL is installed, and the server must be tested on one. Install it (Debian: apt-get install postgresql) or name its bin folder in PEIL_POSTGRES.',
    )
  return found
}

/** PostgreSQL refuses to run as root; `nobody` is on every machine. */
function asWhom(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

export function createCluster(settings: readonly string[] = []): Cluster {
  const binaries = findBinaries()
  const who = asWhom()
  const folder = mkdtempSync(join(tmpdir(), 'peil-pg-'))
  chmodSync(folder, 0o700)
  if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid)
  const data = join(folder, 'data')
  const quiet = { ...who, cwd: folder, stdio: 'pipe', env: { PATH: process.env['PATH'], LC_ALL: 'C' } } as const
  execFileSync(join(binaries, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync'], quiet)
  const urlOf = (database: string): string => `postgres://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`
  let running: ReturnType<typeof spawn> | undefined
  let said = ''

  const stop = async (signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL' = 'SIGINT'): Promise<void> => {
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return
    const ended = once(running, 'exit')
    running.kill(signal)
    await ended
  }
  return {
    folder,
    urlOf,
    start: async () => {
      const words = ['-D', data, '-k', folder, '-c', 'listen_addresses=', ...settings.flatMap((setting) => ['-c', setting])]
      for (let tries = 0; tries < 300; tries += 1) {
        if (running === undefined || running.exitCode !== null || running.signalCode !== null) {
          running = spawn(join(binaries, 'postgres'), words, quiet)
          running.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
        }
        if (await answers(urlOf('postgres'))) return
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new Error(`PostgreSQL does not start\n${said}`)
    },
    stop,
    log: () => said,
    remove: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
