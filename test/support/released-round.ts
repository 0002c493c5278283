import type { RoundCounts, TierCounts, UnitCounts, UnitSector } from '../../src/domain/anonymity/counts.ts'
import { releaseRound } from '../../src/domain/anonymity/release.ts'
import { unitResult } from '../../src/domain/anonymity/unit-result.ts'
import type { Dimension, Tier } from '../../src/domain/instrument/instrument.ts'
import type { MunicipalityResult, UnitResult } from '../../src/protocol/results.ts'
import type { Round } from '../../src/protocol/round.ts'
import type { RoundList } from '../../src/protocol/session.ts'

export const roundId = 'A'.repeat(22)
export const dimensionsAsked = ['1', '2', '3', '4', '5', '6', '7', 'privacy'] as const

/** `below`: how many have steps left, per dimension in the order asked; `[below, missing]` where some gave no step. */
export type GroupSpec = { readonly tier?: Tier; readonly n: number; readonly below: readonly (number | readonly [number, number])[] }
export type UnitSpec = {
  readonly unit: string
  readonly name: string
  readonly sector?: UnitSector
  readonly headcount?: number
  readonly groups: readonly GroupSpec[]
}

function countsOf({ tier, n, below }: GroupSpec): TierCounts {
  const dimensions = dimensionsAsked.map((dimension: Dimension, index) => {
    const each = below[index] ?? 0
    const [under, missing] = typeof each === 'number' ? [each, 0] : each
    return { dimension, below: [0, under, 0, 0, 0], atOrAbove: [0, 0, 0, n - under - missing, 0] } as const
  })
  return { tier: tier ?? '-', n, dimensions }
}

function unitOf({ unit, name, sector = 'barnehage', groups }: UnitSpec): UnitCounts {
  return { unit, name, sector, tiers: groups.flatMap(({ tier }) => tier ?? []), counts: groups.map(countsOf) }
}

/** A round through the real release, as documents that a server sends. */
export type ReleasedRound = {
  readonly round: Round
  readonly list: RoundList
  readonly release: MunicipalityResult
  readonly resultOf: (unit: string) => UnitResult
}

export function releasedRound(units: readonly UnitSpec[], k = 5): ReleasedRound {
  const counts: RoundCounts = { round: roundId, k, dimensions: dimensionsAsked, units: units.map(unitOf) }
  const released = releaseRound(counts)
  if (!released.ok) throw new Error(released.error.kind)
  const release = { ...released.value, sha256: 'A'.repeat(43) }
  const round = roundOf(units, k)
  return {
    round,
    list: {
      rounds: [
        {
          round: roundId,
          title: round.title,
          state: 'released',
          opens: round.opens,
          closes: round.closes,
          units: units.map(({ unit }) => unit),
        },
      ],
    },
    release,
    resultOf: (unit) => {
      const result = unitResult(released.value, unit)
      if (result === undefined) throw new Error(`No unit ${unit}`)
      return result
    },
  }
}

function roundOf(units: readonly UnitSpec[], k: number): Round {
  return {
    v: 1,
    round: roundId,
    title: 'Høst 2026',
    municipality: 'Fjordvik kommune (oppdiktet)',
    opens: '2026-11-02T08:00:00Z',
    closes: '2026-12-11T12:00:00Z',
    acceptUntil: '2026-12-14T12:00:00Z',
    state: 'released',
    k,
    dimensions: dimensionsAsked.map((id) => ({ id, targets: { practice: 2, teacher: 3, leader: 3, owner: 3 } })),
    units: units.map(({ unit, name, sector = 'barnehage', headcount = 0 }) => ({
      unit,
      name,
      sector,
      instrument: { id: 'barnehage', version: '2026.1' },
      headcount: { practice: headcount },
      tiers: [],
      n: 'A'.repeat(342),
      e: 'AQAB',
      keyId: 'A'.repeat(43),
    })),
  }
}
