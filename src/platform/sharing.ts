/** Puts a text on the clipboard; false if the browser does not let it. */
export function copyText(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return Promise.resolve(false)
  return succeeds(navigator.clipboard.writeText(text))
}

/** Opens the device's own way of handing over a file; false if it has none. A person who turns back has decided: nothing is left behind. */
export function shareFile(file: File): Promise<boolean> {
  if (!('canShare' in navigator) || !navigator.canShare({ files: [file] })) return Promise.resolve(false)
  return navigator.share({ files: [file] }).then(
    () => true,
    (error: unknown) => error instanceof DOMException && error.name === 'AbortError',
  )
}

function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  )
}
