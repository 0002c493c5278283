const pause = 3_000

/** When there is a network again, and in any case after a while. */
function nextOccasion(): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer)
      removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, pause)
    addEventListener('online', go)
  })
}

/**
 * Asks for a file of words until it comes. On a first visit the network can be gone before everything is on the device, and
 * i18next takes a failed file for an empty one for as long as the page is open: questions would be ids without answers.
 */
export async function fetchWords<Words>(load: () => Promise<Words>): Promise<Words> {
  for (;;) {
    try {
      return await load()
    } catch {
      await nextOccasion()
    }
  }
}
