import type { Instrument, Module, Pack, Sector } from '../domain/instrument/instrument.ts'
import { barnehage } from './barnehage.ts'
import { privacy } from './privacy.ts'

/** Every pack that is ready to be used. A sector without a core pack cannot be chosen yet. */
export const corePacks: Readonly<Partial<Record<Sector, Pack>>> = { barnehage }
export const modulePacks: Readonly<Partial<Record<Module, Pack>>> = { privacy }

/** The version that rounds name for a sector's core. */
export const coreVersion = '2026.1'

/** What a person in a sector is asked: the core, then privacy, which is for everyone. */
export function instrumentFor(sector: Sector): Instrument | undefined {
  const core = corePacks[sector]
  return core && { sector, version: core.version, parts: [...core.parts, ...privacy.parts] }
}
