import { type ReactElement, Suspense, useEffect, useState } from 'react'
import { useTranslation } from '../i18n/react.ts'
import { Outlet } from 'react-router'
import { Boundary, Failure } from './boundary.tsx'

/** Catches what fails below, and waits for pages that come when they are needed. */
export function Guarded(): ReactElement {
  return (
    <Boundary>
      <Suspense fallback={<Waiting />}>
        <Outlet />
      </Suspense>
    </Boundary>
  )
}

/** Longer than the slowest network we build for needs for any one page. */
const patience = 10_000

/** What is late may still come, and is then shown. Until then the person can do something about it. */
function Waiting(): ReactElement {
  const { t } = useTranslation()
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsLate(true)
    }, patience)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  if (isLate) return <Failure storage={false} />
  return (
    <p className="waiting soft" role="status">
      {t('frame.loading')}
    </p>
  )
}
