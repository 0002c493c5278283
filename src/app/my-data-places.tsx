import { type ReactElement, lazy } from 'react'
import { Route, Routes } from 'react-router'
import { FetchPage } from '../features/my-data/carry/fetch-page.tsx'
import { MyDataPage } from '../features/my-data/page.tsx'
import { forgetAppearance } from '../platform/appearance.ts'
import { handOver } from '../platform/sharing.ts'
import { forgetAlong } from '../storage/along.ts'
import type { Device } from '../storage/device.ts'
import { leaveDevice } from '../storage/leave.ts'
import { atRest } from '../storage/patience.ts'
import { currentlyInside, deviceDatabase } from './database.ts'
import { NotFound } from './not-found.tsx'
import { useScheme } from './scheme.ts'
import { startAnew } from './start-anew.ts'

const SharingPage = lazy(() => import('../features/shared-device/sharing-page.tsx').then((page) => ({ default: page.SharingPage })))
const FinishPage = lazy(() => import('../features/my-data/finish/finish-page.tsx').then((page) => ({ default: page.FinishPage })))

/** A fresh start, so that nothing of the person is left in memory either. */
function beginAnew(): void {
  forgetAppearance()
  forgetAlong()
  void atRest().then(() => {
    location.assign('/')
  })
}

/** Where the code of a result leads. */
export function FetchPlace({ device }: { readonly device: Device }): ReactElement {
  return <FetchPage device={device} />
}

/** What lies here, and who may see it. */
export function MyDataPlaces({ device }: { readonly device: Device }): ReactElement {
  const scheme = useScheme(device.database)
  const inside = currentlyInside()
  return (
    <Routes>
      <Route index element={<MyDataPage device={device} onErased={beginAnew} handOver={handOver} {...scheme} />} />
      <Route path="deling" element={<SharingPage device={device} plain={deviceDatabase} onGuard={startAnew} />} />
      {inside && (
        <Route
          path="ferdig"
          element={
            <FinishPage
              device={device}
              handOver={handOver}
              leave={() => leaveDevice(deviceDatabase, inside.seal, device.newId)}
              onLeft={() => {
                inside.goOut(true)
              }}
            />
          }
        />
      )}
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
