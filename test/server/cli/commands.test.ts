import { describe, expect, test } from 'vitest'
import { initialised, linkMade, roundClosed, roundOpened } from '../../../src/protocol/admin.ts'
import { municipalityResult, unitResult } from '../../../src/protocol/results.ts'
import { unitsImported } from '../../../src/protocol/units-csv.ts'
import { config } from '../../../src/server/cli/config.ts'
import { demo } from '../../../src/server/cli/demo.ts'
import { init } from '../../../src/server/cli/init.ts'
import { leaderLink } from '../../../src/server/cli/leader-link.ts'
import { migrate } from '../../../src/server/cli/migrate.ts'
import { ownerLink } from '../../../src/server/cli/owner-link.ts'
import { results } from '../../../src/server/cli/results.ts'
import { roundClose } from '../../../src/server/cli/round-close.ts'
import { roundOpen } from '../../../src/server/cli/round-open.ts'
import { runCommand } from '../../../src/server/cli/run-command.ts'
import { unitsImport } from '../../../src/server/cli/units-import.ts'
import { importUnits } from '../../../src/server/registry/import-units.ts'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import { type Terminal, openTerminal } from './peil.ts'

const csv = 'unit,name,sector\nbekken,Bekken barnehage,barnehage\nlia,Lia barnehage,barnehage\n'

/** A municipality with two units; commands as real processes are slow, so these are prepared without one. */
async function withUnits() {
  const terminal = openTerminal()
  const stores = terminal.openStores()
  const municipality = (await createMunicipality(stores.issuer, 'Fjordvik')).id
  await importUnits(stores.issuer, { municipality, file: Buffer.from(csv), skipFaulty: false, who: 'operator' }, new Date())
  await stores.close()
  return { ...terminal, municipality }
}

function roundFile(terminal: Terminal & { municipality: string }, changes: object = {}): string {
  const units = [
    { unit: 'bekken', headcount: { practice: 4, teacher: 3 } },
    { unit: 'lia', headcount: { teacher: 2 } },
  ]
  const file = {
    title: 'Prøverunde',
    municipality: terminal.municipality,
    closes: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    units,
    ...changes,
  }
  return terminal.write('round.json', JSON.stringify(file))
}

async function roundsIn({ openStores }: Terminal): Promise<number> {
  const stores = openStores()
  const rows = await stores.issuer.all('SELECT round FROM round')
  await stores.close()
  return rows.length
}

test('a round from first to last: municipality, units, opening, no results yet, closing, results', async () => {
  const terminal = openTerminal()
  const { municipality, ownerLink } = await terminal.reading(initialised, 'init', '--municipality', 'Fjordvik', '--profile', 'nasjonal')
  expect(ownerLink).toMatch(/^http:\/\/peil\.test\/inn#[\w-]{43}$/)

  const imported = await terminal.reading(unitsImported, 'units-import', terminal.write('units.csv', csv), '--municipality', municipality)
  expect(imported).toMatchObject({ imported: 2, faults: [], units: [{ unit: 'bekken' }, { unit: 'lia' }] })

  const opened = await terminal.reading(roundOpened, 'round-open', roundFile({ ...terminal, municipality }))
  expect(opened.link).toBe(`http://peil.test/r#1.${opened.round}`)
  expect(opened.units.map(({ unit, codes }) => [unit, codes.length])).toEqual([
    ['bekken', 7],
    ['lia', 2],
  ])
  const codes = opened.units.flatMap((unit) => unit.codes)
  expect(new Set(codes).size).toBe(9)
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z*~$=U]$/)

  const early = await terminal.peil('results', opened.round)
  expect([early.status, early.stdout]).toEqual([1, ''])
  expect(early.stderr).toContain('not released yet')

  const closed = await terminal.reading(roundClosed, 'round-close', opened.round)
  expect(closed).toMatchObject({ round: opened.round, units: { released: 0, hidden: 2, pooled: 0 } })
  const document = await terminal.reading(municipalityResult, 'results', opened.round)
  expect(document.sha256).toBe(closed.sha256)
  expect(await terminal.reading(unitResult, 'results', opened.round, '--unit', 'bekken')).toMatchObject({ unit: 'bekken', state: 'hidden' })
  expect(await terminal.reading(roundClosed, 'round-close', opened.round)).toEqual(closed)
  expect((await terminal.peil('results', opened.round, '--unit', 'x')).status).toBe(1)
})

describe('a command that does not exist, or is called otherwise than it is', () => {
  test.each([[[]], [['nothing']], [['init', '--municipality', 'Fjordvik', '--colour', 'red']]])(
    '%j exits with 2 and shows the usage',
    async (words) => {
      const { status, stdout, stderr } = await openTerminal().peil(...words)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toContain('Usage: npm run -s peil -- COMMAND')
    },
  )

  test.each([
    ['init', init, []],
    ['init', init, ['--municipality']],
    ['init', init, ['Fjordvik']],
    ['init', init, ['--municipality', 'Fjordvik', '-x']],
    ['owner-link', ownerLink, []],
    ['leader-link', leaderLink, ['--municipality', 'x']],
    ['units-import', unitsImport, ['--municipality', 'x']],
    ['units-import', unitsImport, ['a.csv']],
    ['round-open', roundOpen, []],
    ['round-open', roundOpen, ['a.json', 'b.json']],
    ['round-close', roundClose, []],
    ['results', results, ['--unit', 'x']],
    ['demo', demo, ['now']],
    ['config', config, ['--json']],
  ])('%s is not run: %#', async (_name, command, words) => {
    expect(await runCommand(command, words, {})).toMatchObject({ kind: 'misused' })
  })
})

describe('a command that is refused says why', () => {
  test('with exit status 1, on stderr', async () => {
    expect(await openTerminal().peil('owner-link', '--municipality', 'nowhere')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'There is no municipality with this id.\n',
    })
  })

  test.each([
    ['a municipality without a name', init, ['--municipality', '  '], 'needs a name'],
    ['a profile that Peil does not know, with those it does', init, ['--municipality', 'Fjordvik', '--profile', 'å'], 'no profile'],
    [
      'an unknown profile',
      init,
      ['--municipality', 'Fjordvik', '--profile', 'x'],
      'known nasjonal lillestrom ringsaker orebro se-riktlinje',
    ],
    ['an unknown unit', leaderLink, ['--unit', 'nowhere'], 'no unit'],
    ['a unit file that is not there', unitsImport, ['nowhere.csv', '--municipality', 'x'], 'cannot be read'],
    ['a round file that is not there', roundOpen, ['nowhere.json'], 'cannot be read'],
    ['a folder as a file', roundOpen, ['/'], 'cannot be read'],
    ['an unknown round', roundClose, ['nowhere'], 'no round'],
    ['an unknown round that begins with a dash', roundClose, ['-aQfk4Yhk97SL1r1a7TEkQ'], 'no round'],
    ['results of an unknown round that begins with two', results, ['--Qfk4Yhk97SL1r1a7TEkQ', '--unit', '-x'], 'no round'],
  ])('%s', async (_what, command, words, reason) => {
    const { environment } = openTerminal()
    const outcome = await runCommand(command, words, environment)
    expect(outcome).toEqual({ kind: 'refused', message: expect.stringContaining(reason) as string })
  })

  test('bringing a database up to date where there is none', async () => {
    const { dataFolder } = openTerminal()
    expect(await runCommand(migrate, [], { PEIL_DATA: dataFolder })).toEqual({
      kind: 'refused',
      message: 'DATABASE_URL is not set: SQLite files are brought up to date when they are opened.',
    })
  })

  test('a configuration with faults, all of them', async () => {
    const outcome = await runCommand(config, [], { PORT: 'x', PEIL_DEMO: 'maybe' })
    expect(outcome).toMatchObject({ kind: 'refused', print: { faults: [{ name: 'PORT' }, { name: 'PEIL_DEMO' }] } })
  })
})

describe('units-import', () => {
  test('imports nothing from a faulty file, prints the faults, and exits with 1', async () => {
    const terminal = await withUnits()
    const file = terminal.write('more.csv', 'name;sector\nNes SFO;sfo\nÅs;university\n')
    const all = await terminal.peil('units-import', file, '--municipality', terminal.municipality)
    const faults = [{ line: 3, column: 'sector', reason: 'sector-unknown' }]
    expect([all.status, JSON.parse(all.stdout)]).toEqual([1, { imported: 0, units: [], faults }])
    const skipping = await terminal.reading(unitsImported, 'units-import', '--skip-faulty', '--municipality', terminal.municipality, file)
    expect(skipping).toMatchObject({ imported: 1, units: [{ unit: 'nes-sfo', name: 'Nes SFO', sector: 'sfo' }], faults })
  })
})

describe('leader-link', () => {
  test('signs in for a unit; where two municipalities have that id, it has to be said which', async () => {
    const terminal = await withUnits()
    const { municipality: other } = await terminal.reading(initialised, 'init', '--municipality', 'Dalen')
    expect((await terminal.reading(linkMade, 'leader-link', '--unit', 'lia')).link).toContain('/inn#')
    await terminal.reading(unitsImported, 'units-import', terminal.write('units.csv', csv), '--municipality', other)
    expect((await terminal.peil('leader-link', '--unit', 'lia')).stderr).toContain('--municipality')
    expect((await terminal.reading(linkMade, 'leader-link', '--unit', 'lia', '--municipality', other)).link).toContain('/inn#')
  })
})

describe('round-open', () => {
  test.each([
    ['k below 5', { k: 4 }, 'Nobody can lower k'],
    ['a closing date that has passed', { closes: '2020-01-01T00:00:00Z' }, 'must close in the future'],
    ['a closing date in another century', { closes: '2999-01-01T00:00:00Z' }, 'must close within two years. (latest '],
    ['a k that hides everybody', { k: 100_000 }, 'no unit would ever be shown. (largest 50)'],
    ['a unit without people', { units: [{ unit: 'lia', headcount: {} }] }, 'A unit has nobody in it. (unit lia)'],
    [
      'a target that nobody can be below',
      { targets: { '1': { practice: 1, teacher: 0, leader: 1, owner: 1 } } },
      'higher for everyone who takes part. (dimension 1, tier teacher, smallest 1)',
    ],
    ['a unit that does not exist', { units: [{ unit: 'nowhere', headcount: { teacher: 5 } }] }, 'no unit with this id. (unit nowhere)'],
    ['another municipality', { municipality: 'nowhere' }, 'no municipality'],
  ])('refuses %s and creates nothing', async (_what, changes, reason) => {
    const terminal = await withUnits()
    const outcome = await runCommand(roundOpen, [roundFile(terminal, changes)], terminal.environment)
    expect(outcome).toEqual({ kind: 'refused', message: expect.stringContaining(reason) as string })
    expect(await roundsIn(terminal)).toBe(0)
  })

  test('refuses a second open round for a unit', async () => {
    const terminal = await withUnits()
    await terminal.reading(roundOpened, 'round-open', roundFile(terminal))
    const second = await terminal.peil('round-open', roundFile(terminal))
    expect([second.status, second.stderr]).toEqual([1, 'A unit is in a round that is still open. (unit bekken)\n'])
    expect(await roundsIn(terminal)).toBe(1)
  })

  test('names every field of the file that is wrong', async () => {
    const terminal = await withUnits()
    const changes = {
      title: '',
      closes: 'soon',
      colour: 'red',
      modules: ['magic'],
      units: [{ unit: 'lia', headcount: { teacher: -1, cook: 2 } }],
    }
    const { status, stdout } = await terminal.peil('round-open', roundFile(terminal, changes))
    const { faults } = JSON.parse(stdout) as { faults: { field: string; problem: string }[] }
    expect(status).toBe(1)
    expect(faults.map(({ field }) => field)).toEqual([
      'title',
      'closes',
      'modules.0',
      'units.0.headcount.teacher',
      'units.0.headcount.cook',
      'colour',
    ])
    for (const { problem } of faults) expect(problem.length).toBeGreaterThan(8)
    expect(await roundsIn(terminal)).toBe(0)
  })

  test('says when the file is not JSON', async () => {
    const terminal = await withUnits()
    const outcome = await runCommand(roundOpen, [terminal.write('broken.json', '{')], terminal.environment)
    expect(outcome).toEqual({ kind: 'refused', message: 'The file is not JSON.' })
  })

  test('keeps codes and links as hashes only', async () => {
    const terminal = await withUnits()
    const { link } = await terminal.reading(linkMade, 'owner-link', '--municipality', terminal.municipality)
    const opened = await terminal.reading(roundOpened, 'round-open', roundFile(terminal))
    const secrets = [
      link.split('#')[1] ?? '',
      ...opened.units.flatMap(({ codes }) => codes.flatMap((code) => [code, code.slice(0, 19).replaceAll('-', '')])),
    ]
    const stored = await terminal.stored()
    for (const secret of secrets) expect(stored.includes(secret)).toBe(false)
  })
})

describe('config', () => {
  test('lists every variable with the value in force', async () => {
    const { stdout } = await openTerminal().peil('config')
    const { variables, warnings } = JSON.parse(stdout) as { variables: { name: string; value: string }[]; warnings: string[] }
    expect(variables).toContainEqual(expect.objectContaining({ name: 'PUBLIC_ORIGIN', value: 'http://peil.test' }))
    expect(variables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['PORT', 'HOST', 'COLLECTOR_ORIGIN', 'PEIL_ROLE', 'PEIL_DATA', 'PEIL_DEMO', 'TRUST_PROXY']),
    )
    expect(warnings).toEqual([expect.stringMatching(/^PUBLIC_ORIGIN http:\/\/peil\.test is not https: /)])
  })
})
