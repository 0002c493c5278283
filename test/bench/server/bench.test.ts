import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import type { PostgresBenchmarked } from './engines.ts'
import type { Benchmarked } from './engine.ts'
import type { Goal } from './goals.ts'
import type { Machine } from './machine.ts'
import type { Line } from './measure.ts'

type Printed = {
  readonly machine: Machine
  readonly engines: readonly [Benchmarked, PostgresBenchmarked]
  readonly goals: readonly Goal[]
}

/** No time is asserted: what a machine does in a test says nothing. */
test('the benchmark of the server prints tables and the same as JSON, for both engines', async () => {
  const { stdout } = await promisify(execFile)('node', ['test/bench/server/main.ts', '--quick'], { maxBuffer: 2 ** 24 })
  const lines = stdout.trimEnd().split('\n')
  const { machine, engines, goals } = JSON.parse(lines.at(-1) ?? '') as Printed
  const [sqlite, postgres] = engines

  expect(machine.processors).toBeGreaterThan(0)
  expect(machine.warnings.join()).toContain('shares the processors')
  expect(engines.map(({ engine }) => engine)).toEqual(['sqlite', 'postgres'])
  expect(new Set(sqlite.contributions.map(({ way }) => way))).toEqual(new Set(['bare', 'server']))
  expect([...new Set(postgres.contributions.map(({ way }) => way))]).toEqual(expect.arrayContaining(['bare', '1 server', '2 servers']))
  expect(postgres.deadlocks).toBe(0)

  for (const { contributions, asks, growth, release } of engines) {
    for (const line of [...contributions, ...asks]) {
      expect([line.count, line.perSecond, line.p50].every((each) => each > 0)).toBe(true)
      expect(line.p99).toBeGreaterThanOrEqual(line.p50)
      expect(stdout).toContain(` ${line.perSecond.toFixed(0)} `)
    }
    for (const line of contributions) expect(line.against?.share).toBe(shareOf(line, contributions))
    expect(contributions.filter(({ way }) => way.includes('server')).every(({ against }) => against !== undefined)).toBe(true)
    expect(growth.before.map((each) => each.contributions)).toEqual([20, 40, 80])
    for (const weight of [...growth.before, growth.after])
      expect(weight.collectorBytes).toBeGreaterThanOrEqual(weight.nullifierBytes + weight.counterBytes)
    expect([growth.rowBytes, growth.after.counterRows, release.people, growth.released.people]).toEqual([64, 0, 40, 80])
    expect(release.milliseconds).toBeGreaterThan(0)
    expect(release.peakBytes).toBeGreaterThanOrEqual(release.idleBytes)
  }

  for (const { goal, limit, measured, met } of goals) {
    expect(met, goal).toBe(goal.endsWith('at least') ? measured >= limit : measured <= limit)
    expect(lines.some((line) => line.includes(goal) && line.endsWith(met ? 'met' : 'MISSED'))).toBe(true)
  }
  expect(goals.map(({ goal }) => goal).join()).toMatch(/lowest share of.*p99.*release.*memory.*lowest share of.*deadlocks/)
}, 240_000)

/**
 * One round counts in a quick run, so that the share is that of the two figures beside it. SQLite's yardstick is measured once, for it
 * makes no difference there how many connections there are.
 */
function shareOf(line: Line, all: readonly Line[]): number | undefined {
  const yardsticks = all.filter((other) => other.against === undefined && other.spread === line.spread)
  if (yardsticks.includes(line)) return undefined
  const yardstick = yardsticks.find(({ connections }) => connections === line.connections) ?? yardsticks[0]
  return yardstick && line.perSecond / yardstick.perSecond
}
