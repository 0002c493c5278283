import type { ReactElement } from 'react'
import { Route, Routes } from 'react-router'
import { AboutPage } from '../features/about/page.tsx'
import { MyDataPage } from '../features/my-data/page.tsx'
import { StartPage } from '../features/start/page.tsx'
import { forgetAppearance } from '../platform/appearance.ts'
import { isAppleTablet } from '../platform/installed.ts'
import type { Device } from '../storage/device.ts'
import { useScheme } from './appearance.ts'
import { useArrival } from './arrival.ts'
import { Frame } from './frame.tsx'
import { NotFound } from './not-found.tsx'

/** A fresh start, so that nothing of the person is left in memory either. */
function beginAnew(): void {
  forgetAppearance()
  location.assign('/')
}

export function Pages({ device }: { readonly device: Device }): ReactElement {
  const choice = useScheme(device.database)
  useArrival()
  return (
    <Routes>
      <Route element={<Frame />}>
        <Route index element={<StartPage device={device} explainsInstall={isAppleTablet() && !device.isInstalled()} />} />
        <Route path="mine-data" element={<MyDataPage device={device} onErased={beginAnew} {...choice} />} />
        <Route path="om" element={<AboutPage />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  )
}
