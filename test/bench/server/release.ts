import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Place } from './place.ts'
import { median } from './samples.ts'

/** What a release took: time, and the memory of the process that does it, before and at most. */
export type Released = { readonly milliseconds: number; readonly peakBytes: number; readonly idleBytes: number; readonly people: number }

/** Releases a round of a place in a process of its own. The stores must be closed here. */
export async function releaseIn(place: Place, round: string): Promise<Released> {
  const { stdout } = await promisify(execFile)(process.execPath, ['test/bench/server/releasing.ts', round], {
    env: { ...process.env, ...place.environment },
  })
  return JSON.parse(stdout) as Released
}

/** Releases the same round in copies of the place. */
export async function measureRelease(place: Place, round: string, people: number, rounds: number): Promise<Released> {
  const released: Released[] = []
  for (let turn = 0; turn <= rounds; turn += 1) {
    const copy = await place.copy()
    const measured = await releaseIn(copy, round)
    await copy.remove()
    if (measured.people !== people) throw new Error(`${people} people contributed, and ${measured.people} are in the release`)
    if (turn > 0) released.push(measured)
  }
  const of = (read: (each: Released) => number) => median(released.map(read))
  return {
    people,
    milliseconds: of(({ milliseconds }) => milliseconds),
    peakBytes: of(({ peakBytes }) => peakBytes),
    idleBytes: of(({ idleBytes }) => idleBytes),
  }
}
