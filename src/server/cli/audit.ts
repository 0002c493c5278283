import type { AuditPage } from '../../protocol/audit.ts'
import { afterAll, readAudit } from '../accounts/read-audit.ts'
import { findMunicipality } from '../registry/municipality.ts'
import { type Command, done, refused } from './command.ts'

/** The whole log of a municipality, newest first. */
export const audit: Command = {
  usage: '--municipality ID',
  words: 0,
  required: ['municipality'],
  async run({ options }, { stores }) {
    const municipality = options['municipality'] ?? ''
    const { issuer } = stores()
    if ((await findMunicipality(issuer, municipality)) === undefined) return refused({ kind: 'municipality-unknown' })
    const entries: AuditPage['entries'] = []
    for (let next: number | undefined = afterAll; next !== undefined;) {
      const page: AuditPage = await readAudit(issuer, municipality, next)
      entries.push(...page.entries)
      next = page.next
    }
    return done({ entries })
  },
}
