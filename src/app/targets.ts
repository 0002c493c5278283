import { useEffect, useState } from 'react'
import type { Targets } from '../domain/profile/targets.ts'
import type { PeilDatabase } from '../storage/database.ts'
import { onDevice } from '../storage/refusals.ts'
import { targetsForPerson } from '../storage/rounds.ts'

/** The targets of the round the person has joined; none until they are read, and none without a round. */
export function useTargets(database: PeilDatabase): Targets {
  const [targets, setTargets] = useState<Targets>({})
  useEffect(() => {
    let here = true
    void onDevice(() => targetsForPerson(database)).then((found) => {
      if (here && found.ok && found.value !== undefined) setTargets(found.value)
    })
    return () => {
      here = false
    }
  }, [database])
  return targets
}
