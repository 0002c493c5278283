import { canonicalJson } from '../../protocol/canonical-json.ts'
import { municipalityResult } from '../../protocol/results.ts'
import { hashOfRelease } from '../release/document.ts'
import type { Row } from '../store/database.ts'
import type { Fault, FaultKind } from './fault.ts'

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function faultOf(row: Row): FaultKind | undefined {
  const text = String(row['document'])
  const content = parse(text)
  const read = municipalityResult.safeParse(content)
  if (!read.success) return 'document-malformed'
  const { sha256, ...release } = read.data
  const asWritten = canonicalJson(content) === text && read.data.round === row['round']
  return asWritten && sha256 === row['sha256'] && hashOfRelease(release) === sha256 ? undefined : 'document-altered'
}

/** Every released document, its hash computed anew over its canonical form. */
export function faultsOfDocuments(rows: readonly Row[]): readonly Fault[] {
  return rows.flatMap((row) => {
    const kind = faultOf(row)
    return kind === undefined ? [] : [{ store: 'released', kind, round: String(row['round']) } as const]
  })
}
