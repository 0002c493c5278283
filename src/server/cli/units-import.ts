import { readFile } from 'node:fs/promises'
import { importUnits } from '../registry/import-units.ts'
import { type Command, done, refused } from './command.ts'

export const unitsImport: Command = {
  usage: 'FILE.csv --municipality ID [--skip-faulty]',
  words: 1,
  required: ['municipality'],
  flags: ['skip-faulty'],
  async run({ words: [path = ''], options, flags }, { stores, clock }) {
    const file = await readFile(path).catch(() => undefined)
    if (file === undefined) return refused({ kind: 'file-unreadable' })
    const municipality = options['municipality'] ?? ''
    const wanted = { municipality, file, skipFaulty: flags.has('skip-faulty'), who: 'operator' } as const
    const result = await importUnits(stores().issuer, wanted, clock())
    if (!result.ok) return refused(result.error)
    const { imported, faults } = result.value
    if (imported > 0) return done(result.value)
    return refused({ kind: faults.length > 0 && !wanted.skipFaulty ? 'rows-faulty' : 'nothing-to-import' }, result.value)
  },
}
