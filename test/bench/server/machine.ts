import { closeSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { median } from './samples.ts'

export type Machine = {
  readonly node: string
  readonly processors: number
  readonly model: string
  readonly memoryBytes: number
  /** Of the last minute. Before: what else had to be done. After: that, and the benchmark. */
  readonly loadBefore: number
  readonly loadAfter: number
  /** How long the disk takes to confirm four kilobytes, median of two hundred. */
  readonly fsyncMilliseconds: number
  readonly warnings: readonly string[]
}

const inMemory = 0x01021994

function timeFsync(): number {
  const path = join(tmpdir(), `peil-bench-fsync-${process.pid}`)
  const file = openSync(path, 'w')
  const bytes = Buffer.alloc(4096)
  const times = Array.from({ length: 200 }, (_, at) => {
    const started = performance.now()
    writeSync(file, bytes, 0, bytes.length, (at % 16) * bytes.length)
    fsyncSync(file)
    return performance.now() - started
  })
  closeSync(file)
  rmSync(path)
  return median(times)
}

/** What else the machine does shows in every figure, in a ratio less than in the others. */
function warningsOf(load: number, processors: number): readonly string[] {
  const busy = load > processors * 0.25
  return [
    'The sender shares the processors with the server (and with PostgreSQL): on machines of their own they would do more.',
    ...(busy ? [`Something else is running (load ${load.toFixed(1)} on ${processors} processors): trust the ratios, not the times.`] : []),
    ...(statfsSync(tmpdir()).type === inMemory ? ['The temporary folder is in memory: nothing was written to a disk. Set TMPDIR.'] : []),
  ]
}

/** Before anything is measured. */
export function describeMachine(): Omit<Machine, 'loadAfter'> {
  const [load = 0] = loadavg()
  const processors = availableParallelism()
  return {
    node: process.versions.node,
    processors,
    model: cpus()[0]?.model ?? '',
    memoryBytes: totalmem(),
    loadBefore: load,
    fsyncMilliseconds: timeFsync(),
    warnings: warningsOf(load, processors),
  }
}
