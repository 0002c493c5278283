import { type KeyObject, constants, createHash, generateKeyPairSync, privateEncrypt, verify } from 'node:crypto'
import { decodeBase64url, encodeBase64url } from '../../src/protocol/base64url.ts'
import { codeFromBits, parseCode } from '../../src/protocol/code.ts'
import { type Contribution, contribution, isWithdrawal } from '../../src/protocol/contribution.ts'
import { issueMessage } from '../../src/protocol/issue.ts'
import { type ProblemKind, problemStatus } from '../../src/protocol/problem.ts'
import type { Joined, Round } from '../../src/protocol/round.ts'
import { slipLink } from '../../src/protocol/slip.ts'
import { tokenContext } from '../../src/protocol/token-context.ts'
import type { Exchange, Reply } from '../../src/sync/ports.ts'

const round = encodeBase64url(new Uint8Array(16).fill(5))
export const unitId = 'solstrala'
const text = (bytes: Uint8Array): string => encodeBase64url(new Uint8Array(bytes))
const bytes = (base64url: string): Uint8Array => decodeBase64url(base64url) ?? new Uint8Array()

function newKey(): { key: KeyObject; publicKey: KeyObject; n: string; e: string; keyId: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' })
  const keyId = text(
    createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest(),
  )
  return { key: privateKey, publicKey, n, e, keyId }
}

const tierTargets = { practice: 2, teacher: 2, leader: 2, owner: 2 } as const
const problem = (kind: ProblemKind): Reply => ({
  status: problemStatus[kind],
  body: { type: `urn:peil:${kind}`, title: kind, status: problemStatus[kind] },
})

/** What the network does with one message: brings it both ways, loses the reply, or loses the message. */
export type Weather = 'fine' | 'reply-lost' | 'down'

/**
 * A round with one unit behind the exchange port: real keys, one signature per code, nullifiers with commitments,
 * as the protocol tells it. Its public fields are what a test may look at or bend.
 */
export class RoundServer {
  document: Round
  joined: Joined = '5-or-more'
  incarnation = 'first'
  weather: (method: string, path: string) => Weather = () => 'fine'
  codes: string[] = []
  posted: string[] = []
  /** Nullifier → the version that counts for it. */
  counted = new Map<string, Pick<Contribution, 'tier' | 'values' | 'r'>>()
  private readonly spent = new Map<string, string>()
  private unitKey = newKey()

  constructor() {
    const { n, e, keyId } = this.unitKey
    const instrument = { id: 'barnehage', version: '2026.1' } as const
    const headcount = { practice: 5, teacher: 6 }
    const unit = { unit: unitId, name: 'Solstråla barnehage', sector: 'barnehage', instrument, headcount, tiers: [], n, e, keyId } as const
    this.document = {
      ...{ v: 1, round, title: 'Høst 2026', municipality: 'Fjordvik', k: 5, state: 'open' },
      ...{ opens: '2026-11-01T08:00:00Z', closes: '2026-12-11T15:00:00Z', acceptUntil: '2026-12-14T15:00:00Z' },
      dimensions: ['1', '2', 'privacy'].map((id) => ({ id: id as '1', targets: tierTargets })),
      units: [{ ...unit, tiers: [] }],
    }
  }

  /** Prints a slip and gives back its link. */
  slip(): string {
    const code = codeFromBits(crypto.getRandomValues(new Uint8Array(10)))
    this.codes.push(code)
    return slipLink('https://peil.example', { round, unit: unitId, code, keyId: this.unitKey.keyId })
  }

  replaceKey(): void {
    this.unitKey = newKey()
    const { n, e, keyId } = this.unitKey
    this.document = { ...this.document, units: this.document.units.map((unit) => ({ ...unit, n, e, keyId })) }
  }

  /** The collector's database is lost, and a new one begins. */
  loseCollector(): void {
    this.incarnation = 'second'
    this.counted.clear()
  }

  setState(state: Round['state']): void {
    this.document = { ...this.document, state }
  }

  readonly exchange: Exchange = (method, path, { body } = {}) => {
    const weather = this.weather(method, path)
    if (weather === 'down') return Promise.resolve(undefined)
    const reply = method === 'GET' ? this.answer(path) : this.receive(path, body ?? '')
    return Promise.resolve(weather === 'fine' ? reply : undefined)
  }

  private answer(path: string): Reply {
    if (path === `/rounds/${round}`) return { status: 200, body: structuredClone(this.document) }
    if (path === `/rounds/${round}/joined`) return { status: 200, body: { [unitId]: this.joined } }
    if (path === '/collector') return { status: 200, body: { incarnation: this.incarnation } }
    return problem('not-found')
  }

  private receive(path: string, body: string): Reply {
    return path === '/issue' ? this.issue(JSON.parse(body)) : this.collect(body)
  }

  private issue(body: unknown): Reply {
    const message = issueMessage.parse(body)
    const code = parseCode(message.code)
    if (this.document.state === 'released') return problem('round-closed')
    if (!code.ok || !this.codes.includes(code.value)) return problem('code-unknown')
    const before = this.spent.get(code.value)
    if (before !== undefined && before !== message.blinded) return problem('code-spent')
    this.spent.set(code.value, message.blinded)
    const signed = privateEncrypt({ key: this.unitKey.key, padding: constants.RSA_NO_PADDING }, bytes(message.blinded))
    return { status: 200, body: { signature: text(signed) } }
  }

  private isValid({ t, s }: Contribution): boolean {
    const hash = createHash('sha256').update(`${round}\n${unitId}`).digest()
    const prepared = Buffer.concat([bytes(t), tokenContext(hash, bytes(this.unitKey.keyId))])
    return verify('sha384', prepared, { key: this.unitKey.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, bytes(s))
  }

  private collect(body: string): Reply {
    this.posted.push(body)
    const message = contribution.parse(JSON.parse(body))
    if (this.document.state === 'released') return problem('round-closed')
    if (!this.isValid(message)) return problem('token-invalid')
    const { t, tier, values, r, prev } = message
    const now = this.counted.get(t)
    const same = (one: typeof now, other: typeof prev): boolean => one?.r === other?.r && one?.values === other?.values
    if (now !== undefined && !same(now, message) && !(prev && same(now, prev))) return problem('conflict')
    this.counted.set(t, { tier, values, r })
    return { status: 200, body: { incarnation: this.incarnation } }
  }

  /** The answers that are counted now. */
  get votes(): string[] {
    return [...this.counted.values()].filter((version) => !isWithdrawal(version)).map(({ values }) => values)
  }
}
