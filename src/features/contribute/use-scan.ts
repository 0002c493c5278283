import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { LinkedEntry } from '../../sync/entry.ts'
import { type Where, type Saying, type Scanner, type Sight, type Trouble, judge, judgePicture } from './scanning.ts'

export type Scan = {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly isOn: boolean
  readonly saying: Saying | undefined
  readonly trouble: Trouble | undefined
  readonly turn: () => void
  /** The device's own camera may be asked for a picture: only one can have it. */
  readonly turnOff: () => void
  readonly readPhoto: (file: File) => void
}

/** The camera, or a picture, until a slip is read. The camera goes out when the person leaves or folds its place away. */
export function useScan(scanner: Scanner, { origin, round }: Where, onEntry: (entry: LinkedEntry) => void): Scan {
  const video = useRef<HTMLVideoElement>(null)
  const [isOn, setOn] = useState(false)
  const [saying, setSaying] = useState<Saying>()
  const [trouble, setTrouble] = useState<Trouble>()
  /** Counts what the person asks for: an answer to anything but the last comes too late. */
  const asked = useRef(0)

  const show = (isOnNow: boolean, said?: Saying, troubled?: Trouble): void => {
    setOn(isOnNow)
    setSaying(said)
    setTrouble(troubled)
  }
  const see = useEffectEvent((verdict: ReturnType<ReturnType<typeof judge>>): void => {
    if (verdict.kind === 'found') {
      show(false)
      onEntry(verdict.entry)
    } else setSaying((said) => (JSON.stringify(said) === JSON.stringify(verdict) ? said : verdict))
  })

  useEffect(() => {
    const shown = video.current
    if (!isOn || shown === null) return
    const until = new AbortController()
    const sees = judge({ origin, round })
    const goOut = (kind: Exclude<Trouble['kind'], 'fault'>): void => {
      if (!until.signal.aborted) show(false, undefined, { kind })
    }
    const watcher = {
      onSight: (sight: Sight) => {
        if (!until.signal.aborted) see(sees(sight))
      },
      onLost: goOut,
    }
    shown.closest('.scan')?.scrollIntoView({ block: 'nearest' })
    shown.closest('details')?.addEventListener('toggle', () => show(false), { signal: until.signal })
    void scanner.openCamera(shown, watcher, until.signal).then((opened) => {
      if (opened !== 'open') goOut(opened)
    })
    return () => {
      until.abort()
    }
  }, [isOn, origin, round, scanner])

  const readPhoto = async (file: File): Promise<void> => {
    const mine = (asked.current += 1)
    show(false, { kind: 'reading' })
    const verdict = await scanner.readPhoto(file).then(
      (codes) => judgePicture(codes, { origin, round }),
      () => ({ kind: 'unsupported' }) as const,
    )
    if (mine !== asked.current) return
    show(false, undefined, verdict.kind === 'found' ? undefined : verdict)
    if (verdict.kind === 'found') onEntry(verdict.entry)
  }

  return {
    video,
    isOn,
    saying,
    trouble,
    turn: () => {
      asked.current += 1
      show(!isOn, isOn ? undefined : { kind: 'starting' })
    },
    turnOff: () => {
      show(false)
    },
    readPhoto: (file) => void readPhoto(file),
  }
}
