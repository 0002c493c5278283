import { structureFaults } from '../domain/content/own-pack-faults.ts'
import { fail, ok } from '../domain/result.ts'
import { canonicalJson } from '../protocol/canonical-json.ts'
import { ownPackDocument } from '../protocol/own-pack.ts'
import { problemKind } from '../protocol/problem.ts'
import type { SyncPorts } from './ports.ts'
import type { Attempt } from './send.ts'
import { tokenClient } from './token-client.ts'
import { textOf } from './unit-key.ts'

const done: Attempt = ok({ kind: 'done' })

async function hasHash(ports: SyncPorts, body: unknown, sha256: string): Promise<boolean> {
  const client = await tokenClient(ports)
  return client.ok && textOf(await client.value.sha256(new TextEncoder().encode(canonicalJson(body)))) === sha256
}

/** Only what has the hash that the round named is kept. What the server has no more, or this Peil cannot read, is asked for at the next occasion. */
async function fetchPack(ports: SyncPorts, sha256: string): Promise<Attempt> {
  const reply = await ports.exchange('GET', `/packs/${sha256}`)
  if (problemKind(reply?.body) === 'not-found') return done
  if (reply?.status !== 200 || !(await hasHash(ports, reply.body, sha256))) {
    return fail({ kind: 'later', ...(reply?.retryAfter === undefined ? {} : { retryAfter: reply.retryAfter }) })
  }
  const document = ownPackDocument.safeParse(reply.body)
  if (!document.success || structureFaults(document.data.pack).length > 0) return done
  const saved = await ports.packs.save({ sha256, document: document.data })
  return saved.ok ? done : saved
}

/** Fetches the own packs that are named on the device and not there yet. */
export async function fetchPacks(ports: SyncPorts): Promise<readonly Attempt[]> {
  const missing = await ports.packs.missing()
  if (!missing.ok) return [missing]
  const attempts: Attempt[] = []
  for (const sha256 of missing.value) attempts.push(await fetchPack(ports, sha256))
  return attempts
}
