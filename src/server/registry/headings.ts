import type { Register, UnitColumn } from '../../protocol/units-csv.ts'

/** What a file is: an own list of units, or the export of a register. */
export type FileForm = 'own' | Register

/** `Er grunnskole`, `ErGrunnSkole` and `er_grunnskole` are one heading; so are `Skolenhetens namn` and `skolenhetens-namn`. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '')
}

const norwegianNumbers = [
  'organisasjonsnummer',
  'orgnr',
  'orgnummer',
  'organisasjonsnr',
  'organisasjonsnummerenhet',
  'enhetsorgnr',
  'virksomhetsnummer',
]
const swedishCodes = ['skolenhetskod', 'skolenhetskoden', 'skolenhetkod', 'schoolunitcode', 'skolkod']

/** The headings each form knows for a column, the best first. */
const names: Readonly<Record<FileForm, Readonly<Record<UnitColumn, readonly string[]>>>> = {
  own: {
    unit: ['unit', 'unitid', 'enhetsid', 'enhetskode', 'enhetskod', ...norwegianNumbers, ...swedishCodes],
    name: ['name', 'navn', 'namn', 'enhetsnavn', 'enhetsnamn', 'enhet', 'unitname'],
    sector: ['sector', 'sektor', 'type', 'enhetstype', 'enhetstyp'],
  },
  nsr: { unit: norwegianNumbers, name: ['navn', 'skolenavn', 'enhetsnavn', 'fulltnavn', 'name'], sector: [] },
  nbr: { unit: norwegianNumbers, name: ['navn', 'barnehagenavn', 'enhetsnavn', 'fulltnavn', 'name'], sector: [] },
  skolenhetsregistret: {
    unit: swedishCodes,
    name: ['skolenhetsnamn', 'skolenhetensnamn', 'skolenhet', 'namn', 'skolnamn', 'schoolunitname', 'displayname', 'name', 'benamning'],
    sector: [],
  },
}

const kindergartenMarks = [
  'erbarnehage',
  'barnehagenavn',
  'barnehagekategorier',
  'barnehagekategori',
  'antallbarn',
  'alderstrinnfra',
  'erinaktivibasil',
]
const schoolMarks = ['erskole', 'ergrunnskole', 'ervideregaaendeskole', 'ervideregaendeskole', 'skolenavn', 'skoletype', 'skoletyper']
const otherMarks = ['eraktiv', 'naeringskoder', 'naeringskode', 'naeringskode1', 'karakteristikk', 'kommunenr', 'kommunenummer', 'elevtall']

function has(headings: ReadonlySet<string>, marks: readonly string[]): boolean {
  return marks.some((mark) => headings.has(mark))
}

/** Tells by its headings what a file is. One that says the sector itself is an own list, whatever else it holds. */
export function formOf(header: readonly string[]): FileForm {
  const headings = new Set(header.map(plain))
  if (headings.has('sector') || headings.has('sektor')) return 'own'
  if (has(headings, swedishCodes)) return 'skolenhetsregistret'
  if (!has(headings, norwegianNumbers) || !has(headings, [...kindergartenMarks, ...schoolMarks, ...otherMarks])) return 'own'
  // A kindergarten's row in the school register says that it is no school, and the other way round.
  return has(headings, kindergartenMarks) && !has(headings, schoolMarks) ? 'nbr' : 'nsr'
}

/** The best of several headings that the file has, and how often. */
export function findHeading(
  header: readonly string[],
  wanted: readonly string[],
): { readonly at: number; readonly times: number } | undefined {
  const headings = header.map(plain)
  const name = wanted.find((each) => headings.includes(each))
  return name === undefined ? undefined : { at: headings.indexOf(name), times: headings.filter((each) => each === name).length }
}

export function headingsFor(form: FileForm, column: UnitColumn): readonly string[] {
  return names[form][column]
}
