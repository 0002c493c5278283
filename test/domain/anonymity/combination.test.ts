import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { releaseRound } from '../../../src/domain/anonymity/release.ts'
import { type Question, atomsOf, counted } from './atoms.ts'
import { tablesHiddenUnderFive } from './naive-rules.ts'
import { publishedTables } from './published-tables.ts'
import { randomStaff, twoDimensions } from './random-rounds.ts'
import { isolatesFewerThan } from './rank-attacker.ts'
import { type Staff, countsOf } from './staff.ts'

const questions: readonly Question[] = ['people', ...twoDimensions]

function releaseOf(staff: readonly Staff[], k: number) {
  const released = releaseRound(countsOf(staff, twoDimensions, k))
  if (!released.ok) throw new Error(`refused: ${JSON.stringify(released.error)}`)
  return released.value
}

describe('adding and subtracting published figures', () => {
  test.each([5, 7])('never isolates fewer than %i people', (k) => {
    fc.assert(
      fc.property(randomStaff(40, 40), (staff) => {
        const release = releaseOf(staff, k)
        const atoms = atomsOf(staff)
        for (const question of questions) {
          const people = atoms.map((atom) => counted(atom, question, twoDimensions))
          const tables = publishedTables(release, atoms, question, twoDimensions)
          for (const table of tables) expect(table.of).toBe([...table.atoms].reduce((sum, at) => sum + (people[at] ?? 0), 0))
          expect(
            isolatesFewerThan(
              k,
              tables.map((table) => table.atoms),
              people,
            ),
          ).toBe(false)
        }
      }),
      { seed: 5, numRuns: 150 },
    )
  })

  test('isolates somebody in most municipalities where figures are only hidden under five', () => {
    const municipalities = fc.sample(randomStaff(6, 22), { seed: 5, numRuns: 100 })
    const isolated = municipalities.filter((staff) => {
      const atoms = atomsOf(staff)
      const people = atoms.map((atom) => counted(atom, 'people', twoDimensions))
      return isolatesFewerThan(5, tablesHiddenUnderFive(atoms, 'people', twoDimensions), people)
    })
    expect(isolated.length).toBeGreaterThan(50)
  })
})

describe('the linear attacker', () => {
  const people = [11, 3, 9]
  test('finds three people behind a unit of fourteen that is shown beside its eleven teachers', () => {
    expect(isolatesFewerThan(5, [new Set([0, 1]), new Set([0])], people)).toBe(true)
  })
  test('finds them through a combination of several tables', () => {
    expect(isolatesFewerThan(5, [new Set([0, 1, 2]), new Set([0]), new Set([2])], people)).toBe(true)
  })
  test('finds nobody in a table of everyone', () => {
    expect(isolatesFewerThan(5, [new Set([0, 1, 2]), new Set([2])], people)).toBe(false)
  })
})
