import { deviceKind, isInstalled } from './installed.ts'

/** Puts a text on the clipboard; false if the browser does not let it. */
export function copyText(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return Promise.resolve(false)
  return succeeds(navigator.clipboard.writeText(text))
}

/** What became of a file that was offered to others on the device. `none`: the device has no way of handing it over. */
export type HandedOver = 'handed' | 'turned-back' | 'failed' | 'none'

/** On the home screen of an iPad a download opens the file, without a way back to the app. */
function trapsDownloads(): boolean {
  return isInstalled() && deviceKind() === 'apple-tablet'
}

/** Opens the device's own way of handing over a file. */
export function handOver(file: File): Promise<HandedOver> {
  if (!('canShare' in navigator) || !navigator.canShare({ files: [file] })) return Promise.resolve(trapsDownloads() ? 'failed' : 'none')
  return navigator.share({ files: [file] }).then(
    () => 'handed',
    (error: unknown) => (error instanceof DOMException && error.name === 'AbortError' ? 'turned-back' : 'failed'),
  )
}

/**
 * The same. False if the device has none, so that the browser may save the file; `refused` where it must not.
 * A person who turns back has decided: nothing is left behind.
 */
export async function shareFile(file: File): Promise<boolean | 'refused'> {
  const became = await handOver(file)
  if (became === 'failed' && trapsDownloads()) return 'refused'
  return became === 'handed' || became === 'turned-back'
}

function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  )
}
