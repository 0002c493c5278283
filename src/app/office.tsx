import type { ReactElement } from 'react'
import { NeedsPage } from '../features/owner-needs/page.tsx'
import { SignInPage } from '../features/sign-in/page.tsx'
import { SignedIn } from '../features/sign-in/signed-in.tsx'
import { UnitPage } from '../features/unit/page.tsx'
import { now } from '../platform/clock.ts'
import { officeOver } from '../sync/office.ts'

/** What leaders and owners use. Staff never load it. */
const office = officeOver((path, init) => fetch(path, init))

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
      {() => <NeedsPage office={office} now={now} />}
    </SignedIn>
  )
}
