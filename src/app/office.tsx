import { type ReactElement, lazy } from 'react'
import { Route, Routes } from 'react-router'
import { NeedsPage } from '../features/owner-needs/page.tsx'
import { createKeeper } from '../features/owner-profile/keeper.ts'
import { SignInPage } from '../features/sign-in/page.tsx'
import { SignedIn } from '../features/sign-in/signed-in.tsx'
import { UnitPage } from '../features/unit/page.tsx'
import { now } from '../platform/clock.ts'
import { shareFile } from '../platform/sharing.ts'
import { officeOver } from '../sync/office.ts'

const ProfilePage = lazy(() => import('../features/owner-profile/page.tsx').then((page) => ({ default: page.ProfilePage })))

/** What leaders and owners use. Staff never load it. */
const office = officeOver((path, init) => fetch(path, init))
const keeper = createKeeper()

export function SignInPlace(): ReactElement {
  return <SignInPage office={office} />
}

export function UnitPlace(): ReactElement {
  return (
    <SignedIn office={office} place="unit">
      {(session) => <UnitPage office={office} units={session.units} now={now} />}
    </SignedIn>
  )
}

export function OwnerPlace(): ReactElement {
  return (
    <SignedIn office={office} place="owner">
      {({ municipality }) => (
        <Routes>
          <Route
            path="profil/*"
            element={<ProfilePage office={office} municipality={municipality} now={now} keeper={keeper} shareFile={shareFile} />}
          />
          <Route path="*" element={<NeedsPage office={office} now={now} />} />
        </Routes>
      )}
    </SignedIn>
  )
}
