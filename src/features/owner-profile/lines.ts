import { type Dimension, type Sector, type Step, type Tier, tiers } from '../../domain/instrument/instrument.ts'
import type { Country, PeilPart, Profile } from '../../domain/profile/profile.ts'
import type { Resource } from '../../domain/resource/resource.ts'
import { type Draft, mainLanguage, said, tidied, wordIn } from './draft.ts'

/** How the parts of a profile are called on the page. */
export type Say = {
  /** The language of the page. */
  readonly spoken: string
  readonly label: (what: 'name' | 'goal' | 'note' | 'contact' | 'unit' | 'own' | 'all', language: string) => string
  readonly field: (
    what:
      | 'country'
      | 'proposal'
      | 'years'
      | 'document'
      | 'languages'
      | 'goals'
      | 'guidelines'
      | 'targets'
      | 'decided'
      | 'hidden'
      | 'confirmed'
      | 'own',
  ) => string
  readonly served: (goal: string, by: string) => { readonly label: string; readonly value: string }
  readonly country: (country: Country) => string
  readonly yesNo: (value: boolean) => string
  readonly dimension: (dimension: Dimension) => string
  readonly part: (part: PeilPart) => string
  readonly sector: (sector: Sector) => string
  readonly tier: (tier: Tier) => string
  readonly tierIn: (tier: Tier, language: string) => string
  readonly step: (step: Step) => string
  readonly stepsOf: (dimension: Dimension) => string
  readonly kind: (kind: 'aim' | 'minimum') => string
  readonly example: string
  readonly resource: (id: string) => string
}

/** One thing a profile says, in words. `key` is the same in two profiles that say something about the same. */
type Line = { readonly key: string; readonly label: string; readonly value: string }

function line(key: string, label: string, value: string | undefined): readonly Line[] {
  return value === undefined || value === '' ? [] : [{ key, label, value }]
}

function listed(parts: readonly (string | number | undefined)[], between = ' · '): string {
  return parts.filter((each) => each !== undefined && each !== '').join(between)
}

function planLines({ profile }: Draft, say: Say): readonly Line[] {
  const { country, proposal, validFrom, validTo, document, languages, guidelines } = profile
  return [
    ...line('country', say.field('country'), say.country(country)),
    ...line('proposal', say.field('proposal'), say.yesNo(proposal)),
    ...line('years', say.field('years'), `${validFrom ?? ''}–${validTo}`),
    ...line('document', say.field('document'), listed([document.title, document.year, document.url])),
    ...line('languages', say.field('languages'), languages.join(', ')),
    ...line('guidelines', say.field('guidelines'), listed(guidelines.flatMap(({ title, url }) => `${title}: ${url}`))),
  ]
}

function goalLines(draft: Draft, say: Say): readonly Line[] {
  const { goals } = draft.profile
  const name = (id: string): string => said(wordIn(draft, mainLanguage(draft), 'goals', id))
  const by = ({ dimensions, parts, sectors }: Profile['goals'][number]): string =>
    listed([...dimensions.map(say.dimension), ...parts.map(say.part), ...(sectors ?? []).map(say.sector)])
  return [
    ...line('goals', say.field('goals'), listed(goals.map(({ id }, at) => `${at + 1}. ${name(id)}`))),
    ...goals.flatMap((goal) => {
      const { label, value } = say.served(name(goal.id), by(goal))
      return line(`served ${goal.id}`, label, value)
    }),
  ]
}

function targetLines({ profile: { targets } }: Draft, say: Say): readonly Line[] {
  if (targets === undefined) return []
  const { kind, example, decided, steps } = targets
  return [
    ...line('targets', say.field('targets'), say.kind(kind)),
    ...line('decided', say.field('decided'), example ? say.example : decided),
    ...Object.entries(steps).flatMap(([dimension, each]) =>
      line(
        `steps ${dimension}`,
        say.stepsOf(dimension as Dimension),
        listed(tiers.map((tier) => `${say.tier(tier)}: ${say.step(each[tier])}`)),
      ),
    ),
  ]
}

function ownValue({ name, url, sectors, dimensions }: Resource, say: Say): string {
  return listed([name, url, ...sectors.map(say.sector), ...dimensions.map(say.dimension)])
}

function resourceLines({ profile }: Draft, say: Say): readonly Line[] {
  const { ownResources, hiddenResources, confirmedResources } = profile
  const names = (ids: readonly string[]): string => listed(ids.map(say.resource).toSorted())
  return [
    ...ownResources.flatMap((each) => line(`own ${each.id}`, say.field('own'), ownValue(each, say))),
    ...line('confirmed', say.field('confirmed'), names(confirmedResources)),
    ...line('hidden', say.field('hidden'), names(hiddenResources)),
  ]
}

/** Word for word in the language of the page; what another language says is one line. */
function wordLines(draft: Draft, language: string, say: Say): readonly Line[] {
  const words = draft.words[language]
  if (words === undefined) return []
  const label = (what: Parameters<Say['label']>[0]): string => say.label(what, language)
  const named = (what: 'goal' | 'note' | 'contact' | 'own', list: Readonly<Record<string, string>> = {}): readonly Line[] =>
    Object.entries(list).flatMap(([id, text]) => line(`${language} ${what} ${id}`, label(what), text))
  const lines = [
    ...line(`${language} name`, label('name'), words.name),
    ...(language === mainLanguage(draft) ? [] : named('goal', words.goals)),
    ...named('note', words.notes),
    ...named('contact', words.contacts),
    ...named('own', words.resources),
    ...line(`${language} unit`, label('unit'), words.unit),
    ...tiers.flatMap((tier) => line(`${language} tier ${tier}`, say.tierIn(tier, language), words.tiers?.[tier])),
  ]
  return language === say.spoken ? lines : line(language, label('all'), listed(lines.map(({ value }) => value)))
}

function linesOf(written: Draft, say: Say): readonly Line[] {
  const draft = tidied(written)
  return [
    ...planLines(draft, say),
    ...goalLines(draft, say),
    ...targetLines(draft, say),
    ...resourceLines(draft, say),
    ...Object.keys(draft.words).flatMap((language) => wordLines(draft, language, say)),
  ]
}

/** Where two profiles say different things. A side that says nothing is left out. */
export type Difference = { readonly key: string; readonly label: string; readonly one?: string; readonly other?: string }

/** In the order of the first, then what only the second says. */
export function differencesOf(one: Draft, other: Draft, say: Say): readonly Difference[] {
  const [here, there] = [linesOf(one, say), linesOf(other, say)]
  const valueIn = (lines: readonly Line[], key: string): string | undefined => lines.find((each) => each.key === key)?.value
  const all = [...here, ...there.filter(({ key }) => valueIn(here, key) === undefined)]
  return all.flatMap(({ key, label }) => {
    const [before, after] = [valueIn(here, key), valueIn(there, key)]
    if (before === after) return []
    return [{ key, label, ...(before !== undefined && { one: before }), ...(after !== undefined && { other: after }) }]
  })
}
