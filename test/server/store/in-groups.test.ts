import { expect, test } from 'vitest'
import { inGroups } from '../../../src/server/store/in-groups.ts'

const doubled = (n: number): PromiseSettledResult<number> => ({ status: 'fulfilled', value: 2 * n })
const numbers = (many: number, from = 0) => Array.from({ length: many }, (_, at) => from + at)

/** Notes every group; each is answered when the test says so. */
function slowly(grouping: { readonly most: number; readonly atOnce: number }) {
  const groups: { readonly group: readonly number[]; readonly go: () => void }[] = []
  const ask = inGroups<number, number>(
    (group) => new Promise((resolve) => groups.push({ group, go: () => resolve(group.map(doubled)) })),
    grouping,
  )
  /** Until all that can begin has begun. */
  async function settled(): Promise<void> {
    for (let turns = 0; turns < 3; turns += 1) await new Promise((resolve) => setImmediate(resolve))
  }
  return { ask, groups: () => groups.map(({ group }) => group), go: (at: number) => groups[at]?.go(), settled }
}

test('who comes in the same turn is answered together, in order, each with the own answer', async () => {
  const asked: (readonly number[])[] = []
  const ask = inGroups<number, number>(
    (group) => {
      asked.push(group)
      return Promise.resolve(group.map(doubled))
    },
    { most: 100, atOnce: 1 },
  )
  expect(await Promise.all(numbers(20).map(ask))).toEqual(numbers(20).map((n) => 2 * n))
  expect(asked).toEqual([numbers(20)])
})

test('who is alone waits for nobody; who comes meanwhile is in the next group, which begins when this one is done', async () => {
  const { ask, groups, go, settled } = slowly({ most: 100, atOnce: 1 })
  const first = ask(1)
  await settled()
  expect(groups()).toEqual([[1]])
  const others = [ask(2), ask(3)]
  await settled()
  expect(groups()).toEqual([[1]])
  go(0)
  expect(await first).toBe(2)
  await settled()
  expect(groups()).toEqual([[1], [2, 3]])
  go(1)
  expect(await Promise.all(others)).toEqual([4, 6])
})

test('so many at once and no more, of no more than so many each, and nobody is left waiting', async () => {
  const { ask, groups, go, settled } = slowly({ most: 3, atOnce: 2 })
  const answers = Promise.all(numbers(8).map(ask))
  await settled()
  expect(groups()).toEqual([numbers(3), numbers(3, 3)])
  go(0)
  await settled()
  expect(groups()).toEqual([numbers(3), numbers(3, 3), numbers(2, 6)])
  go(1)
  go(2)
  expect(await answers).toEqual(numbers(8).map((n) => 2 * n))
})

test('what fails for one fails for that one; a group that fails, fails for all in it and for nobody after it', async () => {
  let isAway = false
  const ask = inGroups<number, number>(
    (group) => {
      if (isAway) return Promise.reject(new Error('away'))
      return Promise.resolve(group.map((n) => (n === 2 ? { status: 'rejected', reason: new Error('not two') } : doubled(n))))
    },
    { most: 100, atOnce: 1 },
  )
  const outcomes = async (questions: readonly number[]) =>
    (await Promise.allSettled(questions.map(ask))).map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))
  expect(await outcomes([1, 2, 3])).toEqual([2, 'Error: not two', 6])
  isAway = true
  expect(await outcomes([1, 2])).toEqual(['Error: away', 'Error: away'])
  isAway = false
  expect(await outcomes([1])).toEqual([2])
})
