import type { Row, Sql } from '../store/database.ts'
import type { Fault } from './fault.ts'

/** What the audit log says of releases. Entries that have had their time are gone from it. */
export async function readReleases(issuer: Sql): Promise<readonly Row[]> {
  return issuer.all(`SELECT detail FROM audit WHERE action = 'round-released'`)
}

function releaseIn(row: Row): readonly [round: string, sha256: string] {
  const detail = JSON.parse(String(row['detail'])) as { readonly round: string; readonly sha256: string }
  return [detail.round, detail.sha256]
}

/** Whether each document is the one that was released: whoever replaces it can compute a hash, and the log cannot be changed. */
export function faultsOfHashes(documents: readonly Row[], releases: readonly Row[]): readonly Fault[] {
  const logged = releases.map(releaseIn)
  return documents.flatMap((row) => {
    const round = String(row['round'])
    // Entries can be added: one that fits does not excuse another that does not.
    const isReplaced = logged.some(([of, sha256]) => of === round && sha256 !== row['sha256'])
    return isReplaced ? [{ store: 'released', kind: 'document-replaced', round } as const] : []
  })
}
