import { nobodyBelow } from '../../domain/anonymity/nobody-below.ts'
import { releaseRound } from '../../domain/anonymity/release.ts'
import { type Result, fail, ok } from '../../domain/result.ts'
import type { MunicipalityResult } from '../../protocol/results.ts'
import { destroyCounts, readCounts } from '../collector/counts.ts'
import { stopIntake } from '../collector/intake.ts'
import { rewriteCollector } from '../collector/rewrite.ts'
import { type ClosedBy, beginClosing, destroySecrets, markReleased, rewriteSecrets } from '../issuer/closing.ts'
import { type FrozenRound, type StoredRound, roundsIn } from '../issuer/rounds.ts'
import { leaveLogFile } from '../store/rewrite.ts'
import type { Stores } from '../store/stores.ts'
import { findDocument, writeDocument } from './document.ts'

export type CloseDependencies = { readonly stores: Pick<Stores, 'issuer' | 'collector' | 'released'>; readonly clock: () => Date }
/**
 * `release-refused`: the audit found a figure that would give people away (R7); the round stays closed and unreleased.
 * `document-lost`: the round was released, but the store of documents no longer has it.
 */
export type CloseRefusal =
  | { readonly kind: 'round-unknown' }
  | { readonly kind: 'document-lost' }
  | { readonly kind: 'release-refused'; readonly unit: string; readonly dimension: string }

/** R10, the first step. */
async function stopAccepting({ stores, clock }: CloseDependencies, round: string, by: ClosedBy): Promise<void> {
  await beginClosing(stores.issuer, round, by, clock())
  await stores.collector.transaction((sql) => stopIntake(sql, round), 'by-row')
}

/** R10, the second step: counted and audited before anything is written, and written once. */
async function writeRelease({ stores }: CloseDependencies, frozen: FrozenRound): Promise<Result<void, CloseRefusal>> {
  const { round, k, dimensions, units } = frozen
  const countsOf = await stores.collector.transaction((sql) => readCounts(sql, frozen), 'by-row')
  const release = releaseRound({
    round,
    k,
    dimensions: dimensions.map(({ id }) => id),
    nobodyBelow: nobodyBelow(frozen).map(({ dimension }) => dimension),
    units: units.map((each) => ({ unit: each.unit, name: each.name, sector: each.sector, tiers: each.tiers, counts: countsOf(each) })),
  })
  if (!release.ok) return fail({ kind: 'release-refused', unit: release.error.unit, dimension: release.error.dimension })
  await writeDocument(stores.released, release.value)
  return ok(undefined)
}

/** R10, the third step. What remains is the document, and the headcounts. */
async function destroy({ stores }: CloseDependencies, { municipality, frozen: { round } }: StoredRound): Promise<void> {
  await stores.collector.transaction((sql) => destroyCounts(sql, round), 'by-row')
  await rewriteCollector(stores.collector)
  await stores.issuer.transaction((sql) => destroySecrets(sql, municipality, round), 'by-row')
  await rewriteSecrets(stores.issuer)
  await leaveLogFile(stores.issuer)
}

async function release(deps: CloseDependencies, round: string, by: ClosedBy): Promise<Result<MunicipalityResult, CloseRefusal>> {
  const { stores } = deps
  const found = await roundsIn(stores.issuer)(round)
  if (found === undefined) return fail({ kind: 'round-unknown' })
  if (found.phase !== 'released') {
    await stopAccepting(deps, round, by)
    const written = (await findDocument(stores.released, round)) === undefined ? await writeRelease(deps, found.frozen) : ok(undefined)
    if (!written.ok) return written
    await destroy(deps, found)
  }
  const document = await findDocument(stores.released, round)
  if (document === undefined) return fail({ kind: 'document-lost' })
  await markReleased(stores.issuer, round, document.sha256, by, deps.clock())
  return ok(document)
}

/**
 * Closes a round and releases it (release rules R1 and R10). Every step can be repeated, so that a round whose closing was cut
 * short is simply closed again, by any process. One round at a time: who comes second finds it done. A released round gives its
 * document.
 */
export function closeRound(deps: CloseDependencies, round: string, by: ClosedBy): ReturnType<typeof release> {
  return deps.stores.issuer.exclusively('release', () => release(deps, round, by))
}
