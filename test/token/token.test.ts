import { constants, createHash, generateKeyPairSync, privateEncrypt, verify } from 'node:crypto'
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { expect, test } from 'vitest'
import { spkiOf } from '../../src/token/spki.ts'
import { type UnitKey, blind, finalise, openKey, prepare } from '../../src/token/token.ts'
import example from '../cases/token/rfc9474-pss-randomized.json' with { type: 'json' }

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const t = new Uint8Array(32).fill(7)
const context = new TextEncoder().encode('a context of any length')

function bytesOf(key: typeof publicKey): { modulus: Uint8Array; exponent: Uint8Array } {
  const { n = '', e = '' } = key.export({ format: 'jwk' })
  return { modulus: new Uint8Array(Buffer.from(n, 'base64url')), exponent: new Uint8Array(Buffer.from(e, 'base64url')) }
}

function unitKey(key = publicKey): UnitKey {
  const keyId = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()
  return { ...bytesOf(key), keyId: new Uint8Array(keyId) }
}

/** What the issuer does: raw RSA, on the other side of another library. */
function sign(blinded: Uint8Array, key = privateKey): Uint8Array {
  return new Uint8Array(privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, blinded))
}

function isValid(signature: Uint8Array, prepared: Uint8Array): boolean {
  return verify('sha384', prepared, { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, signature)
}

async function opened(key = unitKey()): Promise<CryptoKey> {
  const crypto = await openKey(key)
  if (crypto === undefined) throw new Error('refused')
  return crypto
}

test('a token fetched blind is an ordinary PSS signature on t and context', async () => {
  const key = await opened()
  const prepared = prepare(t, context)
  const { blinded, inverse } = await blind(key, prepared)
  const signature = await finalise(key, prepared, sign(blinded), inverse)
  expect(signature).toHaveLength(256)
  expect(isValid(signature ?? new Uint8Array(), prepared)).toBe(true)
})

test('the stored bytes of a blinding can be finished with in another run', async () => {
  const prepared = prepare(t, context)
  const stored = JSON.stringify(Object.entries(await blind(await opened(), prepared)).map(([name, bytes]) => [name, [...bytes]]))
  const { blinded, inverse } = Object.fromEntries(
    (JSON.parse(stored) as [string, number[]][]).map(([name, bytes]) => [name, Uint8Array.from(bytes)]),
  ) as { blinded: Uint8Array; inverse: Uint8Array }
  const signature = await finalise(await opened(), prepared, sign(blinded), inverse)
  expect(signature && isValid(signature, prepared)).toBe(true)
})

test('the issuer sees neither message nor the same bytes twice', async () => {
  const key = await opened()
  const prepared = prepare(t, context)
  const [first, second] = [await blind(key, prepared), await blind(key, prepared)]
  expect(first.blinded).not.toEqual(second.blinded)
  expect(Buffer.from(first.blinded).includes(Buffer.from(t.subarray(0, 8)))).toBe(false)
})

/** r^e mod n in plain big-integer arithmetic, by no library. */
function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (exponent === 0n) return 1n
  const half = power((base * base) % modulus, exponent / 2n, modulus)
  return exponent % 2n === 1n ? (half * base) % modulus : half
}
const number = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)

test('blinded message and inverse hide a PSS encoding by RFC 9474: m = blinded · inverse^e', async () => {
  const prepared = prepare(t, context)
  const { blinded, inverse } = await blind(await opened(), prepared)
  const n = number(bytesOf(publicKey).modulus)
  const encoded = (number(blinded) * power(number(inverse), 65537n, n)) % n
  const signature = sign(Buffer.from(encoded.toString(16).padStart(512, '0'), 'hex'))
  expect(isValid(signature, prepared)).toBe(true)
})

test("the library's own client and ours accept each other's tokens", async () => {
  const key = await opened()
  const suite = RSABSSA.SHA384.PSS.Randomized()
  const theirs = suite.prepare(context)
  const request = await suite.blind(key, theirs)
  const ours = await finalise(key, prepare(theirs.slice(0, 32), theirs.slice(32)), sign(request.blindedMsg), request.inv)
  expect(ours).toEqual(await suite.finalize(key, theirs, sign(request.blindedMsg), request.inv))

  const prepared = prepare(t, context)
  const { blinded, inverse } = await blind(key, prepared)
  const signature = await finalise(key, prepared, sign(blinded), inverse)
  expect(signature && (await suite.verify(key, signature, prepared))).toBe(true)
})

test.each([
  ['another message', async (key: CryptoKey, b: Uint8Array, i: Uint8Array) => finalise(key, prepare(t, Uint8Array.of(1)), sign(b), i)],
  [
    'a changed signature',
    async (key: CryptoKey, b: Uint8Array, i: Uint8Array) => {
      const changed = sign(b)
      changed[255] = (changed[255] ?? 0) ^ 1
      return finalise(key, prepare(t, context), changed, i)
    },
  ],
  [
    'a signature by another key',
    async (key: CryptoKey, b: Uint8Array, i: Uint8Array) => {
      const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
      const small = b.slice()
      small[0] = 0
      return finalise(key, prepare(t, context), sign(small, other), i)
    },
  ],
  ['a short signature', async (key: CryptoKey, b: Uint8Array, i: Uint8Array) => finalise(key, prepare(t, context), sign(b).slice(1), i)],
  ['another inverse', async (key: CryptoKey, b: Uint8Array) => finalise(key, prepare(t, context), sign(b), new Uint8Array(256).fill(9))],
])('no token comes of %s', async (_what, tamper) => {
  const key = await opened()
  const { blinded, inverse } = await blind(key, prepare(t, context))
  expect(await tamper(key, blinded, inverse)).toBeUndefined()
})

test('the key id is SHA-256 of the SPKI that other software writes', () => {
  const { modulus, exponent } = bytesOf(publicKey)
  expect(Buffer.from(spkiOf(modulus, exponent))).toEqual(publicKey.export({ type: 'spki', format: 'der' }))
})

test.each([
  ['another id than it claims', { ...unitKey(), keyId: new Uint8Array(32) }],
  ['3072 bit', unitKey(generateKeyPairSync('rsa', { modulusLength: 3072 }).publicKey)],
  ['1024 bit', unitKey(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey)],
  ['exponent 3', unitKey(generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).publicKey)],
  ['an even modulus', { ...unitKey(), modulus: bytesOf(publicKey).modulus.with(255, 2) }],
  ['2047 bit', { ...unitKey(), modulus: bytesOf(publicKey).modulus.with(0, 1) }],
])('a key with %s is refused', async (_what, key) => {
  expect(await openKey(key)).toBeUndefined()
})

test('the example of RFC 9474, appendix A.1, comes out as printed there', async () => {
  const hex = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'hex'))
  const spki = spkiOf(hex(example.n), hex(example.e))
  const key = await crypto.subtle.importKey('spki', spki, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])
  const prepared = prepare(hex(example.msg_prefix), hex(example.msg))
  expect(await finalise(key, prepared, hex(example.blind_sig), hex(example.inv))).toEqual(hex(example.sig))
})
