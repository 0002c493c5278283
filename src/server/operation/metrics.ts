/** Which routes a device uses to take part; their outcomes have counters of their own. */
const contributing = '/api/v1/contributions'
const issuing = '/api/v1/issue'

const outcomes: Readonly<Record<number, string>> = {
  200: 'accepted',
  400: 'malformed',
  401: 'token-invalid',
  409: 'conflict',
  410: 'round-closed',
}

export type RoundStates = Readonly<Record<'open' | 'closed' | 'released', number>>
/** What is asked when the page is read. */
export type Gauges = {
  readonly ready: () => boolean
  readonly rounds: () => Promise<RoundStates>
  readonly memory: () => { readonly rss: number; readonly heapUsed: number }
}

export type Metrics = {
  /** @param route as it was declared, never as it was asked for; nothing for what no route answers */
  readonly count: (method: string, route: string | undefined, status: number) => void
  readonly page: () => Promise<string>
}

type Counters = Map<string, number>
type Family = { readonly name: string; readonly type: 'counter' | 'gauge'; readonly help: string; readonly samples: readonly string[] }

function addOne(counters: Counters, series: string): void {
  counters.set(series, (counters.get(series) ?? 0) + 1)
}

function seriesOf(method: string, route: string | undefined, status: number): readonly string[] {
  const names = [`peil_requests_total{method="${method}",route="${route ?? 'other'}",status="${Math.floor(status / 100)}xx"}`]
  const outcome = outcomes[status]
  if (route === contributing && outcome !== undefined) names.push(`peil_contributions_total{outcome="${outcome}"}`)
  if (route === issuing && status === 200) names.push('peil_tokens_signed_total')
  return names
}

const failureOf: Readonly<Record<number, string>> = { 503: 'unavailable', 507: 'storage-full' }

/** Ten, twenty, thirty: release rule R1 lets nobody see how many codes are used. */
function inTens(count: number): number {
  return Math.floor(count / 10) * 10
}

function write({ name, type, help, samples }: Family): string {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples].join('\n')
}

/** As they stood at the last full hour. */
function hourly(clock: () => Date, counters: Counters): { readonly shown: () => Counters } {
  const hourOf = () => Math.floor(clock().getTime() / 3_600_000)
  let hour = hourOf()
  let shown: Counters = new Map()
  return {
    shown() {
      if (hourOf() !== hour) {
        hour = hourOf()
        shown = new Map(counters)
      }
      return shown
    },
  }
}

/**
 * Totals for an operator, and nothing that could be laid beside a person: no unit, no id, no duration. What people do is shown in
 * whole tens, as it stood at the last full hour; only what fails is shown at once.
 */
export function createMetrics(clock: () => Date, { ready, rounds, memory }: Gauges): Metrics {
  const started = clock().getTime()
  const counters: Counters = new Map()
  const failures: Counters = new Map(['internal', 'unavailable', 'storage-full'].map((kind) => [kind, 0]))
  const quiet = hourly(clock, counters)
  function family(name: string, help: string): Family {
    const own = [...quiet.shown()].filter(([series]) => series === name || series.startsWith(`${name}{`))
    return { name, type: 'counter', help, samples: own.map(([series, count]) => `${series} ${inTens(count)}`).toSorted() }
  }
  const gauge = (name: string, help: string, value: number): Family => ({ name, type: 'gauge', help, samples: [`${name} ${value}`] })
  return {
    count(method, route, status) {
      // The hour is looked at before the first count in it.
      quiet.shown()
      for (const series of seriesOf(method, route, status)) addOne(counters, series)
      if (status >= 500) addOne(failures, failureOf[status] ?? 'internal')
    },
    async page() {
      const states = Object.entries(await rounds())
      const { rss, heapUsed } = memory()
      const families: readonly Family[] = [
        family('peil_requests_total', 'Answered requests, in whole tens at the last full hour.'),
        family('peil_contributions_total', 'Answered contributions, in whole tens at the last full hour.'),
        family('peil_tokens_signed_total', 'Answers with a signature, in whole tens at the last full hour.'),
        {
          name: 'peil_failures_total',
          type: 'counter',
          help: 'Requests that could not be answered as they should, at once.',
          samples: [...failures].map(([kind, count]) => `peil_failures_total{kind="${kind}"} ${count}`),
        },
        { name: 'peil_rounds', type: 'gauge', help: 'Rounds by state.', samples: states.map(([s, n]) => `peil_rounds{state="${s}"} ${n}`) },
        gauge('peil_ready', 'Whether requests should come here.', ready() ? 1 : 0),
        gauge('peil_uptime_seconds', 'Since the start of the process.', Math.floor((clock().getTime() - started) / 1000)),
        gauge('process_resident_memory_bytes', 'Memory of the process.', rss),
        gauge('nodejs_heap_used_bytes', 'Memory in use by the program.', heapUsed),
      ]
      return `${families.map(write).join('\n')}\n`
    },
  }
}
