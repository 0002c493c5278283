const signals = ['SIGINT', 'SIGTERM'] as const
/** `npm run` passes on what the terminal has sent to every process already: that is not somebody who is impatient. */
const echoMilliseconds = 500

/** Waits for the first signal. A second one ends the process at once, whatever it is doing. */
export function untilStopped(now: () => number): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined
    const stop = () => {
      if (first === undefined) {
        first = now()
        resolve()
      } else if (now() - first >= echoMilliseconds) process.exit(1)
    }
    for (const signal of signals) process.on(signal, stop)
  })
}
