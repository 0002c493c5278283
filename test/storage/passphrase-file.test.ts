import { webcrypto } from 'node:crypto'
import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { canLock, lockBytes, settledPassphrase, unlockBytes } from '../../src/storage/passphrase-file.ts'

const random = (length: number) => webcrypto.getRandomValues(new Uint8Array(length))
const lock = { rounds: 100, salt: random(16), nonce: random(12), header: new TextEncoder().encode('header') }
const plain = new TextEncoder().encode('What I answered.')

afterEach(() => {
  vi.unstubAllGlobals()
})

function altered(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice()
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

test('locked bytes open with the passphrase, and say nothing without it', async () => {
  const locked = await lockBytes(plain, 'seagull lantern boat', lock)
  expect(await unlockBytes(locked, 'seagull lantern boat', lock)).toEqual(plain)
  expect(await unlockBytes(locked, 'seagull lantern boats', lock)).toBeUndefined()
  expect(new TextDecoder().decode(locked)).not.toContain('answered')
  expect(locked.length).toBe(plain.length + 16)
})

describe('nothing opens when one bit is another', () => {
  it('of the locked bytes and their tag, wherever it stands', async () => {
    const locked = await lockBytes(plain, 'seagull lantern boat', lock)
    for (const at of locked.keys()) expect(await unlockBytes(altered(locked, at), 'seagull lantern boat', lock), String(at)).toBeUndefined()
  })

  it.each(['salt', 'nonce', 'header'] as const)('of the %s', async (part) => {
    const locked = await lockBytes(plain, 'seagull lantern boat', lock)
    for (const at of lock[part].keys()) {
      const other = { ...lock, [part]: altered(lock[part], at) }
      expect(await unlockBytes(locked, 'seagull lantern boat', other), String(at)).toBeUndefined()
    }
  })

  it('and when the rounds are others, or bytes are missing or added', async () => {
    const locked = await lockBytes(plain, 'seagull lantern boat', lock)
    expect(await unlockBytes(locked, 'seagull lantern boat', { ...lock, rounds: 101 })).toBeUndefined()
    for (const length of [0, 1, 16, locked.length - 1]) {
      expect(await unlockBytes(locked.slice(0, length), 'seagull lantern boat', lock)).toBeUndefined()
    }
    expect(await unlockBytes(new Uint8Array([...locked, 0]), 'seagull lantern boat', lock)).toBeUndefined()
  })
})

test('a passphrase is the same however a keyboard composes its letters, and however many spaces are typed', () => {
  expect(settledPassphrase('  ma\u030Ake   ba\u030At\u00A0 ')).toBe('m\u00E5ke b\u00E5t')
  expect(settledPassphrase('Måke')).not.toBe(settledPassphrase('måke'))
})

test('a page without cryptography knows that it has none', () => {
  expect(canLock()).toBe(true)
  vi.stubGlobal('crypto', {})
  expect(canLock()).toBe(false)
})
