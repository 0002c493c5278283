import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer, Assessment } from '../../src/domain/assessment/assessment.ts'
import { type Module, type Sector, modulesFor, sectors } from '../../src/domain/instrument/instrument.ts'
import { corePacks, coreVersion, modulePacks } from '../../src/instruments/packs.ts'
import { encodeBase64url } from '../../src/protocol/base64url.ts'
import { carriedLink, longestLink, readCarried } from '../../src/protocol/carried.ts'
import { must } from '../support/must.ts'

const origin = 'https://peil.kommune.example'
const answers: readonly Answer[] = [
  ...([0, 1, 2, 3, 4] as const).map((step) => ({ kind: 'step', step }) as const),
  { kind: 'not-relevant' },
  { kind: 'skipped' },
]

/** Everything answered that somebody can be asked, each answer as `choose` says. */
function assessmentWith(sector: Sector, modules: readonly Module[], choose: (at: number) => Answer): Assessment {
  const packs = [corePacks[sector], ...modules.map((module) => modulePacks[module])]
  const items = packs.flatMap(({ parts }) => parts).flatMap((part) => part.items)
  const at = '2026-11-22T09:00:00.000Z'
  return {
    ...{ id: '0123456789abcdef0123456789abcdef', sector, tier: 'leader', instrumentVersion: coreVersion, modules },
    ...{ startedAt: at, changedAt: at, finishedAt: at, predictions: { '1': 2 }, predictedAt: at, confidence: { '1': 'sure' } },
    answers: Object.fromEntries(items.map(({ id, version }, at_) => [id, { answer: choose(at_), version }])),
    vignettes: {},
    notes: {},
  }
}

/** What anybody reads who unpacks it. */
const saidBy = (link: string): string => inflateSync(Buffer.from(link.split('.').at(-1) ?? '', 'base64url')).toString()

test('an assessment comes out of its code as it went in, without its notes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...sectors), fc.infiniteStream(fc.constantFrom(...answers)), async (sector, stream) => {
      const assessment = assessmentWith(sector, ['privacy'], () => stream.next().value as Answer)
      const link = must(await carriedLink(origin, { ...assessment, notes: { x: 'Spør Mats' } }))
      expect(must(await readCarried(new URL(link).hash))).toEqual(assessment)
    }),
    { numRuns: 50 },
  )
})

test('nothing of a note is in a code, for whoever scans it with something else', async () => {
  const assessment = assessmentWith('skole', [], () => ({ kind: 'skipped' }))
  const said = saidBy(must(await carriedLink(origin, { ...assessment, notes: { x: 'Spør Mats' } })))
  expect(said).toContain(assessment.id)
  expect(said).not.toContain('Mats')
})

test('bytes that are no text are not a result, whatever they stand in', async () => {
  const assessment = { ...assessmentWith('skole', [], () => ({ kind: 'skipped' })), id: 'here' }
  const whole = Buffer.from(saidBy(must(await carriedLink(origin, assessment))))
  const packed = (bytes: Buffer): string => `#1.${encodeBase64url(new Uint8Array(deflateSync(bytes)))}`
  expect(await readCarried(packed(whole))).toMatchObject({ ok: true })
  whole[whole.indexOf('here')] = 0xff
  expect(await readCarried(packed(whole))).toEqual({ ok: false, error: { kind: 'not-a-result' } })
})

test('a result that was blown up is given up before it fills the memory', async () => {
  const whole = saidBy(
    must(
      await carriedLink(
        origin,
        assessmentWith('skole', [], () => ({ kind: 'skipped' })),
      ),
    ),
  )
  const blown = (spaces: number): string => `#1.${encodeBase64url(new Uint8Array(deflateSync(whole + ' '.repeat(spaces))))}`
  expect(await readCarried(blown(1_000))).toMatchObject({ ok: true })
  expect(await readCarried(blown(100_000))).toEqual({ ok: false, error: { kind: 'not-a-result' } })
})

test('an answer to a later version of its item stays one', async () => {
  const assessment = assessmentWith('skole', [], () => ({ kind: 'step', step: 3 }))
  const answers = Object.fromEntries(Object.entries(assessment.answers).map(([item, given]) => [item, { ...given, version: 12 }]))
  const { hash } = new URL(must(await carriedLink(origin, { ...assessment, answers })))
  expect(must(await readCarried(hash))).toEqual({ ...assessment, answers })
})

test('a result with something after it is not taken for the result', async () => {
  const { hash } = new URL(
    must(
      await carriedLink(
        origin,
        assessmentWith('skole', [], () => ({ kind: 'skipped' })),
      ),
    ),
  )
  expect(await readCarried(hash)).toMatchObject({ ok: true })
  expect(await readCarried(`${hash}.more`)).toEqual({ ok: false, error: { kind: 'not-a-result' } })
})

test.each(sectors)('everything anybody in %s can be asked fits into one code', async (sector) => {
  let at = 7
  const link = must(
    await carriedLink(
      origin,
      assessmentWith(sector, modulesFor('leader'), () => answers[(at = (at * 31 + 11) % 7)] ?? { kind: 'skipped' }),
    ),
  )
  expect(link.length).toBeLessThanOrEqual(longestLink)
  expect(link).toMatch(/^https:\/\/peil\.kommune\.example\/hent#1\.[A-Za-z0-9_-]+$/)
})

test('what would need squares too small to be read is refused', async () => {
  const assessment = assessmentWith('skole', [], () => ({ kind: 'skipped' }))
  const noise = Array.from({ length: 400 }, (_, at) => [encodeBase64url(crypto.getRandomValues(new Uint8Array(9))), (at % 5) as 0])
  expect(await carriedLink(origin, { ...assessment, vignettes: Object.fromEntries(noise) as never })).toEqual({
    ok: false,
    error: { kind: 'too-large' },
  })
})

const payloadOf = (text: string): string => `#1.${encodeBase64url(new Uint8Array(deflateSync(text)))}`
const payload = (value: unknown): string => payloadOf(JSON.stringify(value))
const unanswered = { ...assessmentWith('skole', [], () => ({ kind: 'skipped' })), answers: {} }
const { finishedAt: _finishedAt, ...underWay } = unanswered
const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`

test.each([
  ['nothing', ''],
  ['a slip', '#1.BQUFBQUFBQUFBQUFBQUFBQ.solstrala.AAAA-AAAA-AAAA-AAAA-A.x'],
  ['letters that are none of the alphabet', '#1.€€€'],
  ['bytes that are not packed', '#1.AAAA'],
  ['JSON that is no assessment', payload({ answers: {} })],
  ['an answer that does not exist', payload({ ...unanswered, answers: { x: '71' } })],
  ['an assessment that is still under way', payload(underWay)],
  ['one after which nothing could be started', payload({ ...unanswered, startedAt: '9999-12-31T23:59:59.999Z' })],
  ['something nested too deep to be kept', payloadOf(JSON.stringify({ ...unanswered, more: 0 }).replace(/0}$/, `${nested}}`))],
  ['a list', payload([])],
  ['something made to fill the memory', `#1.${encodeBase64url(new Uint8Array(deflateSync(Buffer.alloc(50_000_000, 0x20))))}`],
])('%s is not a result', async (_name, fragment) => {
  expect(await readCarried(fragment)).toEqual({ ok: false, error: { kind: 'not-a-result' } })
})

test('a result without answers is one', async () => {
  expect(await readCarried(payload(unanswered))).toMatchObject({ ok: true })
})

test('a code of a newer Peil says so', async () => {
  expect(await readCarried('#2.anything')).toEqual({ ok: false, error: { kind: 'result-too-new' } })
})

test('a code that lost its end, or had a letter changed, never becomes another result', async () => {
  const assessment = assessmentWith('barnehage', ['privacy'], (at) => answers[at % 5] ?? { kind: 'skipped' })
  const fragment = new URL(must(await carriedLink(origin, assessment))).hash
  for (let at = 3; at < fragment.length; at += 1) {
    const changed = `${fragment.slice(0, at)}${fragment[at] === 'A' ? 'B' : 'A'}${fragment.slice(at + 1)}`
    for (const bent of [changed, fragment.slice(0, at)]) {
      const read = await readCarried(bent)
      if (read.ok) expect(read.value).toEqual(assessment)
      else expect(read.error.kind).toBe('not-a-result')
    }
  }
})
