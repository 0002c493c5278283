/** Prints how hard and how long every text is, for the people who write them: `node test/content/figures.ts`. */
import { existsSync } from 'node:fs'
import { lengthOf } from '../../src/domain/content/length.ts'
import { lixByTier, maximumLix } from '../../src/domain/content/pack-faults.ts'
import type { PackWords } from '../../src/domain/content/words.ts'
import { readersOf } from '../../src/domain/content/wordings.ts'
import { type Sector, moduleForAll, sectors, tiers } from '../../src/domain/instrument/instrument.ts'
import { corePacks, modulePacks } from '../../src/instruments/packs.ts'
import { packWords } from '../../src/protocol/pack.ts'
import { languages, readWords } from './locales.ts'

type Row = readonly string[]

function read(language: string, pack: string): PackWords | undefined {
  return existsSync(`locales/${language}/${pack}.json`) ? packWords.safeParse(readWords(language, pack)).data : undefined
}

function lixRow(language: string, pack: string): Row {
  const words = read(language, pack)
  const found = new Map(words && lixByTier(words, readersOf(pack)))
  return [pack, language, ...tiers.map((tier) => found.get(tier)?.toFixed(1) ?? '–')]
}

function lengthRow(language: string, sector: Sector): Row {
  const packs = [read(language, sector), read(language, moduleForAll)].filter((pack) => pack !== undefined)
  const lengths = tiers.map((tier) => lengthOf(packs, { tier, sector }))
  return [sector, language, ...lengths.map(({ words, minutes }) => (packs.length < 2 ? '–' : `${words} ${minutes.toFixed(2)}`))]
}

function table(title: string, head: Row, rows: readonly Row[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const lines = [head, ...rows].map((row) =>
    row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  )
  return [title, ...lines].join('\n')
}

const packs = [...Object.keys(corePacks), ...Object.keys(modulePacks)]
const limits = tiers.map((tier) => `${tier} ${maximumLix[tier]}`).join(', ')
console.log(
  table(
    `LIX of items and explanations (at most: ${limits})`,
    ['pack', 'language', ...tiers],
    packs.flatMap((pack) => languages.map((language) => lixRow(language, pack))),
  ),
)
console.log()
console.log(
  table(
    'Reading core and privacy: words and minutes, at 180 words a minute and 8 seconds a choice, no examples',
    ['sector', 'language', ...tiers],
    sectors.flatMap((sector) => languages.map((language) => lengthRow(language, sector))),
  ),
)
