export type IdleLimits = {
  /** Milliseconds without a sign of anybody until `onWarn`, and until `onIdle`. */
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

/** What only a person does. A screen reader or a dictated word gives no more than a click or an input. */
const signs = ['pointerdown', 'touchmove', 'wheel', 'keydown', 'click', 'input'] as const
const look = 1000

type Moment = { readonly wall: number; readonly steady: number }

function moment(): Moment {
  return { wall: Date.now(), steady: performance.now() }
}

/** One clock may be set back, the other stands still while a tablet sleeps: the longer time counts. */
function since(before: Moment): number {
  return Math.max(Date.now() - before.wall, performance.now() - before.steady)
}

/** Watches whether anybody is there. A tablet stops timers while an app is out of sight: then it is settled on coming back. Gives back what ends the watch. */
export function watchIdle(limits: IdleLimits, calls: IdleCalls): () => void {
  let touched = moment()
  let hidden = document.visibilityState === 'hidden' ? touched : undefined
  let isWarned = false
  let isOver = false
  const check = (): void => {
    if (isOver) return
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
    // Whoever touches it first after the time is up is not let in.
    check()
    if (isOver) return
    touched = moment()
    if (!isWarned) return
    isWarned = false
    calls.onActive()
  }
  const turn = (): void => {
    check()
    hidden = document.visibilityState === 'hidden' ? (hidden ?? moment()) : undefined
  }
  const timer = setInterval(check, look)
  const stop = (): void => {
    isOver = true
    clearInterval(timer)
    signs.forEach((sign) => {
      removeEventListener(sign, touch, { capture: true })
    })
    document.removeEventListener('visibilitychange', turn)
    removeEventListener('pageshow', check)
  }
  signs.forEach((sign) => {
    addEventListener(sign, touch, { capture: true, passive: true })
  })
  document.addEventListener('visibilitychange', turn)
  addEventListener('pageshow', check)
  return stop
}
