import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Belongings, type Merge, mergeBackup } from '../../../src/domain/backup/merge.ts'
import { goalsInHand, mostGoals } from '../../../src/domain/plan/goals.ts'
import { type Place, belongings } from '../../support/belongings.ts'

type Mine = Belongings<Place>
const nothing: Mine = { assessments: [], goals: [], settings: {}, places: [] }

function laidOver<Thing extends { readonly id: string }>(here: readonly Thing[], written: readonly Thing[]): readonly Thing[] {
  return [...new Map([...here, ...written].map((each) => [each.id, each])).values()].toSorted((a, b) => a.id.localeCompare(b.id))
}

/** The device after the merge was written. */
function after(here: Mine, merge: Merge<Place>): Mine {
  return {
    assessments: laidOver(here.assessments, merge.assessments),
    goals: merge.goals.length > 0 ? merge.goals : here.goals,
    settings: { ...here.settings, ...merge.settings },
    places: laidOver(here.places, merge.places),
  }
}

const takeIn = (here: Mine, there: Mine): Mine => after(here, mergeBackup(here, there))
const ids = (things: readonly { readonly id: string }[]): readonly string[] => things.map(({ id }) => id).toSorted()

test('a new device has everything of the old one', () => {
  fc.assert(
    fc.property(belongings, (there) => {
      const taken = takeIn(nothing, there)
      expect(taken.assessments).toEqual(there.assessments.toSorted((a, b) => a.id.localeCompare(b.id)))
      expect({ ...taken, assessments: [] }).toEqual({
        ...there,
        assessments: [],
        places: there.places.toSorted((a, b) => a.id.localeCompare(b.id)),
      })
    }),
  )
})

test('the same backup once more writes nothing', () => {
  fc.assert(
    fc.property(belongings, belongings, (here, there) => {
      const again = mergeBackup(takeIn(here, there), there)
      expect({ ...again, account: undefined }).toEqual({ ...nothing, account: undefined })
      const { account } = again
      expect([account.assessments.new, account.assessments.newer, account.assessments.both]).toEqual([0, 0, 0])
      expect([account.answersReplaced, account.goals.new, account.settings.length, account.places.new]).toEqual([0, 0, 0, 0])
    }),
  )
})

test('two devices that take in each other have the same assessments, and the same goals and places by id', () => {
  fc.assert(
    fc.property(belongings, belongings, (one, other) => {
      const [mine, theirs] = [takeIn(one, other), takeIn(other, one)]
      expect(mine.assessments.map((each) => ({ ...each, modules: new Set(each.modules) }))).toEqual(
        theirs.assessments.map((each) => ({ ...each, modules: new Set(each.modules) })),
      )
      expect(ids(mine.goals)).toEqual(ids(theirs.goals))
      expect(ids(mine.places)).toEqual(ids(theirs.places))
    }),
  )
})

test('nothing that is here is lost, and goals, settings and places here stay as they are', () => {
  fc.assert(
    fc.property(belongings, belongings, (here, there) => {
      const taken = takeIn(here, there)
      expect(ids(taken.assessments)).toEqual(expect.arrayContaining([...ids(here.assessments)]))
      expect(taken.goals).toEqual(expect.arrayContaining([...here.goals]))
      expect(taken.places).toEqual(expect.arrayContaining([...here.places]))
      expect(taken.settings).toMatchObject(here.settings)
      expect(goalsInHand({ id: 'own', goals: taken.goals }).length).toBeLessThanOrEqual(mostGoals)
    }),
  )
})

test('the account counts every record of the backup once', () => {
  fc.assert(
    fc.property(belongings, belongings, (here, there) => {
      const { account, assessments } = mergeBackup(here, there)
      const { new: added, same, kept, newer, both } = account.assessments
      expect(added + same + kept + newer + both).toBe(there.assessments.length)
      expect(added + newer + both).toBe(assessments.length)
      expect(account.goals.new + account.goals.same + account.goals.kept).toBe(there.goals.length)
      expect(account.places.new + account.places.same).toBe(there.places.length)
    }),
  )
})

describe('what a device has to be told of', () => {
  const goal = (id: string) =>
    ({ id, when: 'I plan', then: 'I ask', lookBackOn: '2026-12-11', status: 'going-on', createdAt: '2026-11-01T08:00:00.000Z' }) as const

  it('counts goals that come put aside, because three are in hand', () => {
    const merge = mergeBackup({ ...nothing, goals: [goal('g1'), goal('g2')] }, { ...nothing, goals: [goal('g3'), goal('g4')] })
    expect(merge.account.goals).toEqual({ new: 2, same: 0, kept: 0, putAside: 1 })
    expect(merge.goals.map(({ status }) => status)).toEqual(['going-on', 'going-on', 'going-on', 'dropped'])
  })

  it('says when one assessment is begun here and another one there', () => {
    fc.assert(
      fc.property(belongings, belongings, (here, there) => {
        const begun = (all: Mine) => all.assessments.filter((each) => each.finishedAt === undefined && Object.keys(each.answers).length > 0)
        const others = begun(there).filter(({ id }) => here.assessments.every((mine) => mine.id !== id))
        expect(mergeBackup(here, there).account.isTwiceUnderWay).toBe(begun(here).length > 0 && others.length > 0)
      }),
    )
  })

  it('leaves alone what it cannot read', () => {
    fc.assert(
      fc.property(belongings, (there) => {
        const all = [...ids(there.assessments), ...ids(there.places)]
        const merge = mergeBackup(nothing, there, all)
        expect([merge.assessments, merge.places]).toEqual([[], []])
        expect(merge.account.assessments.kept).toBe(there.assessments.length)
      }),
    )
  })

  it('takes a record that stands twice in a file once', () => {
    const merge = mergeBackup(nothing, {
      ...nothing,
      goals: [goal('g1'), goal('g1')],
      places: [
        { id: 'p', stage: 'a' },
        { id: 'p', stage: 'b' },
      ],
    })
    expect([merge.goals.length, merge.places.length]).toEqual([1, 1])
  })
})
