/** What a health authority advises for one age. Minutes are for one day. */
export type AgeAdvice =
  | { readonly kind: 'avoid' | 'preferably-none' | 'limit-passive' }
  | { readonly kind: 'at-most'; readonly minutes: number }
  | { readonly kind: 'between'; readonly minutes: number; readonly atMost: number }

/** `from` and `to` are years of age, `to` included. Without `to`: and older. */
export type AgeRow = { readonly from: number; readonly to?: number; readonly advice: AgeAdvice }

/** Dated and sourced; the words stand under its id in `health.json`. */
export type HealthAdvice = {
  readonly id: 'no-2025-06' | 'no-2022-05' | 'se-2024-09'
  readonly country: 'NO' | 'SE'
  readonly authority: string
  /** Year and month. */
  readonly published: string
  /** `hearing`: a proposal, and what was decided after it is not verified here. `earlier`: newer advice or proposals have come since. */
  readonly status: 'in-force' | 'hearing' | 'earlier'
  /** Time off, or the whole day. */
  readonly scope: 'leisure' | 'whole-day'
  readonly url: string
  /** The day the figures were compared with public material. */
  readonly checkedAt: string
  readonly rows: readonly AgeRow[]
}

/** Newest first in each country. A newer publication is a new entry; the figures of an old one are never changed. */
export const healthAdvice: readonly HealthAdvice[] = [
  {
    id: 'no-2025-06',
    country: 'NO',
    authority: 'Helsedirektoratet',
    published: '2025-06',
    status: 'hearing',
    scope: 'leisure',
    url: 'https://www.helsedirektoratet.no/faglige-rad/skjermbruk-blant-barn-unge-og-foresatte',
    checkedAt: '2026-11-21',
    rows: [
      { from: 0, to: 1, advice: { kind: 'avoid' } },
      { from: 2, to: 5, advice: { kind: 'between', minutes: 30, atMost: 60 } },
      { from: 6, to: 12, advice: { kind: 'between', minutes: 60, atMost: 90 } },
      { from: 13, to: 18, advice: { kind: 'between', minutes: 90, atMost: 180 } },
    ],
  },
  {
    id: 'no-2022-05',
    country: 'NO',
    authority: 'Helsedirektoratet',
    published: '2022-05',
    status: 'earlier',
    scope: 'whole-day',
    url: 'https://www.helsedirektoratet.no/faglige-rad/fysisk-aktivitet-i-forebygging-og-behandling/barn-og-unge',
    checkedAt: '2026-11-21',
    rows: [
      { from: 0, to: 1, advice: { kind: 'avoid' } },
      { from: 2, to: 5, advice: { kind: 'at-most', minutes: 60 } },
      { from: 6, advice: { kind: 'limit-passive' } },
    ],
  },
  {
    id: 'se-2024-09',
    country: 'SE',
    authority: 'Folkhälsomyndigheten',
    published: '2024-09',
    status: 'in-force',
    scope: 'leisure',
    url: 'https://www.folkhalsomyndigheten.se/livsvillkor-levnadsvanor/digitala-medier-och-halsa/fragor-och-svar-om-skarmanvandning/',
    checkedAt: '2026-11-21',
    rows: [
      { from: 0, to: 1, advice: { kind: 'preferably-none' } },
      { from: 2, to: 5, advice: { kind: 'at-most', minutes: 60 } },
      { from: 6, to: 12, advice: { kind: 'between', minutes: 60, atMost: 120 } },
      { from: 13, to: 18, advice: { kind: 'between', minutes: 120, atMost: 180 } },
    ],
  },
]
