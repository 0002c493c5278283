import { randomBytes } from 'node:crypto'
import type { FrozenRound } from '../../../src/server/issuer/rounds.ts'
import { requestOf } from './load.ts'
import { type Measured, measureServers, medianOf } from './measure.ts'
import type { OpenRound } from './municipality.ts'
import type { Server } from './server.ts'
import type { Settings } from './settings.ts'

/** What a device asks besides contributing. */
export type Ask = Measured & { readonly ask: string; readonly connections: number }

const connections = 8

/**
 * Each code once. What is to be signed is any number below the modulus, for that is what a blinded message looks like: the server
 * signs it like any other.
 */
function issueRequests({ frozen, codes }: OpenRound): readonly Buffer[] {
  return [...codes].flatMap(([unit, ofUnit]) =>
    ofUnit.map((code) => {
      const blinded = Buffer.concat([Buffer.alloc(1), randomBytes(255)]).toString('base64url')
      return requestOf('POST', '/issue', JSON.stringify({ v: 1, round: frozen.round, unit, code, blinded }))
    }),
  )
}

async function etagOf(server: Server, path: string): Promise<string> {
  const reply = await fetch(`http://127.0.0.1:${server.port}/api/v1${path}`)
  await reply.arrayBuffer()
  return reply.headers.get('etag') ?? ''
}

/** Requests of each kind in turn, round after round, as in `measureInTurn`. */
export async function measureAsks(server: Server, opened: OpenRound, { asks, rounds, seconds }: Settings): Promise<readonly Ask[]> {
  const round: FrozenRound['round'] = opened.frozen.round
  const etag = await etagOf(server, `/rounds/${round}`)
  const issue = issueRequests(opened).values()
  const again = (request: Buffer) => () => request
  const kinds: readonly (readonly [string, () => Buffer])[] = [
    ['the round, first time', again(requestOf('GET', `/rounds/${round}`))],
    ['the round, unchanged', again(requestOf('GET', `/rounds/${round}`, '', [`if-none-match: ${etag}`]))],
    ['who has joined', again(requestOf('GET', `/rounds/${round}/joined`))],
    ['a token', () => issue.next().value ?? Buffer.alloc(0)],
  ]
  const samples = kinds.map((): Measured[] => [])
  for (let turn = 0; turn <= rounds; turn += 1) {
    for (const [at, [, next]] of kinds.entries()) {
      const measured = await measureServers([server], Array.from({ length: asks }, next), { connections, seconds })
      if (turn > 0) samples[at]?.push(measured)
    }
  }
  return kinds.map(([ask], at) => ({ ask, connections, ...medianOf(samples[at] ?? []) }))
}
