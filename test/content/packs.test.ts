import { describe, expect, test } from 'vitest'
import { cardFaults } from '../../src/domain/content/card-faults.ts'
import { describeFault } from '../../src/domain/content/fault.ts'
import { type HouseRules, houseRules } from '../../src/domain/content/house-rules.ts'
import { lengthOf } from '../../src/domain/content/length.ts'
import { packFaults } from '../../src/domain/content/pack-faults.ts'
import { structureOf } from '../../src/domain/content/structure.ts'
import { moduleForAll, sectors, tiers } from '../../src/domain/instrument/instrument.ts'
import { corePacks, modulePacks } from '../../src/instruments/packs.ts'
import { cardFile, dimensionFile, packWords, stepFile } from '../../src/protocol/pack.ts'
import { languages, readWords } from './locales.ts'

const packs = [...Object.values(corePacks), ...Object.values(modulePacks)]
const everyPack = languages.flatMap((language) => packs.map((pack) => ({ language, pack, name: pack.id })))

function rulesOf(language: string): HouseRules {
  const rules = houseRules[language]
  if (rules === undefined) throw new Error(`No house rules for ${language}`)
  return rules
}

test.each(everyPack)('the words of $name in $language can be used', ({ language, pack }) => {
  const words = packWords.parse(readWords(language, pack.id))
  expect(packFaults(structureOf(pack), words, rulesOf(language)).map(describeFault)).toEqual([])
})

describe.each(languages)('in %s', (language) => {
  test('every area, module and step has its words', () => {
    expect(dimensionFile.safeParse(readWords(language, 'dimensions')).error?.issues).toBeUndefined()
    expect(stepFile.safeParse(readWords(language, 'steps')).error?.issues).toBeUndefined()
  })

  test('every card asks questions of its own', () => {
    expect(cardFaults(cardFile.parse(readWords(language, 'cards'))).map(describeFault)).toEqual([])
  })
})

const everyReader = languages.flatMap((language) => sectors.flatMap((sector) => tiers.map((tier) => ({ language, tier, sector }))))

test.each(everyReader)('core and privacy of $sector in $language take $tier ten to 13 minutes to read', ({ language, tier, sector }) => {
  const packs = [sector, moduleForAll].map((pack) => packWords.parse(readWords(language, pack)))
  const { minutes } = lengthOf(packs, { tier, sector })
  expect(minutes).toBeGreaterThanOrEqual(10)
  expect(minutes).toBeLessThanOrEqual(13)
})

test('no id is used twice', () => {
  const ids = packs.flatMap((pack) => [
    ...pack.parts.flatMap((part) => part.items.map(({ id }) => id)),
    ...[...(pack.vignettes ?? []), ...(pack.check ?? [])].map(({ id }) => id),
  ])
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})

test('an item says where it belongs: pack, then area', () => {
  const strays = packs.flatMap(({ id, parts }) =>
    parts.flatMap(({ dimension, items }) =>
      items.filter((item) => !item.id.startsWith(dimension === id ? `${id}.` : `${id}.${dimension}.`)).map((item) => item.id),
    ),
  )
  expect(strays).toEqual([])
})
