import { expect, test } from 'vitest'
import { PeilDatabase } from '../../src/storage/database.ts'
import { personalTables } from '../../src/storage/sealed-tables.ts'

/** What may lie open on a shared tablet, or is sealed by itself. */
const nobodys = ['leaving', 'packs', 'persons', 'sealed', 'settings']

test('every table is a person’s, and so sealed on a shared tablet, or holds nothing that is anybody’s alone', () => {
  const tables = new PeilDatabase('whose').tables.map(({ name }) => name)
  expect(tables.toSorted()).toEqual([...personalTables, ...nobodys].toSorted())
})
