import { type ReactElement, useEffect, useState } from 'react'
import type { Targets } from '../domain/profile/targets.ts'
import { ResultPage } from '../features/result/page.tsx'
import { shareFile } from '../platform/sharing.ts'
import type { Device } from '../storage/device.ts'
import { onDevice } from '../storage/refusals.ts'
import { targetsForPerson } from '../storage/rounds.ts'

/** The result, beside the targets of the round the person has joined. */
export function ResultPlace({ device }: { readonly device: Device }): ReactElement {
  const [targets, setTargets] = useState<Targets>({})
  useEffect(() => {
    let here = true
    void onDevice(() => targetsForPerson(device.database)).then((found) => {
      if (here && found.ok && found.value !== undefined) setTargets(found.value)
    })
    return () => {
      here = false
    }
  }, [device])
  return <ResultPage device={device} targets={targets} shareFile={shareFile} />
}
