import { describe, expect, it } from 'vitest'
import { dimensions, partOf } from '../../src/domain/instrument/instrument.ts'
import { instrumentFor } from '../../src/instruments/packs.ts'
import { withLookBack } from '../../src/protocol/look-back.ts'
import type { Round } from '../../src/protocol/round.ts'
import { encodeValues, sharedDimensions } from '../../src/sync/values.ts'
import { finished } from '../features/result/given.ts'

const targets = { practice: 2, teacher: 2, leader: 2, owner: 2 } as const
const round = { dimensions: dimensions.map((id) => ({ id, targets })) } as unknown as Round

describe('what a contribution says', () => {
  it('is the same whatever the person has said looking back', () => {
    const instrument = instrumentFor({ sector: 'barnehage', modules: ['privacy'] })
    const asked = dimensions.filter((dimension) => partOf(instrument, dimension))
    const given = Object.fromEntries(asked.map((dimension) => [dimension, [3, 3, 3, 3] as const]))
    const plain = finished('a', '2026-11-20', given)
    const looking = withLookBack(
      plain,
      { on: 'b', at: '2026-11-21T09:00:00.000Z', steps: { '1': 0, '2': 4, privacy: 0 } },
      '2026-11-21T09:00:00.000Z',
    )
    const said = [plain, looking].map((assessment) => encodeValues(sharedDimensions(assessment, instrument, round, 'practice')))
    expect(said[0]).toMatch(/^.{13}$/)
    expect(said[1]).toBe(said[0])
  })
})
