/** What is asked: areas and modules (dimensions), their items, and the five steps. No words: they live in `locales/`. */

export const sectors = ['barnehage', 'skole', 'sfo'] as const
export type Sector = (typeof sectors)[number]

/** In the fixed order that breaks ties everywhere (release rule R3). */
export const tiers = ['practice', 'teacher', 'leader', 'owner'] as const
export type Tier = (typeof tiers)[number]

export const areas = ['1', '2', '3', '4', '5', '6', '7'] as const
export const modules = ['privacy', 'basic-it', 'ai', 'screen', 'leadership', 'conditions'] as const
export type Area = (typeof areas)[number]
export type Module = (typeof modules)[number]

/** An area or a module: what a contribution holds one level for. In the framework's order, which breaks ties. */
export const dimensions = [...areas, ...modules] as const
export type Dimension = Area | Module

export const steps = [0, 1, 2, 3, 4] as const
export type Step = (typeof steps)[number]

/** `id` is for ever. A changed meaning is a new `version`, and a trend line runs only across equal versions. */
export type Item = { readonly id: string; readonly version: number }

export type Part = { readonly dimension: Dimension; readonly items: readonly Item[] }

/** A short story about a colleague who is at `step` of `item`: it calibrates the person's eye, and never corrects an answer. */
export type Vignette = { readonly id: string; readonly item: string; readonly step: Step }

/** A question about knowledge, with the place of its right option. It is never sent. */
export type CheckQuestion = { readonly id: string; readonly right: number }

/** One published set of parts: a sector's core, or a module. */
export type Pack = {
  readonly id: Sector | Module
  readonly version: string
  readonly parts: readonly Part[]
  readonly vignettes?: readonly Vignette[]
  readonly check?: readonly CheckQuestion[]
}

/** Everything one person is asked: the sector's core and the modules that belong to it, in order. */
export type Instrument = {
  readonly sector: Sector
  readonly version: string
  readonly parts: readonly Part[]
  /** The stories of its core. */
  readonly vignettes?: readonly Vignette[]
}

/** Basic IT has a scale of its own and conditions are about the workplace: both are shown apart from the areas. */
export const modulesApart: readonly Module[] = ['basic-it', 'conditions']

/** Asked of everyone after the core. */
export const moduleForAll: Module = 'privacy'

const leaderModules: readonly Module[] = ['leadership']

/** Leads others' work with children, or provides for it. */
export function leads(tier: Tier): boolean {
  return tier === 'leader' || tier === 'owner'
}

/** The modules a person in this tier can be asked, in order: leading is asked of those who lead. */
export function modulesFor(tier: Tier): readonly Module[] {
  return modules.filter((module) => leads(tier) || !leaderModules.includes(module))
}

/** What a person in this tier is asked if nothing else is chosen. */
export function usualModules(tier: Tier): readonly Module[] {
  return leads(tier) ? [moduleForAll, ...leaderModules] : [moduleForAll]
}

export function isModule(dimension: string): dimension is Module {
  return (modules as readonly string[]).includes(dimension)
}

/** Reading and choosing, estimated from the words of the packs (docs/instrument.md). Never less than one minute. */
const minutesPerItem = 0.53

export function minutesFor(items: number): number {
  return Math.max(1, Math.round(items * minutesPerItem))
}

export function isArea(dimension: Dimension): dimension is Area {
  return (areas as readonly string[]).includes(dimension)
}

export function itemsOf(instrument: Instrument): readonly Item[] {
  return instrument.parts.flatMap((part) => part.items)
}

export function itemIn(instrument: Instrument, itemId: string): Item | undefined {
  return itemsOf(instrument).find((item) => item.id === itemId)
}

export function partOf(instrument: Instrument, dimension: Dimension): Part | undefined {
  return instrument.parts.find((part) => part.dimension === dimension)
}

export function partHolding(instrument: Instrument, itemId: string): Part | undefined {
  return instrument.parts.find((part) => part.items.some((item) => item.id === itemId))
}
