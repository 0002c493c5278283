import type { Sector } from '../../domain/instrument/instrument.ts'
import type { Register } from '../../protocol/units-csv.ts'
import type { CellOf } from './cells.ts'
import { findHeading, plain } from './headings.ts'

const yes = ['true', 'ja', 'j', '1', 'x', 'yes', 'sann', 'sant']
const no = ['false', 'nei', 'nej', 'n', '0', '', 'no', 'usann', 'falskt']

/** How a register or a spreadsheet writes yes and no; nothing for anything else. */
export function truthOf(text: string): boolean | undefined {
  const said = text.trim().toLowerCase()
  if (yes.includes(said)) return true
  return no.includes(said) ? false : undefined
}

/** Where the Norwegian registers say what a unit is: in a column of its own, in a kind, or in a code of what it does. */
const norwegian: Readonly<Record<Sector, { readonly flag: readonly string[]; readonly kind: RegExp; readonly code: RegExp }>> = {
  barnehage: { flag: ['erbarnehage'], kind: /barnehage/i, code: /\b88\.?911\b/ },
  skole: { flag: ['ergrunnskole'], kind: /grunnsk|barnesk|ungdomssk/i, code: /\b85\.?20[12]\b/ },
  sfo: { flag: ['ersfo', 'erskolefritidsordning'], kind: /fritidsordning|\bsfo\b|aktivitetsskole/i, code: /\b88\.?913\b/ },
}
const kinds = ['skoletype', 'skoletyper', 'enhetstype', 'type', 'skolekategorier', 'skolekategori', 'karakteristikk']
const codes = ['naeringskoder', 'naeringskode', 'naeringskode1', 'naeringskode1kode', 'naeringskoderkode']
const kindergartenKinds = ['barnehagekategorier', 'barnehagekategori']
const sectors = ['barnehage', 'skole', 'sfo'] as const

/** `undefined` where a cell cannot be understood. */
type Sectors = readonly Sector[] | undefined

function norwegianSectors(cell: CellOf, register: Register): Sectors {
  const flags = sectors.map((sector) => ({ sector, said: cell(norwegian[sector].flag) }))
  if (flags.some(({ said }) => said !== undefined && truthOf(said) === undefined)) return undefined
  const [kind = '', code = ''] = [cell(kinds), cell(codes)]
  const found = flags.flatMap(({ sector, said }) => {
    const { kind: named, code: coded } = norwegian[sector]
    const is = said === undefined ? named.test(kind) || coded.test(code) : truthOf(said) === true
    return is ? [sector] : []
  })
  const onlyKindergartens = register === 'nbr' && [['erbarnehage'], kinds, codes].every((each) => cell(each) === undefined)
  return onlyKindergartens && cell(kindergartenKinds) !== '' ? ['barnehage'] : found
}

/** Forms of school, with the short forms that Skolverket uses. An upper secondary school is none of ours. */
const swedish: readonly (readonly [Sector, readonly string[]])[] = [
  ['barnehage', ['forskola']],
  [
    'skole',
    ['grundskola', 'grundskolan', 'gr', 'grundsarskola', 'grsar', 'anpassadgrundskola', 'gran', 'forskoleklass', 'fkl', 'fsk'].concat([
      'sameskola',
      'sameskolan',
      'sam',
      'specialskola',
      'specialskolan',
      'sp',
    ]),
  ],
  ['sfo', ['fritidshem', 'fritidshemmet', 'fth']],
]
const schoolForms = [
  'skolform',
  'skolformer',
  'schooltypes',
  'schooltype',
  'typeofschooling',
  'typeofschoolings',
  'verksamhetsform',
  'verksamhet',
]

function swedishSectors(cell: CellOf): readonly Sector[] {
  const named = (cell(schoolForms) ?? '').split(/[,;/|]| och /).map(plain)
  return swedish.flatMap(([sector, forms]) => {
    // A form with a column of its own holds a yes, or the years that are taught.
    const ticked = forms.some((form) => truthOf(cell([form]) ?? '') !== false)
    return ticked || forms.some((form) => named.includes(form)) ? [sector] : []
  })
}

/** What a row of a register is here: nothing, one unit, or several under one number. */
export function sectorsOf(cell: CellOf, register: Register): Sectors {
  return register === 'skolenhetsregistret' ? swedishSectors(cell) : norwegianSectors(cell, register)
}

/** Whether the file says at all what its rows are. The register of kindergartens need not. */
export function saysSectors(header: readonly string[], register: Register): boolean {
  if (register === 'nbr') return true
  const ofNorway = [...sectors.flatMap((sector) => norwegian[sector].flag), ...kinds, ...codes]
  const ofSweden = [...schoolForms, ...swedish.flatMap(([, forms]) => forms)]
  return findHeading(header, register === 'nsr' ? ofNorway : ofSweden) !== undefined
}
