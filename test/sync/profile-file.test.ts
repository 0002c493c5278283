import { expect, test } from 'vitest'
import { resources } from '../../src/instruments/resources.ts'
import { profileBytes } from '../../src/protocol/profile.ts'
import { readProfileFile } from '../../src/sync/profile-file.ts'
import { ownProfile } from '../support/profile.ts'

const read = (text: string) => readProfileFile({ size: text.length, text: () => Promise.resolve(text) }, resources)
const whole = JSON.stringify(ownProfile())

test('a profile file is read, also with the mark some editors put at its beginning', async () => {
  for (const text of [whole, `\uFEFF${whole}`]) expect(await read(text)).toEqual({ ok: true, value: ownProfile() })
})

test('what it hides and this Peil does not have, and what it confirmed and is checked by now, is left out', async () => {
  const known = resources.find(({ checkedAt }) => checkedAt !== 'unchecked')?.id ?? ''
  const found = await read(JSON.stringify(ownProfile({ hiddenResources: ['gone', known], confirmedResources: [known] })))
  expect(found).toEqual({ ok: true, value: ownProfile({ hiddenResources: [known], confirmedResources: [] }) })
})

test('cut off anywhere, it is refused', async () => {
  for (let length = 0; length < whole.length; length += 37) {
    const found = await read(whole.slice(0, length))
    expect(found, String(length)).toEqual({ ok: false, error: { kind: length === 0 ? 'not-data' : 'cut' } })
  }
})

test('a file that cannot be read is refused, and one that is too large is not even opened', async () => {
  const gone = { size: 10, text: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }
  expect(await readProfileFile(gone, resources)).toEqual({ ok: false, error: { kind: 'unreadable' } })
  const large = { size: profileBytes + 1, text: () => Promise.reject(new Error('opened')) }
  expect(await readProfileFile(large, resources)).toEqual({ ok: false, error: { kind: 'too-large' } })
})

test('anything else that is data belongs elsewhere', async () => {
  for (const text of ['null', '[]', '42', '{}', '{"v":1}', '{"profile":{}}']) {
    expect(await read(text), text).toEqual({ ok: false, error: { kind: 'foreign' } })
  }
})
