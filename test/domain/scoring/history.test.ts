import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../src/domain/assessment/assessment.ts'
import { type Sector, type Tier, sectors, tiers } from '../../../src/domain/instrument/instrument.ts'
import { type Entry, clockWasWrong, historyOf, inOrder } from '../../../src/domain/scoring/history.ts'
import { levelOf } from '../../../src/domain/scoring/level.ts'
import cases from '../../cases/scoring/history.json' with { type: 'json' }
import { type Written, answered, instrumentOf, partWith } from './asked.ts'

type Time = {
  readonly answers: readonly Written[]
  readonly sector?: string
  readonly tier?: string
  readonly instrument?: string
  readonly step: number | string
  readonly change?: number | string
  readonly since?: number
  readonly apart?: string
}

const instrument = instrumentOf(partWith('1', 3))
const startOf = (at: number): string => `20${String(20 + at)}-11-20T08:00:00.000Z`

function takenAt(at: number, given: Omit<Time, 'step'>): Assessment {
  return {
    ...answered({ '1': given.answers }),
    id: `a${String(at)}`,
    startedAt: startOf(at),
    changedAt: startOf(at),
    finishedAt: startOf(at),
    sector: (given.sector ?? 'barnehage') as Sector,
    tier: (given.tier ?? 'practice') as Tier,
    instrumentVersion: given.instrument ?? 'case',
  }
}

function entriesOf(assessments: readonly Assessment[]): readonly Entry[] {
  return historyOf(assessments.map((assessment) => ({ assessment, instrument })))[0]?.entries ?? []
}

function said({ level, change, since, apart }: Entry, before: Assessment | undefined): Omit<Time, 'answers'> {
  return {
    step: level?.kind === 'level' ? level.step : 'too few',
    ...(change && { change: change.kind === 'same' ? 'same' : change.steps }),
    ...(since && since !== before && { since: Number(since.id.slice(1)) }),
    ...(apart && { apart }),
  }
}

describe('one area over the years', () => {
  it.each(cases.cases as { says: string; times: Time[] }[])('$says', ({ times }) => {
    const assessments = times.map((time, at) => takenAt(at, time))
    const found = entriesOf(assessments).map((entry, at) => said(entry, assessments[at - 1]))
    expect(found).toEqual(times.map(({ answers: _a, sector: _s, tier: _t, instrument: _i, ...expected }) => expected))
  })
})

const written = fc.constantFrom<Written>(0, 1, 2, 3, 4, 'skipped', 'not relevant', 'older wording', 'not answered')
const time = fc.record({
  answers: fc.array(written, { minLength: 3, maxLength: 3 }),
  sector: fc.constantFrom(...sectors),
  tier: fc.constantFrom(...tiers),
})
const years = fc.array(time, { maxLength: 8 }).map((all) => all.map((each, at) => takenAt(at, each)))

describe('whatever was answered', () => {
  it('a change is a whole step between two with the same sector, role and wording', () => {
    fc.assert(
      fc.property(years, (assessments) => {
        for (const { change, since, apart, assessment, level } of entriesOf(assessments)) {
          expect(since === undefined || apart === undefined).toBe(true)
          if (change === undefined || since === undefined) continue
          expect([since.sector, since.tier]).toEqual([assessment.sector, assessment.tier])
          for (const [id, { version }] of Object.entries(assessment.answers))
            expect(since.answers[id]?.version ?? version, `the version of ${id}`).toBe(version)
          expect(level?.kind).toBe('level')
          if (change.kind === 'changed') expect(Number.isInteger(change.steps) && change.steps !== 0).toBe(true)
        }
      }),
    )
  })

  it('each has the step it had when it was new', () => {
    fc.assert(
      fc.property(years, (assessments) => {
        for (const { assessment, level } of entriesOf(assessments)) {
          const isAsNow = Object.values(assessment.answers).every(({ version }) => version === 2)
          if (isAsNow) expect(level).toEqual(levelOf(assessment, partWith('1', 3)))
        }
      }),
    )
  })

  it('the order in which they are read makes no difference', () => {
    fc.assert(
      fc.property(years, fc.nat(), (assessments, at) => {
        const turned = [...assessments.slice(at % (assessments.length + 1)), ...assessments.slice(0, at % (assessments.length + 1))]
        expect(inOrder(turned.toReversed())).toEqual(assessments)
      }),
    )
  })
})

it('those of the same moment keep a fixed order', () => {
  const [one, other] = ['a', 'b'].map((id) => ({ ...takenAt(0, { answers: [1, 1, 1] }), id })) as [Assessment, Assessment]
  expect(inOrder([other, one])).toEqual([one, other])
})

describe('what is not there', () => {
  it('an assessment that was not asked a module is no gap in its line', () => {
    const wide = instrumentOf(partWith('1', 3), partWith('ai', 4))
    const [first, second, third] = [0, 1, 2].map((at) => takenAt(at, { answers: [2, 2, 2] }))
    const withAi = answered({ ai: [1, 1, 1] }).answers
    const asked = [
      { assessment: { ...first, answers: withAi }, instrument: wide },
      { assessment: second, instrument },
      { assessment: { ...third, answers: withAi }, instrument: wide },
    ] as Parameters<typeof historyOf>[0]
    const track = historyOf(asked).find(({ dimension }) => dimension === 'ai')
    expect(track?.entries.map(({ change }) => change?.kind)).toEqual([undefined, 'same'])
  })

  it('one whose questions are not on the device has no step, and stands on no line', () => {
    const [first, second, third] = [0, 1, 2].map((at) => takenAt(at, { answers: [2, 2, 2] }))
    const asked = [{ assessment: first, instrument }, { assessment: second }, { assessment: third, instrument }] as Parameters<
      typeof historyOf
    >[0]
    const [track] = historyOf(asked)
    expect(track?.entries.map(({ level, apart }) => [level?.kind, apart])).toEqual([
      ['level', undefined],
      [undefined, 'questions'],
      ['level', 'questions'],
    ])
  })

  it('conditions at work have no line', () => {
    const asked = { assessment: answered({ conditions: [1, 1, 1] }), instrument: instrumentOf(partWith('conditions', 5)) }
    expect(historyOf([asked])).toEqual([])
  })
})

describe('a clock that was wrong', () => {
  const now = startOf(5)
  const plain = [0, 1, 2].map((at) => takenAt(at, { answers: [2, 2, 2] }))
  const [first, ...others] = plain as [Assessment, Assessment, Assessment]

  it('is not suspected where everything is in order', () => {
    expect(clockWasWrong(plain, now)).toBe(false)
    expect(clockWasWrong([], now)).toBe(false)
  })

  it.each([
    ['an end before its beginning', { finishedAt: '2019-01-01T08:00:00.000Z' }],
    ['an end in the future', { startedAt: startOf(6), finishedAt: '2099-01-01T08:00:00.000Z' }],
    ['an end after that of a later one', { finishedAt: '2021-12-24T08:00:00.000Z' }],
  ])('is told from %s', (_says, parts) => {
    expect(clockWasWrong([{ ...first, ...parts }, ...others], now)).toBe(true)
  })
})
