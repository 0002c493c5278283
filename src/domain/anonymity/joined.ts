export type JoinedFigure = 'under-5' | '5-or-more' | 'half' | 'most'

/**
 * R1: all that is said about a unit before the release, as coarsely as this. The 5 does not follow a raised k.
 * @param signed tokens signed for the unit
 * @param headcount of the unit, all tiers together
 */
export function joinedFigure(signed: number, headcount: number): JoinedFigure {
  if (signed < 5) return 'under-5'
  if (signed * 5 >= headcount * 4) return 'most'
  return signed * 2 >= headcount ? 'half' : '5-or-more'
}
