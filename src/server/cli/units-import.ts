import { readFile } from 'node:fs/promises'
import { municipalityNumber } from '../../protocol/units-csv.ts'
import { importUnits } from '../registry/import-units.ts'
import { type Command, type Outcome, done, refused } from './command.ts'
import { describeImport } from './describe-import.ts'

function withLines(outcome: Outcome, lines: readonly string[]): Outcome {
  const message = ['message' in outcome ? outcome.message : '', ...lines].filter((line) => line !== '').join('\n')
  return message === '' ? outcome : { ...outcome, message }
}

export const unitsImport: Command = {
  usage: 'FILE.csv --municipality ID [--only MUNICIPALITY-NUMBER] [--skip-faulty]',
  words: 1,
  required: ['municipality'],
  options: ['only'],
  flags: ['skip-faulty'],
  async run({ words: [path = ''], options, flags }, { stores, clock }) {
    const [municipality = '', only] = [options['municipality'], options['only']]
    if (only !== undefined && !municipalityNumber.safeParse(only).success)
      return { kind: 'misused', message: 'The number of a municipality has four digits.' }
    const file = await readFile(path).catch(() => undefined)
    if (file === undefined) return refused({ kind: 'file-unreadable' })
    const wanted = { municipality, file, skipFaulty: flags.has('skip-faulty'), only, who: 'operator' } as const
    const result = await importUnits(stores().issuer, wanted, clock())
    if (!result.ok) return refused(result.error)
    const { imported, faults } = result.value
    const kind = faults.length > 0 && !wanted.skipFaulty ? 'rows-faulty' : 'nothing-to-import'
    return withLines(imported > 0 ? done(result.value) : refused({ kind }, result.value), describeImport(result.value))
  },
}
