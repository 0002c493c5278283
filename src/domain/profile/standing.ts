import type { Dimension, Sector } from '../instrument/instrument.ts'
import type { Interval } from '../need/band.ts'
import type { Demand } from '../need/demand.ts'
import type { ProfileGoal } from './profile.ts'

/** A published figure that serves a goal: of one sector where the goal is for some sectors only. Hidden without an interval. */
export type Standing = { readonly dimension: Dimension; readonly sector?: Sector; readonly interval?: Interval }

/** How a group stands at one goal: the figures that serve it, and nothing made from them. */
export type GoalStanding = {
  readonly goal: ProfileGoal
  readonly standings: readonly Standing[]
  /** What serves the goal and was not asked about in the round. */
  readonly notAsked: readonly Dimension[]
  /** No unit of the goal's sectors took part. */
  readonly withoutUnits: boolean
}

function standing(dimension: Dimension, interval: Interval | undefined, sector?: Sector): Standing {
  return { dimension, ...(sector && { sector }), ...(interval && { interval }) }
}

/**
 * The goals in the document's order, each with the round's own figures in the profile's order. A goal gets no figure of
 * its own, and goals are never compared. `present`: the sectors that had units in the round.
 */
export function goalStandings(
  goals: readonly ProfileGoal[],
  demands: readonly Demand[],
  present: readonly Sector[],
): readonly GoalStanding[] {
  return goals.map((goal) => {
    const sectors = goal.sectors?.filter((sector) => present.includes(sector))
    const asked = goal.dimensions.flatMap((dimension) => demands.find((demand) => demand.dimension === dimension) ?? [])
    return {
      goal,
      standings: asked.flatMap((demand) =>
        sectors === undefined
          ? [standing(demand.dimension, demand.municipality)]
          : sectors.map((sector) => standing(demand.dimension, demand.sectors[sector], sector)),
      ),
      notAsked: goal.dimensions.filter((dimension) => !asked.some((demand) => demand.dimension === dimension)),
      withoutUnits: sectors?.length === 0,
    }
  })
}
