import { readFile } from 'node:fs/promises'
import { type UnitsImported, municipalityNumber } from '../../protocol/units-csv.ts'
import { importUnits } from '../registry/import-units.ts'
import { type Command, type Outcome, done, refused } from './command.ts'
import { describeImport } from './describe-import.ts'
import type { CommandRefusal } from './refusals.ts'

function withLines(outcome: Outcome, lines: readonly string[]): Outcome {
  const message = ['message' in outcome ? outcome.message : '', ...lines].filter((line) => line !== '').join('\n')
  return message === '' ? outcome : { ...outcome, message }
}

function whyNothing({ faults, register, list }: UnitsImported, skipFaulty: boolean): CommandRefusal {
  if (faults.some(({ reason }) => reason === 'municipalities-several'))
    return { kind: 'municipalities-several', municipalities: (register ?? list)?.municipalities.length ?? 0 }
  return { kind: faults.length > 0 && !skipFaulty ? 'rows-faulty' : 'nothing-to-import' }
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
    const { value } = result
    return withLines(value.imported > 0 ? done(value) : refused(whyNothing(value, wanted.skipFaulty), value), describeImport(value))
  },
}
