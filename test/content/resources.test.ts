import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { dimensions, sectors, tiers } from '../../src/domain/instrument/instrument.ts'
import { resourcesFor } from '../../src/domain/resource/choose.ts'
import { isChecked } from '../../src/domain/resource/resource.ts'
import { healthAdvice } from '../../src/instruments/health-advice.ts'
import { resources } from '../../src/instruments/resources.ts'
import { resource } from '../../src/protocol/resource.ts'
import { languages, readWords } from './locales.ts'
import { lix, wordsOf } from '../../src/domain/content/reading.ts'

const lineFile = z.object({ lines: z.record(z.string(), z.string()) })
const adviceFile = z.object({ advice: z.record(z.string(), z.object({ title: z.string(), about: z.array(z.string()) })) })

test('every entry has the shape of the catalogue, with an encrypted address', () => {
  const faults = resources.flatMap((entry) => {
    const { error } = resource.safeParse(entry)
    return error ? [`${entry.id}: ${z.prettifyError(error)}`] : []
  })
  expect(faults).toEqual([])
})

test('an entry without an encrypted address, for no sector or without a day is refused', () => {
  const [entry] = resources
  for (const fault of [{ url: 'http://www.udir.no' }, { url: 'www.udir.no' }, { sectors: [] }, { checkedAt: 'soon' }, { kind: 'course' }]) {
    expect(resource.safeParse({ ...entry, ...fault }).success, JSON.stringify(fault)).toBe(false)
  }
})

test('no id is used twice, and no day of checking lies ahead of the catalogue', () => {
  const ids = resources.map(({ id }) => id)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  expect(new Set(resources.map(({ checkedAt }) => checkedAt))).toEqual(new Set(['2026-11-21', 'unchecked']))
})

describe.each(languages)('in %s', (language) => {
  test('every resource has one short line, and no line is left over', () => {
    const { lines } = lineFile.parse(readWords(language, 'resources'))
    expect(Object.keys(lines).toSorted()).toEqual(resources.map(({ id }) => id).toSorted())
    const tooLong = Object.entries(lines).filter(([, line]) => wordsOf(line).length > 15)
    expect(tooLong).toEqual([])
    expect(Object.values(lines).filter((line) => !line.endsWith('.'))).toEqual([])
  })

  test('the lines are easy to read', () => {
    const { lines } = lineFile.parse(readWords(language, 'resources'))
    expect(lix(Object.values(lines))).toBeLessThanOrEqual(40)
  })

  test('every piece of health advice has its words', () => {
    const { advice } = adviceFile.parse(readWords(language, 'health'))
    expect(Object.keys(advice).toSorted()).toEqual(healthAdvice.map(({ id }) => id).toSorted())
  })
})

test('nothing unchecked is ever offered to anybody', () => {
  const offered = languages.flatMap((language) =>
    dimensions.flatMap((dimension) =>
      sectors.flatMap((sector) => tiers.flatMap((tier) => resourcesFor(resources, { dimension, sector, tier, language, most: 99 }))),
    ),
  )
  expect(offered.length).toBeGreaterThan(0)
  expect(offered.filter((entry) => !isChecked(entry))).toEqual([])
  expect(resources.filter((entry) => !isChecked(entry)).length).toBeGreaterThan(10)
})

test('a teacher in school and in kindergarten is offered something in every area and in privacy', () => {
  const asked = (['1', '2', '3', '4', '5', '6', '7', 'privacy'] as const).flatMap((dimension) =>
    (['barnehage', 'skole'] as const).map((sector) => ({ dimension, sector, tier: 'teacher', language: 'nb' }) as const),
  )
  expect(asked.filter((wish) => resourcesFor(resources, wish).length === 0)).toEqual([])
})

test('health advice is dated, has an encrypted source, and its ages follow each other', () => {
  for (const { id, published, url, checkedAt, rows } of healthAdvice) {
    expect(published, id).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/)
    expect(id.endsWith(published)).toBe(true)
    expect(url, id).toMatch(/^https:\/\//)
    expect(checkedAt >= `${published}-01`, id).toBe(true)
    expect(rows[0]?.from, id).toBe(0)
    rows.slice(1).forEach((row, at) => {
      expect(row.from, id).toBe((rows[at]?.to ?? 0) + 1)
    })
  }
})
