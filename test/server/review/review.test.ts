import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lengthOf } from '../../../src/domain/content/length.ts'
import { sentencesIn } from '../../../src/domain/content/sentences.ts'
import { withoutTerms } from '../../../src/domain/content/terms.ts'
import { readersOf } from '../../../src/domain/content/wordings.ts'
import { packWords } from '../../../src/protocol/pack.ts'
import { reviewWords } from '../../../src/protocol/review.ts'
import { markDifferences } from '../../../src/server/review/marking.ts'
import { escapeHtml } from '../../../src/server/review/markup.ts'
import { readJson, reviewable } from '../../../src/server/review/texts.ts'
import { cellsOf, fillIn, openDesk } from './desk.ts'

const anchor = 'items/privacy.sharing/anchors/1'
const better = 'Jeg ber en kollega lese det jeg skriver om et barn.'

async function withSheet(language = 'nb', pack = 'privacy') {
  const desk = openDesk()
  await desk.sheets('--pack', pack, '--language', language)
  const table = desk.sheet(`${pack}.${language}.csv`)
  return { ...desk, table, cells: cellsOf(table) }
}

function changedLines(before: string, after: string): readonly string[] {
  const lines = before.split('\n')
  return after.split('\n').filter((line, at) => line !== lines[at])
}

describe('review-sheet', () => {
  test('makes a sheet and a table of every text in a language', async () => {
    const desk = openDesk()
    const { sheets, notWhole } = await desk.sheets('--language', 'nb')
    expect(sheets).toHaveLength(2 * reviewable.length)
    expect(notWhole).toEqual([])
  })

  test('prints every sentence of a pack, and its cards, without a script or anything from elsewhere', async () => {
    const { sheet, words } = await withSheet()
    const html = sheet('privacy.nb.html')
    const printed = html.replace(/<\/?(u|span)\b[^>]*>/g, '')
    for (const [key, text] of sentencesIn(JSON.parse(words('nb', 'privacy')))) {
      if (!key.startsWith('terms/')) expect(printed, key).toContain(escapeHtml(withoutTerms(text)))
    }
    const { modules } = JSON.parse(words('nb', 'cards')) as { modules: { privacy: string[] } }
    for (const question of modules.privacy) expect(html).toContain(escapeHtml(question))
    expect(html).not.toMatch(/<script|src=|href=|url\(/)
    expect(html.match(/<li class="right">/g)).toHaveLength(5)
  })

  test('puts bokmål beside another language, and marks what a sector says otherwise', async () => {
    const { sheet, words, cells } = await withSheet('en')
    const { stem } = (JSON.parse(words('nb', 'privacy')) as { items: Record<string, { stem: string }> }).items['privacy.sharing'] ?? {
      stem: '–',
    }
    expect(sheet('privacy.en.html')).toContain(`<small lang="nb">${escapeHtml(stem)}</small>`)
    expect(cells.find(({ key }) => key === 'items/privacy.sharing/stem')).toMatchObject({ nb: stem })
    const own = openDesk()
    await own.sheets('--pack', 'screen', '--language', 'nb')
    expect(own.sheet('screen.nb.html')).toContain('<u>eleve')
  })

  test('counts the words for the reader who has most to read', async () => {
    const { sheet, words } = await withSheet()
    const pack = packWords.parse(JSON.parse(words('nb', 'privacy')))
    const counts = readersOf('privacy').map((reader) => lengthOf([pack], reader).words)
    expect(new Set(counts).size).toBeGreaterThan(1)
    expect(sheet('privacy.nb.html')).toContain(`<b>${Math.max(...counts)}</b>`)
  })

  test('makes no sheet of a text that is not whole, and says so', async () => {
    const desk = openDesk()
    desk.save('locales/en/cards.json', '{}')
    expect(await desk.sheets('--pack', 'cards')).toMatchObject({ sheets: [{}, {}], notWhole: ['cards.en'] })
  })

  test.each([
    ['Jeg spør barnet.', 'Jeg spør eleven.', 'Jeg spør *eleven.*'],
    ['Jeg spør barnet i dag.', 'Jeg spør to elever i dag.', 'Jeg spør *to elever* i dag.'],
    ['Jeg ser hva appen gjør.', 'Jeg ser hva appen [gjør med oss](data).', 'Jeg ser hva appen *[gjør med oss](data).*'],
    ['Jeg spør barnet.', 'Jeg tar det opp på møtet.', 'Jeg tar det opp på møtet.'],
    ['Jeg spør barnet.', 'Jeg spør barnet.', 'Jeg spør barnet.'],
  ])('marks what differs from «%s» in «%s», unless it is another sentence', (from, sentence, marked) => {
    const stretches = markDifferences(sentence, from)
    expect(stretches.map(({ text, differs }) => (differs ? `*${text}*` : text)).join(' ')).toBe(marked)
  })

  test('takes care that no sentence becomes markup', () => {
    expect(escapeHtml(`<b> & "x" 'y'`)).toBe('&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;')
  })
})

test.each(readdirSync('locales'))('the words around the sheets are there in %s', (language) => {
  expect(reviewWords.safeParse(readJson('locales', language, 'review')).error?.issues).toBeUndefined()
})

describe('review-import', () => {
  test('changes the corrected sentence and nothing else, and asks about the version', async () => {
    const { table, save, words, ...desk } = await withSheet()
    const before = words('nb', 'privacy')
    const file = save('privacy.nb.csv', fillIn(table, { [anchor]: better }))
    const dry = await desk.import(file)
    expect(dry).toMatchObject({ kind: 'done', corrected: 1, faults: [], written: [] })
    expect(words('nb', 'privacy')).toBe(before)
    const imported = await desk.import(file, '--write')
    expect(imported).toMatchObject({ kind: 'done', corrected: 1, unchanged: cellsOf(table).length - 2 })
    expect(imported.hints).toEqual([{ key: anchor, hint: expect.stringContaining('raise the item’s version') as string }])
    expect(imported.written).toHaveLength(1)
    expect(changedLines(before, words('nb', 'privacy'))).toEqual([expect.stringContaining(`"${better}"`)])
  })

  test('a table that nobody has filled in changes nothing', async () => {
    const { table, save, words, ...desk } = await withSheet()
    const before = words('nb', 'privacy')
    expect(await desk.import(save('privacy.nb.csv', table), '--write')).toMatchObject({ kind: 'done', corrected: 0, written: [] })
    expect(words('nb', 'privacy')).toBe(before)
  })

  test.each([
    ['with commas', (filled: string) => Buffer.from(filled), ','],
    ['with semicolons in Windows-1252', (filled: string) => Buffer.from(filled, 'latin1'), ';'],
    ['with tabs in UTF-16', (filled: string) => Buffer.from(`\uFEFF${filled}`, 'utf16le'), '\t'],
    ['with the separator in a line of its own', (filled: string) => Buffer.from(`sep=;\r\n${filled}`), ';'],
    ['with Unix line ends and blank lines', (filled: string) => Buffer.from(`\n${filled.replaceAll('\r\n', '\n\n')}\n`), ';'],
  ])('reads what a spreadsheet made of it: %s', async (_how, encode, delimiter) => {
    const { table, save, ...desk } = await withSheet()
    const file = save('corrected.csv', encode(fillIn(table, { [anchor]: `${better} `, 'terms/privacy/word': 'Personvernet' }, delimiter)))
    expect(await desk.import(file)).toMatchObject({ corrected: 2, faults: [], hints: [{ key: anchor }] })
  })

  test('knows the text by the name of the table where the row about it is gone', async () => {
    const { table, save, ...desk } = await withSheet()
    const filled = fillIn(table, { [anchor]: better }).replace(/^.*privacy\.nb.*\r\n/m, '')
    expect(await desk.import(save('privacy.nb (1) - Kari.csv', filled))).toMatchObject({ corrected: 1, faults: [] })
    expect(await desk.import(save('table.csv', filled))).toMatchObject({ kind: 'refused', faults: [{ reason: 'sheet-unknown' }] })
  })

  test('refuses a correction of a sentence that has changed since, and of one that is not there', async () => {
    const { table, save, words, ...desk } = await withSheet()
    const now = words('nb', 'privacy').replace(/"Jeg spør en kollega før [^"]*"/, '"Jeg spør noen før jeg skriver."')
    expect(now).not.toBe(words('nb', 'privacy'))
    save('locales/nb/privacy.json', now)
    const filled = fillIn(table, { [anchor]: better }).replace(/^terms\/privacy\/word;(.*);;$/m, 'terms/nothing/word;$1;Noe;')
    const refused = await desk.import(save('privacy.nb.csv', filled), '--write')
    expect(refused).toMatchObject({ kind: 'refused', corrected: 0, written: [] })
    expect(refused.faults.map(({ key, reason }) => [key, reason])).toEqual([
      [anchor, 'text-changed-since'],
      ['terms/nothing/word', 'key-unknown'],
    ])
    const line = filled.split('\r\n').findIndex((row) => row.startsWith(anchor)) + 1
    expect(refused.faults[0]?.line).toBe(line)
    expect(words('nb', 'privacy')).toBe(now)
  })

  test.each([
    ['without I', anchor, 'Man spør en kollega før man skriver om barnet.', 'opening-wrong'],
    ['of another length', anchor, `Jeg ${'spør '.repeat(20)}en kollega.`, 'step-too-long'],
    ['that says the next step', anchor, 'Jeg skriver det som trengs om barnet, og bare der vi har avtalt det.', 'steps-alike'],
    ['that marks an unknown word', anchor, 'Jeg spør en [kollega](colleague) før jeg skriver.', 'term-unexplained'],
    ['that loses a question mark', 'check/privacy.check.free-app/question', 'Si hva som gjelder.', 'malformed'],
  ])('refuses a correction %s', async (_what, key, correction, reason) => {
    const { table, save, words, ...desk } = await withSheet()
    const before = words('nb', 'privacy')
    const refused = await desk.import(save('privacy.nb.csv', fillIn(table, { [key]: correction })), '--write')
    expect(refused).toMatchObject({ kind: 'refused', written: [] })
    expect(refused.faults.map((fault) => fault.reason)).toContain(reason)
    for (const fault of refused.faults) expect(fault.line).toBe(table.split('\r\n').findIndex((row) => row.startsWith(`"${key}"`)) + 1)
    expect(words('nb', 'privacy')).toBe(before)
  })

  test('refuses two different corrections of one sentence', async () => {
    const { table, save, ...desk } = await withSheet()
    const filled = fillIn(table, { [anchor]: better })
    const again =
      filled
        .split('\r\n')
        .find((row) => row.startsWith(anchor))
        ?.replace('lese', 'høre') ?? ''
    expect(await desk.import(save('privacy.nb.csv', `${filled}\r\n${again}`))).toMatchObject({
      faults: [{ key: anchor, reason: 'key-repeated' }],
    })
  })

  test('reads a translation beside bokmål: words left over are refused', async () => {
    const { table, save, ...desk } = await withSheet('en')
    const refused = await desk.import(save('privacy.en.csv', fillIn(table, { [anchor]: 'I ask ikke a colleague.' })))
    expect(refused.faults).toMatchObject([{ key: anchor, reason: 'word-left-over' }])
  })

  test('corrects cards and the names of areas too', async () => {
    const { table, save, words, ...desk } = await withSheet('nb', 'cards')
    const key = 'sfo/7/0'
    const same = cellsOf(table).find((row) => row['key'] === 'sfo/6/0')?.['text'] ?? ''
    expect(await desk.import(save('cards.nb.csv', fillIn(table, { [key]: same })))).toMatchObject({
      faults: [{ reason: 'card-question-elsewhere' }],
    })
    await desk.import(save('cards.nb.csv', fillIn(table, { [key]: 'Hva vil barna vise oss?' })), '--write')
    expect(words('nb', 'cards')).toContain('"Hva vil barna vise oss?"')
    const areas = await withSheet('nb', 'dimensions')
    const long = fillIn(areas.table, { 'sfo/1/short': 'Langt mer enn fjorten tegn' })
    expect(await areas.import(areas.save('dimensions.nb.csv', long))).toMatchObject({
      faults: [{ reason: 'malformed', key: 'sfo/1/short' }],
    })
  })

  test.each([
    ['without the columns it needs', 'key;text\r\nx;y\r\n', 'column-missing'],
    ['with an open quotation mark', 'key;text;correction\r\n"x;y;z\r\n', 'quote-not-closed'],
    ['about a text that is not there', 'key;text;correction\r\nsheet;../../x.nb;\r\n', 'sheet-unknown'],
  ])('refuses a table %s', async (_what, content, reason) => {
    const desk = openDesk()
    expect(await desk.import(desk.save('table.csv', content))).toMatchObject({ kind: 'refused', faults: [{ reason }] })
  })
})

test('what a spreadsheet would take for a formula is written so that it is none, and comes back as it was', async () => {
  const { save, words, ...desk } = await withSheet()
  const formula = '=HYPERLINK("http://example.org")'
  save('locales/nb/privacy.json', words('nb', 'privacy').replace(/"Du skriver om et barn[^"]*"/, JSON.stringify(formula)))
  await desk.sheets('--pack', 'privacy', '--language', 'nb')
  const table = desk.sheet('privacy.nb.csv')
  expect(cellsOf(table).find(({ key }) => key === 'items/privacy.sharing/stem')?.['text']).toBe(`'${formula}`)
  expect(table).not.toMatch(/(^|;)"?[=+@-]/m)
  const corrected = await desk.import(save('privacy.nb.csv', fillIn(table, { 'items/privacy.sharing/stem': 'Du skriver om et barn' })))
  expect(corrected).toMatchObject({ corrected: 1, faults: [] })
})
