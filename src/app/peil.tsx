import { type ReactElement, Suspense, lazy, useState } from 'react'
import type { StorageRefusal } from '../storage/refusals.ts'
import { device } from './device.ts'
import { Pages } from './routes.tsx'

const Door = lazy(() => import('./door.tsx').then((door) => ({ default: door.Door })))

type Props = {
  /** Somebody has to unlock first. */
  readonly guarded: boolean
  /** Why nothing can be kept here, if so. */
  readonly storageRefusal: StorageRefusal | undefined
}

/** The pages, or the door before them. What the door gives back stays above every page: who is in, and the way out. */
export function Peil({ guarded, storageRefusal }: Props): ReactElement {
  const [inside, setInside] = useState<ReactElement | false>()
  if (guarded && inside === undefined)
    return (
      <Suspense>
        <Door onEnter={setInside} />
      </Suspense>
    )
  return (
    <>
      {inside}
      <Pages device={device} storageRefusal={storageRefusal} />
    </>
  )
}
