/** Whether requests should come here. `starting`: the stores are open, and what a crash cut short is being finished. */
export type Stage = 'starting' | 'ready' | 'stopping'

export type Standing = { readonly stage: () => Stage; readonly enter: (stage: Stage) => void }

export function createStanding(): Standing {
  let current: Stage = 'starting'
  return {
    stage: () => current,
    enter: (stage) => {
      current = stage
    },
  }
}
