import { describe, expect, it } from 'vitest'
import { changeBetween } from '../../../src/domain/scoring/change.ts'
import cases from '../../cases/scoring/change.json' with { type: 'json' }
import { answered, partWith } from './asked.ts'

describe('two assessments of one area', () => {
  it.each(cases.cases)('$says', ({ before, after, change }) => {
    const found = changeBetween(answered({ '1': before }), answered({ '1': after }), partWith('1', 3))
    const said = { same: 'same', changed: found.kind === 'changed' ? found.steps : 0, 'not-comparable': 'not comparable' }[found.kind]
    expect(said).toBe(change)
  })
})
