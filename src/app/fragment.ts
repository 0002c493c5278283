import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { watchIdle } from '../platform/idle.ts'

const ignored = (): void => undefined

/**
 * What stands behind # may be somebody's: a result on its way in, a slip, a sign-in link. At the door it leaves the address at once, and
 * lies only in the memory of this page until somebody is in: who looks at the address, or loads it anew, finds nothing. When nobody has
 * been there for as long as Peil lets anybody stay in, it is forgotten, and where it led to asks for it again.
 */
export function useFragmentInMemory(limits: Parameters<typeof watchIdle>[0]): void {
  const { hash, pathname, search } = useLocation()
  const navigate = useNavigate()
  useEffect(() => {
    if (hash === '') return undefined
    // Past the router, which goes on knowing it.
    history.replaceState(history.state, '', `${pathname}${search}`)
    const forget = (): void => void navigate({ pathname, search }, { replace: true })
    return watchIdle(limits, { onWarn: ignored, onActive: ignored, onIdle: forget })
  }, [hash, pathname, search, navigate, limits])
}
