export type IdleLimits = {
  /** Milliseconds without a touch, a key or a scroll until `onWarn`, and until `onIdle`. */
  readonly warnAfter: number
  readonly lockAfter: number
  /** Milliseconds out of sight until `onIdle`. */
  readonly hiddenAfter: number
}

export type IdleCalls = {
  readonly onWarn: () => void
  readonly onActive: () => void
  readonly onIdle: () => void
}

const signs = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const
const look = 1000

/**
 * Watches whether anybody is there. A tablet stops timers while an app is out of sight, and a clock may be set back in the meantime,
 * so both clocks are asked when it comes back: the longer time counts. Gives back what ends the watch.
 */
export function watchIdle(limits: IdleLimits, calls: IdleCalls): () => void {
  const moment = (): { wall: number; steady: number } => ({ wall: Date.now(), steady: performance.now() })
  const since = (before: ReturnType<typeof moment>): number => Math.max(Date.now() - before.wall, performance.now() - before.steady)
  let touched = moment()
  let hidden: ReturnType<typeof moment> | undefined
  let isWarned = false
  const check = (): void => {
    const isTooLong = since(touched) >= limits.lockAfter || (hidden !== undefined && since(hidden) >= limits.hiddenAfter)
    if (isTooLong) {
      stop()
      calls.onIdle()
    } else if (!isWarned && since(touched) >= limits.warnAfter) {
      isWarned = true
      calls.onWarn()
    }
  }
  const touch = (): void => {
    check()
    touched = moment()
    if (isWarned) calls.onActive()
    isWarned = false
  }
  const turn = (): void => {
    if (document.visibilityState === 'hidden') hidden = moment()
    else {
      check()
      hidden = undefined
    }
  }
  const timer = setInterval(check, look)
  signs.forEach((sign) => {
    addEventListener(sign, touch, { capture: true, passive: true })
  })
  document.addEventListener('visibilitychange', turn)
  addEventListener('pageshow', check)
  const stop = (): void => {
    clearInterval(timer)
    signs.forEach((sign) => {
      removeEventListener(sign, touch, { capture: true })
    })
    document.removeEventListener('visibilitychange', turn)
    removeEventListener('pageshow', check)
  }
  return stop
}
