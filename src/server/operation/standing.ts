/** Whether requests should come here. `starting`: the stores are open, and what a crash cut short is being finished. */
export type Stage = 'starting' | 'ready' | 'stopping'

/** Where the process stands, and how many requests are under way. */
export type Standing = {
  readonly stage: () => Stage
  readonly enter: (stage: Stage) => void
  readonly began: () => void
  readonly ended: () => void
  /** When nothing is under way. */
  readonly quiet: () => Promise<void>
}

export function createStanding(stage: Stage = 'starting'): Standing {
  let current = stage
  let underWay = 0
  let tell = (): void => undefined
  return {
    stage: () => current,
    enter: (next) => {
      current = next
    },
    began: () => {
      underWay += 1
    },
    ended: () => {
      underWay -= 1
      if (underWay === 0) tell()
    },
    quiet: () =>
      new Promise((resolve) => {
        tell = resolve
        if (underWay === 0) resolve()
      }),
  }
}
