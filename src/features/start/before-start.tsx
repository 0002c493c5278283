import { type ReactElement, Suspense, useEffect, useState } from 'react'
import type { Device } from '../../storage/device.ts'
import { lowRoom } from '../../storage/room.ts'
import { InstallHelp } from './install-help.tsx'
import { RoomNote } from './room-note.tsx'

/** What a person should know before the first answer is given on this device, if anything. */
export function BeforeStart({ device }: { readonly device: Device }): ReactElement {
  const [room, setRoom] = useState<number>()
  useEffect(() => {
    let here = true
    void lowRoom(device).then((left) => {
      if (here) setRoom(left)
    })
    return () => {
      here = false
    }
  }, [device])
  return (
    <>
      {device.forgetsUnused() && <InstallHelp device={device} />}
      {room !== undefined && (
        <Suspense>
          <RoomNote room={room} />
        </Suspense>
      )}
    </>
  )
}
