import type { RoundOpened } from '../../../src/protocol/admin.ts'
import { type Round, round as roundSchema } from '../../../src/protocol/round.ts'
import { type MunicipalityResult, type UnitResult, municipalityResult, unitResult } from '../../../src/protocol/results.ts'
import type { Dimension, Tier } from '../../../src/domain/instrument/instrument.ts'
import type { Person, Staff, Value } from '../../domain/anonymity/staff.ts'
import { call, contributionOf, joinUnit, newVersion, readRound, send } from '../../support/contributor.ts'
import { type TestServer, origin, startServer } from '../../support/server.ts'

/** What a round without modules asks. */
export const dimensionsAsked: readonly Dimension[] = ['1', '2', '3', '4', '5', '6', '7', 'privacy']

/** The drawn values on the first and the last dimension; between them one that all meet, one that all are below, and silence. */
export function askedEverything(staff: readonly Staff[]): readonly Staff[] {
  const values = ([first, last]: readonly Value[]): Person['values'] => [first, 2, 5, undefined, undefined, undefined, undefined, last]
  return staff.map((unit) => ({ ...unit, people: unit.people.map((person) => ({ ...person, values: values(person.values) })) }))
}

/** So that exactly the unit's tiers are sent (R3), with two slips more than people. */
function headcountOf({ tiers, people }: Staff): Partial<Record<Tier, number>> {
  if (tiers.length === 0) return { practice: people.length + 2 }
  return Object.fromEntries(tiers.map((tier) => [tier, Math.max(7, people.filter((person) => person.tier === tier).length + 2)]))
}

const letters = '01234abcde'
const written = (values: Person['values']) => values.map((value) => (value === undefined ? '-' : letters.charAt(value))).join('')

/** A municipality on a real server: its units came as a file over HTTP, and its round is open. */
export type Town = {
  readonly server: TestServer
  readonly opened: RoundOpened
  readonly round: Round
  readonly staff: readonly Staff[]
}

export async function foundTown(staff: readonly Staff[], settings?: Parameters<typeof startServer>[1]): Promise<Town> {
  const server = await startServer([], settings)
  const cookie = await server.signIn({ role: 'owner', municipality: server.municipality })
  const rows = staff.map(({ unit }) => `${unit},${unit},skole`)
  const imported = await server.app.inject({
    method: 'POST',
    url: '/api/v1/units/import',
    headers: { origin, cookie, 'content-type': 'text/csv' },
    payload: ['unit,name,sector', ...rows].join('\n'),
  })
  if (imported.statusCode !== 200) throw new Error(imported.body)
  const opened = await server.openRound(staff.map((each) => ({ unit: each.unit, headcount: headcountOf(each) })))
  return { server, opened, staff, round: await readRound(server.app, opened.round) }
}

/** A slip of a unit, by its place on the sheet. */
export function slipOf({ opened }: Town, unit: string, at: number): string {
  return opened.units.find((each) => each.unit === unit)?.codes[at] ?? ''
}

/**
 * Everybody joins with a slip of their own, through blinding and signature, and contributes with the token. Some send something
 * else first and change it; in the first unit somebody joins and contributes nothing, and somebody contributes and withdraws.
 */
export async function everybodyContributes(town: Town): Promise<void> {
  for (const { unit, tiers, people } of town.staff) {
    const join = (at: number) => joinUnit(town.server.app, town.round, unit, slipOf(town, unit, at))
    const tierOf = (person: Person) => (person.tier === '-' ? '-' : String(tiers.indexOf(person.tier)))
    for (const [at, person] of people.entries()) {
      const token = await join(at)
      const meant = newVersion(written(person.values), tierOf(person))
      const first = newVersion('3b3b3b3b', tierOf(person))
      if (at % 5 === 3) await demand(town, contributionOf(token, first))
      await demand(town, at % 5 === 3 ? contributionOf(token, meant, first) : contributionOf(token, meant))
    }
    if (unit !== town.staff[0]?.unit) continue
    await join(people.length)
    const regretful = await join(people.length + 1)
    const given = newVersion('44444444', tiers.length === 0 ? '-' : '0')
    await demand(town, contributionOf(regretful, given))
    await demand(town, contributionOf(regretful, newVersion('--------'), given))
  }
}

async function demand({ server }: Town, message: Parameters<typeof send>[1]): Promise<void> {
  const reply = await send(server.app, message)
  if (reply.statusCode !== 200) throw new Error(reply.body)
}

/** The owner closes the round, over HTTP. */
export async function close({ server, opened }: Town): Promise<void> {
  const cookie = await server.signIn({ role: 'owner', municipality: server.municipality })
  const reply = await server.app.inject({ method: 'POST', url: `/api/v1/rounds/${opened.round}/close`, headers: { origin, cookie } })
  if (reply.statusCode !== 200) throw new Error(reply.body)
}

/** What the server has published about a round, as those who may read it get it over HTTP. */
export type Published = { readonly municipality: MunicipalityResult; readonly unit: (unit: string) => UnitResult | undefined }

/** The owner reads all; the units' documents are read by everybody, who must get the same bytes. */
export async function readPublished({ server, opened, staff }: Town): Promise<Published> {
  const { municipality } = server
  const owner = await server.signIn({ role: 'owner', municipality })
  const get = (path: string, cookie?: string) =>
    call(server.app, 'GET', `/rounds/${opened.round}${path}`, undefined, cookie === undefined ? {} : { headers: { cookie } })
  const units = new Map<string, UnitResult>()
  for (const { unit } of staff) {
    const readers = [undefined, owner, await server.signIn({ role: 'leader', municipality, unit })]
    const bodies = await Promise.all(readers.map(async (cookie) => (await get(`/results/${unit}`, cookie)).body))
    if (new Set(bodies).size !== 1) throw new Error(`${unit} is told differently: ${bodies.join('\n')}`)
    units.set(unit, unitResult.parse(JSON.parse(bodies[0] ?? '')))
  }
  roundSchema.parse((await get('')).json())
  return { municipality: municipalityResult.parse((await get('/results', owner)).json()), unit: (unit) => units.get(unit) }
}
