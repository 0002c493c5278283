import type { Dimension, Step, Tier } from '../../domain/instrument/instrument.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { defaultTargets } from '../default-targets.ts'
import { lillestrom } from './lillestrom.ts'
import { nasjonal } from './nasjonal.ts'
import { orebro } from './orebro.ts'
import { ringsaker } from './ringsaker.ts'
import { seRiktlinje } from './se-riktlinje.ts'

/** The profiles that Peil brings along, the default one first. */
export const profiles: readonly Profile[] = [nasjonal, lillestrom, ringsaker, orebro, seRiktlinje]

/** For a municipality that has not chosen. */
export const defaultProfile = nasjonal.id

/** A municipality without a profile has the default one. Nothing where this Peil does not know the id. */
export function findProfile(id: string = defaultProfile): Profile | undefined {
  return profiles.find((profile) => profile.id === id)
}

/** What a municipality aims for in a dimension where it has not said otherwise: its profile's steps, else the usual ones. */
export function targetsIn(profile: Profile | undefined, dimension: Dimension): Readonly<Record<Tier, Step>> {
  return profile?.targets?.steps[dimension] ?? defaultTargets(dimension)
}
