import { expect, test } from 'vitest'
import { unitRemoved } from '../../../src/protocol/admin.ts'
import { type UnitsImported, unitsImported } from '../../../src/protocol/units-csv.ts'
import { roundOpen } from '../../../src/server/cli/round-open.ts'
import { runCommand } from '../../../src/server/cli/run-command.ts'
import { unitRemove } from '../../../src/server/cli/unit-remove.ts'
import { unitsImport } from '../../../src/server/cli/units-import.ts'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import { nsr, nsrRows } from '../registry/register-files.ts'
import { openTerminal } from './peil.ts'

async function municipalityToFill() {
  const terminal = openTerminal()
  const stores = terminal.openStores()
  const { id: municipality } = await createMunicipality(stores.issuer, 'Fjordvik')
  await stores.close()
  return {
    ...terminal,
    municipality,
    importing: (content: string, ...words: string[]) =>
      runCommand(unitsImport, [terminal.write('units.csv', content), '--municipality', municipality, ...words], terminal.environment),
  }
}

const neighbour = ['974100099', 'Nabo skole', '', '301', 'true', 'true', 'true', 'false', '', '', '', '']

test('a whole country is not imported before it is said which municipality is meant', async () => {
  const { importing } = await municipalityToFill()
  for (const words of [[], ['--skip-faulty']]) {
    const refused = await importing(nsr([...nsrRows, neighbour]), ...words)
    expect(refused).toMatchObject({ kind: 'refused', print: { imported: 0, faults: [{ reason: 'municipalities-several' }] } })
    expect('message' in refused && refused.message).toContain(
      'The file has units of several municipalities; nothing was imported. Take those of one with --only NUMBER. (municipalities 2)',
    )
  }
  const done = await importing(nsr([...nsrRows, neighbour]), '--only', '0301')
  expect(done).toMatchObject({ kind: 'done', print: { imported: 1 }, message: '5 rows of other municipalities were passed over.' })
})

test('a list that does not say which municipality its units are of cannot be asked for one', async () => {
  const { importing } = await municipalityToFill()
  const refused = await importing('name,sector\nLia,sfo\n', '--only', '1111')
  expect(refused).toMatchObject({ kind: 'refused', print: { imported: 0 } })
  expect('message' in refused && refused.message).toContain('Line 1, municipality: the file has no such column.')
  const passed = await importing('name,sector,kommunenr\nLia,sfo,301\n', '--only', '1111')
  expect('message' in passed && passed.message).toBe(
    'The file holds no unit that can be imported.\n1 rows of other municipalities were passed over.',
  )
})

test('a unit that a list no longer has is named, and can be removed', async () => {
  const terminal = await municipalityToFill()
  await terminal.importing('unit,name,sector\nlia,Lia,sfo\nnes,Nes,sfo\n')
  const again = await terminal.importing('unit,name,sector\nnes,Nes,sfo\n')
  expect(again).toMatchObject({ kind: 'done', message: 'Lia (lia) stays, although it is not in the file.' })
  const printed: UnitsImported = unitsImported.parse('print' in again && again.print)
  expect(printed.list?.stays).toEqual([{ unit: 'lia', name: 'Lia', sector: 'sfo', reason: 'not-in-file' }])

  const { municipality, environment } = terminal
  expect(await terminal.reading(unitRemoved, 'unit-remove', 'lia', '--municipality', municipality)).toEqual({
    removed: { unit: 'lia', name: 'Lia', sector: 'sfo' },
    sessions: 0,
    links: 0,
  })
  const removing = (...words: string[]) => runCommand(unitRemove, words, environment)
  expect(await removing('lia', '--municipality', municipality)).toEqual({ kind: 'refused', message: 'There is no unit with this id.' })
  expect(await removing('nes', '--municipality', 'nowhere')).toMatchObject({ kind: 'refused' })
  for (const words of [[], ['nes'], ['--municipality', municipality]]) expect(await removing(...words)).toMatchObject({ kind: 'misused' })

  const units = [{ unit: 'nes', headcount: { teacher: 5 } }]
  const round = terminal.write(
    'round.json',
    JSON.stringify({ title: 'Runde', municipality, closes: new Date(Date.now() + 30 * 86_400_000).toISOString(), units }),
  )
  expect(await runCommand(roundOpen, [round], environment)).toMatchObject({ kind: 'done' })
  expect(await removing('nes', '--municipality', municipality)).toMatchObject({
    kind: 'refused',
    message: expect.stringMatching(/^The unit is or was in a round, .* \(round [\w-]{22}\)$/) as string,
  })
})
