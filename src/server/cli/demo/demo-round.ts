import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { tiers } from '../../../domain/instrument/instrument.ts'
import { parseCode } from '../../../protocol/code.ts'
import { type Round, type RoundUnit, round as roundSchema } from '../../../protocol/round.ts'
import { openRound } from '../../issuer/open-round.ts'
import type { Stores } from '../../store/stores.ts'
import { type DemoPerson, valuesOf } from './answers.ts'
import { chanceFrom } from './chance.ts'
import { visit } from './device.ts'
import { type DemoUnit, targets, titleOf, units } from './fjordvik.ts'

export type DemoParts = {
  readonly stores: Stores
  readonly app: FastifyInstance
  readonly publicOrigin: string
  readonly municipality: string
}

type DemoTimes = { readonly opens: Date; readonly closes: Date }

type DemoTurnout = (unit: DemoUnit) => DemoUnit['before']

/** A round that has been opened. `codes` still holds what nobody has used, by unit. */
export type OpenedDemo = { readonly round: Round; readonly codes: ReadonlyMap<string, string[]> }

export async function openDemoRound(
  { stores, app, publicOrigin, municipality }: DemoParts,
  { opens, closes }: DemoTimes,
): Promise<OpenedDemo> {
  const file = {
    title: titleOf(closes),
    municipality,
    closes: closes.toISOString(),
    targets,
    units: units.map(({ unit, headcount }) => ({ unit, headcount })),
  }
  const opened = await openRound({ issuer: stores.issuer, clock: () => opens, random: randomBytes, publicOrigin }, file)
  if (!opened.ok) throw new Error(`a demo round could not be opened: ${opened.error.kind}`)
  const reply = await app.inject({ url: `/api/v1/rounds/${opened.value.round}` })
  return {
    round: roundSchema.parse(reply.json()),
    codes: new Map(opened.value.units.map(({ unit, codes }) => [unit, codes])),
  }
}

function peopleOf(unit: DemoUnit, turnout: DemoTurnout): readonly DemoPerson[] {
  const heads = tiers.flatMap((tier) => Array.from({ length: turnout(unit)[tier] ?? 0 }, () => tier))
  return heads.map((tier, number) => ({ unit: unit.unit, tier, number }))
}

function takeCode(codes: string[] | undefined): string {
  const code = parseCode(codes?.shift() ?? '')
  if (!code.ok) throw new Error(`a demo unit has too few codes: ${code.error.kind}`)
  return code.value
}

function tierCharacter(unit: RoundUnit, { tier }: DemoPerson): string {
  return unit.tiers.length === 0 ? '-' : String(unit.tiers.indexOf(tier))
}

/** Everyone who takes part draws a slip and contributes, one after the other. `seed` makes their answers. */
export async function contributeAll(app: FastifyInstance, { round, codes }: OpenedDemo, turnout: DemoTurnout, seed: number): Promise<void> {
  const chance = chanceFrom(seed)
  const dimensions = round.dimensions.map(({ id }) => id)
  for (const unit of round.units) {
    const known = units.find((each) => each.unit === unit.unit)
    for (const person of known === undefined ? [] : peopleOf(known, turnout)) {
      const values = valuesOf(person, dimensions, targets, chance)
      await visit(app, { round, unit, code: takeCode(codes.get(unit.unit)), tier: tierCharacter(unit, person), values })
    }
  }
}
