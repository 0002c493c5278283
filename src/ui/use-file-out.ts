import { useState } from 'react'
import { saveFile } from './save-file.ts'

/**
 * Offers a file to the system's own share sheet. `false`: the device has none that takes it, and the browser may save it.
 * `refused`: nobody took it, and a download would lead to a page without a way back.
 */
export type ShareFile = (file: File) => Promise<boolean | 'refused'>

/** The way out for a file, and whether the last one is nowhere. */
export function useFileOut(shareFile: ShareFile | undefined): readonly [isRefused: boolean, hand: (file: File) => Promise<void>] {
  const [isRefused, setIsRefused] = useState(false)
  const hand = async (file: File): Promise<void> => {
    setIsRefused(false)
    const became = (await shareFile?.(file)) ?? false
    if (became === false) saveFile(file)
    setIsRefused(became === 'refused')
  }
  return [isRefused, hand]
}
