import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import { initialised } from '../../../src/protocol/admin.ts'
import { auditEntry } from '../../../src/protocol/audit.ts'
import { unitsImported } from '../../../src/protocol/units-csv.ts'
import { nsr, nsrRows } from '../registry/register-files.ts'
import { openTerminal } from './peil.ts'

test('a register is imported, the log read, the rules printed, and a municipality removed', async () => {
  const terminal = openTerminal()
  const { municipality } = await terminal.reading(initialised, 'init', '--municipality', 'Fjordvik')
  const first = await terminal.peil('units-import', terminal.write('nsr.csv', nsr()), '--municipality', municipality)
  expect(unitsImported.parse(JSON.parse(first.stdout))).toMatchObject({ imported: 2, register: { register: 'nsr' } })
  expect(first.stderr).toContain('3 rows were left out')
  const faulty = nsr([...nsrRows.slice(1, 2), ['x', ...(nsrRows[0] ?? []).slice(1)]])
  const second = await terminal.peil('units-import', terminal.write('faulty.csv', faulty), '--municipality', municipality)
  expect(second.status).toBe(1)
  expect(second.stderr).toContain('Line 3, unit: this is no id, organisation number or code of a school unit.')
  expect(second.stderr).toContain('Solstråla skole (974100011) stays, although the register has it as: not in the file.')
  expect((await terminal.peil('units-import', 'nsr.csv', '--municipality', municipality, '--only', 'Oslo')).status).toBe(2)

  const { entries } = await terminal.reading(z.object({ entries: z.array(auditEntry) }), 'audit', '--municipality', municipality)
  expect(entries.map(({ action }) => action)).toEqual(['units-imported', 'municipality-created'])
  const { rules } = await terminal.reading(z.object({ rules: z.array(z.record(z.string(), z.string())) }), 'retention')
  expect(rules.find(({ what }) => what === 'Audit log')).toMatchObject({ where: 'issuer', howLong: '1095 days (AUDIT_DAYS)' })
  expect(await terminal.reading(z.unknown(), 'purge')).toEqual({ removed: { links: 0, sessions: 0, audit: 0 } })

  for (const confirm of [[], ['--confirm', 'yes']])
    expect((await terminal.peil('purge', '--municipality', municipality, ...confirm)).status).toBe(2)
  await terminal.reading(z.unknown(), 'audit', '--municipality', municipality)
  expect(await terminal.reading(z.unknown(), 'purge', '--municipality', municipality, '--confirm', municipality)).toEqual({
    removed: { municipality, rounds: 0, units: 2 },
  })
  expect((await terminal.peil('audit', '--municipality', municipality)).status).toBe(1)
  expect((await terminal.stored()).includes(municipality)).toBe(false)
})
