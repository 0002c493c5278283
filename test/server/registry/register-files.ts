/** Files as the registers give them out, filled with invented units. */

const nsrHeadings = [
  'Organisasjonsnummer',
  'Navn',
  'FulltNavn',
  'Kommunenr',
  'ErAktiv',
  'ErSkole',
  'ErGrunnskole',
  'ErVideregaaendeSkole',
  'ErOffentligSkole',
  'Elevtall',
  'Naeringskoder',
  'DatoEndret',
]
export const nsrRows = [
  ['974100011', 'Solstråla skole', 'Solstråla skole', '4699', 'true', 'true', 'true', 'false', 'true', '212', '85.201', '2026-08-01'],
  ['974100022', 'Ås og Øya "gamle" skole', 'Ås', '4699', 'true', 'true', 'true', 'true', 'true', '98', '85.201, 85.310', '2026-08-01'],
  ['974100033', 'Fjordvik videregående skole', 'Fjordvik vgs', '4699', 'true', 'true', 'false', 'true', 'true', '640', '85.310', ''],
  ['974100044', 'Nedlagte skole', 'Nedlagte skole', '4699', 'false', 'true', 'true', 'false', 'true', '0', '85.201', '2019-08-01'],
  ['974100055', 'Skolekontoret', 'Skolekontoret', '4699', 'true', 'false', 'false', 'false', 'false', '', '84.120', ''],
]

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

export function table(rows: readonly (readonly string[])[], separator = ';', newline = '\r\n'): string {
  return rows.map((row) => row.map((cell) => quoted(cell, separator)).join(separator) + newline).join('')
}

export function nsr(rows: readonly (readonly string[])[] = nsrRows, separator = ';'): string {
  return table([nsrHeadings, ...rows], separator)
}

/** Headings of an earlier version of the interface, as a Norwegian spreadsheet saves its truth values. */
export const nsrEarlier = table([
  ['OrgNr', 'FulltNavn', 'KommuneNr', 'ErAktiv', 'ErSkole', 'ErGrunnSkole', 'ErVideregåendeSkole'],
  ['974100011', 'Solstråla skole', '4699', 'SANN', 'SANN', 'SANN', 'USANN'],
  ['974100033', 'Fjordvik videregående skole', '4699', 'SANN', 'SANN', 'USANN', 'SANN'],
])

export const nbr = table(
  [
    [
      'Organisasjonsnummer',
      'Navn',
      'Kommunenr',
      'ErAktiv',
      'ErBarnehage',
      'ErPrivatBarnehage',
      'Barnehagekategorier',
      'ErInaktivIBasil',
      'AntallBarn',
    ],
    ['974200011', 'Bekken barnehage', '4699', 'Ja', 'Ja', 'Nei', 'Kommunal, Ordinær', 'Nei', '54'],
    ['974200022', 'Lia familiebarnehage', '4699', 'Ja', 'Ja', 'Ja', 'Privat', 'Nei', '9'],
    ['974200033', 'Barnehagene i Fjordvik AS', '4699', 'Ja', 'Nei', 'Ja', '', 'Nei', ''],
    ['974200044', 'Stengte barnehage', '4699', 'Ja', 'Ja', 'Nei', 'Kommunal', 'Ja', '0'],
  ],
  ',',
)

/** As a person would gather it: kinds in words, and headings that are no identifiers. */
export const nsrInWords = table([
  ['Skolenavn', 'Organisasjonsnr.', 'Skoletype', 'Status', 'Kommunenummer', 'Nedlagt dato'],
  ['Solstråla skole', '974 100 011', 'Barne- og ungdomsskole', 'Aktiv', '301', ''],
  ['Solstråla SFO', '974 100 066', 'Skolefritidsordning', 'Aktiv', '301', ''],
  ['Fjordvik videregående', '974100033', 'Videregående skole', 'Aktiv', '301', ''],
  ['Gamle skole', '974100044', 'Grunnskole', 'Nedlagt', '301', ''],
  ['Eldre skole', '974100088', 'Grunnskole', 'Aktiv', '301', '30.06.2019'],
  ['Snart nedlagt skole', '974100077', 'Grunnskole', 'Aktiv', '301', '01.08.2030'],
])

export const skolenhetsregistret = table(
  [
    ['Skolenhetskod', 'Skolenhetens namn', 'Status', 'Skolform', 'Kommunkod', 'Huvudman'],
    ['12345601', 'Björkskolan', 'Aktiv', 'Förskoleklass, Grundskola, Fritidshem', '1299', 'Åsby kommun'],
    ['12345602', 'Ängens fritidshem', 'Aktiv', 'Fritidshem', '1299', 'Åsby kommun'],
    ['12345603', 'Åsby gymnasium', 'Aktiv', 'Gymnasieskola', '1299', 'Åsby kommun'],
    ['12345604', 'Gamla skolan', 'Upphört', 'Grundskola', '1299', 'Åsby kommun'],
    ['12345605', 'Nya skolan', 'Planerad', 'Grundskola', '1299', 'Åsby kommun'],
    ['12345606', 'Vilskolan', 'Vilande', 'Grundskola', '1299', 'Åsby kommun'],
  ],
  '\t',
)

/** A column for every form of school, ticked or with the years that are taught. */
export const skolenhetsregistretInColumns = table(
  [
    ['SkolenhetsKod', 'Skolenhetsnamn', 'Status', 'Fritidshem', 'Grundskola', 'Anpassad grundskola', 'Gymnasieskola', 'Kommunkod'],
    ['12345601', 'Björkskolan', 'AKTIV', 'Ja', '1-6', 'Nej', 'Nej', '1299'],
    ['12345603', 'Åsby gymnasium', 'AKTIV', '', '', '', 'Ja', '1299'],
    ['12345607', 'Havsskolan', 'AKTIV', '', '', 'x', '', '1299'],
  ],
  ',',
)

export function utf16(text: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
