import type { Assessment } from '../domain/assessment/assessment.ts'
import { type Instrument, type Module, type Pack, type Sector, modules } from '../domain/instrument/instrument.ts'
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

/** What a person is asked: the sector's core, then the chosen modules in their order. */
export function instrumentFor({ sector, modules: chosen }: Pick<Assessment, 'sector' | 'modules'>): Instrument {
  const core = corePacks[sector]
  const taken = modules.filter((module) => chosen.includes(module)).map((module) => modulePacks[module])
  return { sector, version: core.version, parts: [...core.parts, ...taken.flatMap(({ parts }) => parts)] }
}
