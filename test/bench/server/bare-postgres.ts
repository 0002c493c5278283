import pg from 'pg'
import { connectionOf } from '../../../src/server/store/postgres-roles.ts'
import type { Bare } from './measure.ts'
import type { Transaction } from './recording.ts'
import { type Pace, paceOf } from './samples.ts'

/** The driver alone: prepared statements over so many connections, without HTTP, signatures or waiting for one another. */
export async function runBarePostgres(
  url: string,
  transactions: Iterable<Transaction>,
  connections: number,
  { seconds, durable }: Bare,
): Promise<Pace> {
  const names = new Map<string, string>()
  const nameOf = (text: string): string => {
    const known = names.get(text) ?? `bare_${names.size}`
    names.set(text, known)
    return known
  }
  const clients = Array.from({ length: connections }, () => new pg.Client(connectionOf(url, 'peil_collector')))
  await Promise.all(clients.map((client) => client.connect()))
  if (!durable) await Promise.all(clients.map((client) => client.query('SET synchronous_commit = off')))
  const waiting = transactions[Symbol.iterator]()
  const latencies: number[] = []
  const began = performance.now()
  async function runOn(client: pg.Client): Promise<void> {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
      const started = performance.now()
      if (started - began > seconds * 1000) return
      for (const { text, values } of next.value) await client.query({ name: nameOf(text), text, values: [...values] })
      latencies.push(performance.now() - started)
    }
  }
  await Promise.all(clients.map(runOn))
  const taken = performance.now() - began
  await Promise.all(clients.map((client) => client.end()))
  return paceOf(latencies, taken)
}
