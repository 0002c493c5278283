import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sectors } from '../../src/domain/instrument/instrument.ts'
import { corePacks } from '../../src/instruments/packs.ts'

const chapters = readFileSync('docs/instrument.md', 'utf8').split(/^## /m)
const headings = { barnehage: 'What the kindergarten core', skole: 'What the school core', sfo: 'What the after-school core' }

test.each(sectors)('the document says what each item of %s is there for, and names no other', (sector) => {
  const chapter = chapters.find((each) => each.startsWith(headings[sector])) ?? ''
  const named = [...chapter.matchAll(/`(\d\.[a-z-]+)`/g)].map(([, id = '']) => `${sector}.${id}`)
  const asked = corePacks[sector].parts.flatMap(({ items }) => items.map(({ id }) => id))
  expect([...new Set(named)].toSorted()).toEqual(asked.toSorted())
})
