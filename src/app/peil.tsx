import { type ReactElement, lazy, useState } from 'react'
import type { Closed } from '../storage/opening.ts'
import { device } from './device.ts'
import { Guarded } from './guarded.tsx'
import { Pages } from './routes.tsx'
import { Superseded } from './superseded.tsx'
import { Updating, useUpdate } from './update.tsx'

const Door = lazy(() => import('./door.tsx').then((door) => ({ default: door.Door })))

type Props = {
  /** Somebody has to unlock first. */
  readonly guarded: boolean
  /** Why nothing can be kept here, if so. */
  readonly closed: Closed | undefined
}

/** The pages, or the door before them. What the door gives back stays above every page: who is in, and the way out. */
export function Peil({ guarded, closed }: Props): ReactElement {
  const [inside, setInside] = useState<ReactElement | false>()
  const { asked } = useUpdate()
  if (asked) return <Updating />
  if (guarded && inside === undefined)
    return (
      <>
        <Superseded device={device} />
        <Guarded>
          <Door onEnter={setInside} />
        </Guarded>
      </>
    )
  return (
    <>
      <Superseded device={device} />
      {inside}
      <Pages device={device} closed={closed} />
    </>
  )
}
