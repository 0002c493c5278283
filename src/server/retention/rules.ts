import { graceHours } from '../../protocol/round.ts'
import { sessionSeconds } from '../accounts/session.ts'
import { minutesValid } from '../accounts/sign-in-link.ts'

/** What is kept, where, for how long, and who or what removes it. */
export type RetentionRule = { readonly what: string; readonly where: string; readonly howLong: string; readonly removedBy: string }

const onRequest = 'purge --municipality, on request'

/** The one source of `peil retention` and of docs/retention.md. */
export function retentionRules({ auditDays }: { readonly auditDays: number }): readonly RetentionRule[] {
  const [issuer, collector, released] = ['issuer', 'collector', 'released'] as const
  return [
    {
      what: 'Sign-in links, as hashes',
      where: issuer,
      howLong: `${minutesValid} minutes, or until used`,
      removedBy: 'use, the next link, the night, or purge',
    },
    {
      what: 'Sessions, as hashes',
      where: issuer,
      howLong: `${sessionSeconds / 3600} hours, or until sign-out`,
      removedBy: 'sign-out, the next sign-in, the night, or purge',
    },
    { what: 'Audit log', where: issuer, howLong: `${auditDays} days (AUDIT_DAYS)`, removedBy: 'the night, or purge' },
    {
      what: 'Codes and blinded messages, as hashes; private keys of units',
      where: issuer,
      howLong: 'until the release',
      removedBy: 'the release',
    },
    {
      what: 'Nullifiers and counters',
      where: collector,
      howLong: `until the release: when the round is closed, or ${graceHours} hours after its closing date`,
      removedBy: 'the release',
    },
    { what: 'Round documents and headcounts', where: issuer, howLong: 'as long as the municipality', removedBy: onRequest },
    { what: 'Released documents', where: released, howLong: 'as long as the municipality', removedBy: onRequest },
    {
      what: 'Units, own packs and own profile',
      where: issuer,
      howLong: 'as long as the municipality',
      removedBy: `${onRequest}; unit-remove`,
    },
    {
      what: 'Assessments, answers, plans and goals of staff',
      where: 'the person’s device',
      howLong: 'until the person erases them',
      removedBy: 'the person',
    },
    {
      what: 'Addresses, as salted and truncated hashes of failed attempts',
      where: 'memory',
      howLong: '10 minutes',
      removedBy: 'the server',
    },
    {
      what: 'Backups and the server’s log',
      where: 'where the operator puts them',
      howLong: 'as the operator decides',
      removedBy: 'the operator',
    },
  ]
}
