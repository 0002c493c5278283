import { canonicalJson } from '../../../src/protocol/canonical-json.ts'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { impliedBy } from '../../../src/domain/anonymity/audit.ts'
import type { Interval } from '../../../src/domain/anonymity/bands.ts'
import type { Release } from '../../../src/domain/anonymity/document.ts'
import { unitResult } from '../../../src/domain/anonymity/unit-result.ts'
import { hashOfRelease, writeDocument } from '../../../src/server/release/document.ts'
import { type Question, atomsOf, counted } from '../../domain/anonymity/atoms.ts'
import { type Group, peopleOf, releaseOfBlocks } from '../../domain/anonymity/block-tables.ts'
import { isPinned } from '../../domain/anonymity/interval-attacker.ts'
import { documentHiddenUnderFive } from '../../domain/anonymity/naive-rules.ts'
import { publishedTables } from '../../domain/anonymity/published-tables.ts'
import { randomStaff } from '../../domain/anonymity/random-rounds.ts'
import { isolatesFewerThan } from '../../domain/anonymity/rank-attacker.ts'
import { fromNumbers, fromRules, municipality, withTotalAlways } from '../../domain/anonymity/readers.ts'
import type { Staff } from '../../domain/anonymity/staff.ts'
import {
  type Published,
  type Town,
  askedEverything,
  close,
  dimensionsAsked,
  everybodyContributes,
  foundTown,
  readPublished,
} from './town.ts'

const towns: Town[] = []
afterEach(async () => {
  for (const { server } of towns.splice(0)) await server.remove()
})

async function town(staff: readonly Staff[]): Promise<Town> {
  const founded = await foundTown(staff)
  towns.push(founded)
  return founded
}

const questions: readonly Question[] = ['people', ...dimensionsAsked]

/** What the linear attacker finds: the questions on which some combination of what the server gave out is about one to four people. */
function isolatedIn(staff: readonly Staff[], published: Published): readonly Question[] {
  const atoms = atomsOf(staff)
  return questions.filter((question) => {
    const people = atoms.map((atom) => counted(atom, question, dimensionsAsked))
    const tables = publishedTables(published.municipality, atoms, question, dimensionsAsked, published.unit)
    for (const table of tables) expect(table.of).toBe([...table.atoms].reduce((sum, at) => sum + (people[at] ?? 0), 0))
    return isolatesFewerThan(
      5,
      tables.map((table) => table.atoms),
      people,
    )
  })
}

/** A round from first to last on the server. */
async function publishedFor(staff: readonly Staff[]): Promise<Published> {
  const here = await town(staff)
  await everybodyContributes(here)
  await close(here)
  return readPublished(here)
}

/** What a server gives out whose document a naive rule made: it is in place before ours is made, and a document is written once. */
async function publishedNaively(staff: readonly Staff[], naive: (round: string) => Release): Promise<Published> {
  const here = await town(staff)
  await writeDocument(here.server.stores.released, naive(here.opened.round))
  await close(here)
  return readPublished(here)
}

/** Small municipalities and larger units, with what fast-check draws. */
const drawn = [...fc.sample(randomStaff(6, 9), { seed: 1, numRuns: 3 }), ...fc.sample(randomStaff(3, 26), { seed: 6, numRuns: 2 })].map(
  askedEverything,
)

describe('over random municipalities, what the server gives out', () => {
  test('isolates nobody by adding and subtracting, and pins no group', async () => {
    const met = new Set<string>()
    for (const staff of drawn) {
      const published = await publishedFor(staff)
      expect(isolatedIn(staff, published)).toEqual([])
      const { municipality: document } = published
      for (const each of document.units) met.add(each.state)
      if (document.smallUnits !== undefined) met.add('pooled')
      for (const { tiers } of document.blocks) met.add(tiers[0] === '*' ? 'whole' : `${tiers.length} tiers`)
      for (const { unit } of staff) expect(published.unit(unit)).toEqual(unitResult(document, unit))
      for (const dimension of dimensionsAsked) {
        const known = impliedBy(document, dimension)
        expect(known.filter(({ below, steps, of }) => [below, ...steps].some((each) => isPinned(each, of)))).toEqual([])
      }
    }
    // What was drawn has met every rule that hides or merges.
    expect([...met]).toEqual(expect.arrayContaining(['released', 'hidden', 'pooled', 'whole', '1 tiers', '2 tiers']))
  }, 240_000)

  test('isolates somebody where the server hides groups under five and nothing more', async () => {
    const isolated: (readonly Question[])[] = []
    for (const staff of drawn.slice(0, 3))
      isolated.push(isolatedIn(staff, await publishedNaively(staff, (round) => documentHiddenUnderFive(round, staff, dimensionsAsked))))
    expect(isolated.filter((questionsOfTown) => questionsOfTown.includes('people')).length).toBeGreaterThan(0)
  }, 120_000)
})

/** Of the document only what is said about the first dimension, as if nothing else had been asked. */
function onFirst(release: Release): Release {
  const only = <T extends Pick<Release['total'], 'dimensions'>>(group: T): T => ({
    ...group,
    dimensions: group.dimensions.filter(({ id }) => id === '1'),
  })
  const { blocks, tiers, total, audit } = release
  const withheld = audit.withheld.filter((id) => id === '1')
  return { ...release, round: 'round', blocks: blocks.map(only), tiers: tiers.map(only), total: only(total), audit: { withheld } }
}

const staffOf = (groups: readonly Group[]): readonly Staff[] =>
  askedEverything(groups.map((group, at) => ({ unit: `unit-${at}`, tiers: [], people: peopleOf(group) })))
const pinnedIn = (known: readonly Interval[], groups: readonly Group[]) =>
  known.flatMap((interval, at) => (isPinned(interval, groups[at]?.n ?? 0) ? [at] : []))

function withoutHash({ municipality: { sha256, ...release } }: Published): Release {
  expect(hashOfRelease(release)).toBe(sha256)
  return release
}

describe('ten groups and more, so that the municipality may have a figure of its own', () => {
  const drawnGroups = fc.sample(municipality, { seed: 7, numRuns: 40 })
  const withheld = (groups: readonly Group[]) => releaseOfBlocks(groups).audit.withheld.length > 0

  test.each([true, false])(
    'tell nobody that all or none of a group are below target, whoever knows the rules too (withheld: %s)',
    async (is) => {
      const groups = drawnGroups.find((each) => withheld(each) === is) ?? []
      const document = onFirst(withoutHash(await publishedFor(staffOf(groups))))
      // The attacker who knows the rules asks which tables would have given these very bytes.
      const own = releaseOfBlocks(groups)
      expect(canonicalJson(document)).toBe(canonicalJson(own))
      expect(pinnedIn(fromNumbers(document), groups)).toEqual([])
      expect(fromRules(own, groups)).toEqual(fromNumbers(document))
    },
    60_000,
  )

  test('give a group away where the server never withholds that figure', async () => {
    const groups = drawnGroups.find((each) => pinnedIn(fromNumbers(withTotalAlways(each)), each).length > 0) ?? []
    const naive = (round: string) => ({ ...withTotalAlways(groups), round })
    const document = withoutHash(await publishedNaively(staffOf(groups), naive))
    expect(pinnedIn(fromNumbers(document), groups)).not.toEqual([])
  }, 120_000)
})
