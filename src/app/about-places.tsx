import { type ReactElement, lazy } from 'react'
import { Route, Routes } from 'react-router'
import { AboutPage } from '../features/about/page.tsx'
import { deviceKind } from '../platform/installed.ts'
import { NotFound } from './not-found.tsx'
import { device } from './device.ts'

const CardsPage = lazy(() => import('../features/about/cards-page.tsx').then((page) => ({ default: page.CardsPage })))
const GuidePage = lazy(() => import('../features/install/guide-page.tsx').then((page) => ({ default: page.GuidePage })))
const HealthPage = lazy(() => import('../features/about/health-page.tsx').then((page) => ({ default: page.HealthPage })))
const InstrumentPage = lazy(() => import('../features/about/instrument-page.tsx').then((page) => ({ default: page.InstrumentPage })))

/** The page about Peil and those it leads to, each loaded when it is opened. */
export function AboutPlaces(): ReactElement {
  return (
    <Routes>
      <Route index element={<AboutPage />} />
      <Route path="instrumentet" element={<InstrumentPage device={device} />} />
      <Route path="samtalekort" element={<CardsPage />} />
      <Route path="skjermrad" element={<HealthPage />} />
      <Route path="installer" element={<GuidePage own={deviceKind()} />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
