import type { Benchmarked } from './engine.ts'
import type { Goal } from './goals.ts'
import type { Machine } from './machine.ts'
import { figure, kilobytes, megabytes, tableOf } from './table.ts'

const waits = ['per second', 'p50 ms', 'p99 ms', 'server µs each']

function contributionTable({ contributions }: Benchmarked): string {
  const yardstick = contributions.find(({ against }) => against !== undefined)?.against?.way ?? ''
  return tableOf(
    ['spread over', 'way', 'connections', ...waits, `share of ${yardstick}`],
    contributions.map(({ spread, way, connections, perSecond, p50, p99, serverMicroseconds, against }) => [
      ...[spread, way, String(connections)],
      ...[figure(perSecond), figure(p50, 2), figure(p99, 2), figure(serverMicroseconds), figure(against?.share, 2)],
    ]),
  )
}

function askTable({ asks }: Benchmarked): string {
  return tableOf(
    ['asks for', 'connections', ...waits, 'bytes each'],
    asks.map(({ ask, connections, perSecond, p50, p99, serverMicroseconds, bytesEach }) => [
      ...[ask, String(connections)],
      ...[figure(perSecond), figure(p50, 2), figure(p99, 2), figure(serverMicroseconds), figure(bytesEach)],
    ]),
  )
}

function growthTable({ growth }: Benchmarked): string {
  const rows = [...growth.before.map((each) => [String(each.contributions), each] as const), ['after the release', growth.after] as const]
  return tableOf(
    ['contributions', 'nullifiers kB', 'counters kB', 'counters', 'collector kB', 'issuer kB', 'released kB', 'log kB'],
    rows.map(([when, weight]) => [
      when,
      ...[kilobytes(weight.nullifierBytes), kilobytes(weight.counterBytes), String(weight.counterRows)],
      ...[kilobytes(weight.collectorBytes), kilobytes(weight.issuerBytes), kilobytes(weight.releasedBytes), kilobytes(weight.logBytes)],
    ]),
  )
}

function releaseTable({ release, growth }: Benchmarked): string {
  return tableOf(
    ['people released', 'ms', 'memory before MB', 'memory at most MB'],
    [release, growth.released].map((each) => [
      ...[String(each.people), figure(each.milliseconds), megabytes(each.idleBytes), megabytes(each.peakBytes)],
    ]),
  )
}

/** Everything about one engine, as text. */
export function describeEngine(benchmarked: Benchmarked): string {
  const { engine, growth, serverPeakBytes } = benchmarked
  return [
    `## ${engine}`,
    `Contributions\n${contributionTable(benchmarked)}`,
    `Other requests, to one server\n${askTable(benchmarked)}`,
    `Bytes (each contribution adds ${figure(growth.bytesPerContribution)} to the nullifiers, of which ${figure(growth.rowBytes)} are its own)\n${growthTable(benchmarked)}`,
    `Release\n${releaseTable(benchmarked)}`,
    `Memory of each server at most: ${serverPeakBytes.map(megabytes).join(', ')} MB`,
  ].join('\n\n')
}

export function describeMachineAs(machine: Machine): string {
  const { processors, model, memoryBytes, node, fsyncMilliseconds, loadBefore, loadAfter, warnings } = machine
  return [
    `${processors} processors (${model}), ${megabytes(memoryBytes)} MB memory, Node ${node}, fsync ${figure(fsyncMilliseconds, 2)} ms,`,
    `load ${figure(loadBefore, 1)} before and ${figure(loadAfter, 1)} after`,
    ...warnings.map((warning) => `! ${warning}`),
  ].join('\n')
}

export function describeGoals(goals: readonly Goal[]): string {
  const rows = goals.map(({ engine, goal, limit, measured, unit, met }) => [
    ...[engine, goal, `${limit} ${unit}`.trim(), figure(measured, Math.abs(measured) < 10 ? 2 : 0), met ? 'met' : 'MISSED'],
  ])
  return `## Goals\n\n${tableOf(['engine', 'goal', 'limit', 'measured', ''], rows)}`
}
