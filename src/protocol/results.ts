import * as z from 'zod/mini'
import type { Figure, Release, UnitResult } from '../domain/anonymity/document.ts'
import { tiers } from '../domain/instrument/instrument.ts'
import { bytesText } from './base64url.ts'
import { count, dimension, id, roundId, step, tier, unitSector } from './ids.ts'

const interval = { lo: count, hi: count }

const figure: z.ZodMiniType<Figure> = z.union([
  z.strictObject({
    id: dimension,
    of: count,
    below: z.strictObject(interval),
    steps: z.exactOptional(z.array(z.strictObject({ step, ...interval }))),
  }),
  z.strictObject({ id: dimension, hidden: z.literal(true) }),
])
const group = { n: count, dimensions: z.array(figure) }
/** The unit's tiers merged into the block, in order, or `*` for everyone. */
const block = { tiers: z.union([z.array(tier).check(z.minLength(1)), z.tuple([z.literal('*')])]), ...group }

const unitName = { unit: id, name: z.string(), sector: unitSector }
const unitState = z.discriminatedUnion('state', [
  z.strictObject({ ...unitName, state: z.literal('hidden') }),
  z.strictObject({ ...unitName, state: z.literal('released'), n: count }),
])

/** `GET /rounds/{round}/results`. `sha256` is over the document without it, as RFC 8785 canonical JSON. */
export type MunicipalityResult = Release & { readonly sha256: string }
export const municipalityResult: z.ZodMiniType<MunicipalityResult> = z.strictObject({
  v: z.literal(1),
  round: roundId,
  units: z.array(unitState),
  blocks: z.array(z.strictObject({ unit: id, ...block })),
  smallUnits: z.exactOptional(z.strictObject({ units: z.array(id), n: count })),
  tiers: z.array(z.strictObject({ tier: z.enum([...tiers, 'not-split']), ...group })),
  total: z.strictObject(group),
  audit: z.strictObject({ withheld: z.array(dimension) }),
  sha256: bytesText(32),
})

export type { UnitResult }
const unitHead = { v: z.literal(1), round: roundId, unit: id }
/** `GET /rounds/{round}/results/{unit}`. */
export const unitResult: z.ZodMiniType<UnitResult> = z.discriminatedUnion('state', [
  z.strictObject({ ...unitHead, state: z.literal('hidden'), reason: z.literal('too-few') }),
  z.strictObject({
    ...unitHead,
    state: z.literal('released'),
    n: count,
    blocks: z.array(z.strictObject(block)),
    total: z.strictObject(group),
  }),
])
