import { type ReactElement, type ReactNode, Suspense } from 'react'
import { useTranslation } from '../i18n/react.ts'
import { Outlet } from 'react-router'
import { Late } from '../ui/late.tsx'
import { Boundary, Failure } from './boundary.tsx'

/** Catches what fails below, and waits for pages that come when they are needed. */
export function Guarded({ children = <Outlet /> }: { readonly children?: ReactNode }): ReactElement {
  return (
    <Boundary waiting={<Waiting />}>
      <Suspense fallback={<Waiting />}>{children}</Suspense>
    </Boundary>
  )
}

function Waiting(): ReactElement {
  const { t } = useTranslation()
  const soon = (
    <p className="waiting soft" role="status">
      {t('frame.loading')}
    </p>
  )
  return <Late soon={soon} late={<Failure storage={undefined} />} />
}
