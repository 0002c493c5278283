/** How much is measured. `quick` shows in seconds that everything runs; its figures say nothing. */
export type Settings = {
  readonly quick: boolean
  /** A municipality: so many units with so many people each, all of whom contribute. */
  readonly units: number
  readonly peoplePerUnit: number
  /** Connections at once, and how many contributions go over them each time. */
  readonly concurrency: readonly { readonly connections: number; readonly contributions: number }[]
  /** A measurement ends after so long, though not all is sent: on a busy machine it would take an hour. */
  readonly seconds: number
  /** Requests of every other kind each time. */
  readonly asks: number
  /** Every figure is the median of so many rounds. One more comes first and does not count. */
  readonly rounds: number
  /** How many contributions a store holds when it is weighed. */
  readonly growth: readonly number[]
}

const full: Settings = {
  quick: false,
  units: 200,
  peoplePerUnit: 25,
  concurrency: [
    { connections: 1, contributions: 1000 },
    { connections: 8, contributions: 3000 },
    { connections: 32, contributions: 4992 },
  ],
  seconds: 4,
  asks: 300,
  rounds: 5,
  growth: [1000, 10_000, 100_000],
}

const quick: Settings = {
  quick: true,
  units: 2,
  peoplePerUnit: 20,
  concurrency: [
    { connections: 1, contributions: 10 },
    { connections: 4, contributions: 40 },
  ],
  seconds: 2,
  asks: 4,
  rounds: 1,
  growth: [20, 40, 80],
}

export const settingsOf = (words: readonly string[]): Settings => (words.includes('--quick') ? quick : full)
