import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cluster, findBinaries } from '../../support/postgres-cluster.ts'
import type { Place } from './place.ts'
import type { Transaction } from './recording.ts'
import { type Pace, paceOf } from './samples.ts'

const program = (): string => join(findBinaries(), 'pgbench')
export const hasPgbench = (): boolean => existsSync(program())

/** So many different contributions; more would only make the script long. */
const variants = 256

const quoted = (value: unknown): string => `'${String(value).replaceAll("'", "''")}'`

/**
 * The statement that counts a contribution, word for word, with numbers drawn by pgbench in place of its parameters: keys that were
 * never there, and any of some people's units and answers.
 */
function scriptOf(transactions: readonly Transaction[]): string {
  const samples = transactions.slice(0, variants).flatMap(([counting]) => (counting === undefined ? [] : [counting]))
  const [{ text, values } = { text: '', values: [] }] = samples
  const drawn = (at: number): string => {
    const value = values[at]
    if (value instanceof Uint8Array) return `sha256(int8send(:key${at}))`
    const choices = samples.map((sample) => sample.values[at])
    return choices.every((each) => each === value) ? quoted(value) : `(ARRAY[${choices.map(quoted).join(',')}])[:any]`
  }
  const keys = values.flatMap((value, at) => (value instanceof Uint8Array ? [`\\set key${at} random(1, 9223372036854775807)`] : []))
  const statement = text.replaceAll(/\$(\d+)/g, (_, number: string) => drawn(Number(number) - 1)).replaceAll(/\s+/g, ' ')
  return [`\\set any random(1, ${samples.length})`, ...keys, `${statement};`, ''].join('\n')
}

/** Microseconds of each transaction, from the logs that pgbench writes: one for each of its threads. */
function latenciesIn(folder: string): readonly number[] {
  const logs = readdirSync(folder).filter((name) => name.startsWith('log'))
  const lines = logs.flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
  return lines.map((line) => Number(line.split(' ')[2]) / 1000)
}

/** `pgbench` with the statement prepared, over so many connections. */
export function runPgbench(cluster: Cluster, place: Place, transactions: readonly Transaction[], connections: number): Pace {
  const folder = mkdtempSync(join(tmpdir(), 'peil-pgbench-'))
  const script = join(folder, 'script.sql')
  writeFileSync(script, scriptOf(transactions))
  const database = new URL(place.environment['DATABASE_URL'] ?? '').pathname.slice(1)
  const each = Math.ceil(transactions.length / connections)
  const words = ['-n', '-M', 'prepared', '-c', connections, '-j', Math.min(connections, 2), '-t', each, '-f', script]
  const where = ['-l', '--log-prefix=log', '-h', cluster.folder, '-U', 'postgres', database]
  try {
    const said = execFileSync(program(), [...words.map(String), ...where], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
      env: { PATH: process.env['PATH'], LC_ALL: 'C', PGOPTIONS: '-c role=peil_collector -c search_path=peil_collector' },
    })
    return { ...paceOf(latenciesIn(folder), 1), perSecond: Number(/^tps = ([\d.]+)/m.exec(said)?.[1]) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
