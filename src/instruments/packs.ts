import type { Assessment } from '../domain/assessment/assessment.ts'
import { type Instrument, type Module, type Pack, type Sector, modules } from '../domain/instrument/instrument.ts'
import { type KeptPack, type OwnPack, versionNaming } from '../domain/instrument/own-pack.ts'
import { ai } from './ai.ts'
import { barnehage } from './barnehage.ts'
import { basicIt } from './basic-it.ts'
import { conditions } from './conditions.ts'
import { leadership } from './leadership.ts'
import { privacy } from './privacy.ts'
import { screen } from './screen.ts'
import { sfo } from './sfo.ts'
import { skole } from './skole.ts'

export const corePacks: Readonly<Record<Sector, Pack>> = { barnehage, skole, sfo }
export const modulePacks: Readonly<Record<Module, Pack>> = { privacy, 'basic-it': basicIt, ai, screen, leadership, conditions }

/** The version that rounds name for a sector's core. */
export const coreVersion = '2026.1'

/** A sector's core or a module, as it is asked: the own pack that takes its place, or Peil's. */
export function packAsked(place: Sector | Module, own: readonly KeptPack[] = []): Pack | OwnPack {
  const shipped: Readonly<Record<Sector | Module, Pack>> = { ...corePacks, ...modulePacks }
  return own.find(({ document }) => document.pack.for === place)?.document.pack ?? shipped[place]
}

/**
 * What a person is asked: the sector's core, then the chosen modules in their order.
 * @param own the packs that the assessment's version names, in its order
 */
export function instrumentFor(
  { sector, modules: chosen }: Pick<Assessment, 'sector' | 'modules'>,
  own: readonly KeptPack[] = [],
): Instrument {
  const core = packAsked(sector, own)
  const taken = modules.filter((module) => chosen.includes(module)).map((module) => packAsked(module, own))
  const named = own.map(({ sha256, document }) => ({ id: document.pack.id, sha256 }))
  return {
    sector,
    version: versionNaming(coreVersion, named),
    parts: [core, ...taken].flatMap(({ parts }) => parts),
    ...(core.vignettes && { vignettes: core.vignettes }),
  }
}
