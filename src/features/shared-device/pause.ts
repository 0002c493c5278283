import { useEffect, useState } from 'react'
import { type Tries, pauseAfterWrong, waitBeforeTry } from '../../domain/person/tries.ts'

const second = 1000

/** Milliseconds until the next PIN may be typed, counting down. */
export function usePause(tries: Tries | undefined, now: () => string): number {
  const [moment, setMoment] = useState(now)
  useEffect(() => {
    if (tries === undefined) return undefined
    const timer = setInterval(() => {
      setMoment(now())
    }, second)
    return () => {
      clearInterval(timer)
    }
  }, [tries, now])
  return waitBeforeTry(tries, moment)
}

/** One more wrong PIN, and there is a pause. */
export function isLastFreeTry(tries: Tries | undefined): boolean {
  const wrong = tries?.wrong ?? 0
  return wrong > 0 && pauseAfterWrong(wrong) === 0 && pauseAfterWrong(wrong + 1) > 0
}

/** `4:05`: minutes and seconds, rounded up so that it never says none while there is some. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / second)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
