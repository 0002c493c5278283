import { type Tier, tiers } from '../../domain/instrument/instrument.ts'
import type { Resource } from '../../domain/resource/resource.ts'

export const everyone = tiers
/** Those who plan the work of others or of a group. */
export const planners: readonly Tier[] = ['teacher', 'leader', 'owner']
export const leaders: readonly Tier[] = ['leader', 'owner']

/** The day on which the entries without a mark of their own were seen in public material. */
const seen = '2026-11-21'

type Named = 'id' | 'name' | 'owner' | 'url'
type Shared = Pick<Resource, 'languages' | 'countries'>
type Own = Omit<Resource, Named | keyof Shared | 'checkedAt'> & Partial<Shared & Pick<Resource, 'checkedAt'>>

/** Makes the entries of one list. An entry says only what differs from the others in it. */
export function entriesOf(shared: Shared) {
  return (id: string, name: string, owner: string, url: string, own: Own): Resource => ({
    id,
    name,
    owner,
    url,
    checkedAt: seen,
    ...shared,
    ...own,
  })
}
