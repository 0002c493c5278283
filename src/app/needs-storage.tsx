import { type ReactElement, useEffect, useState } from 'react'
import { Outlet, useLocation } from 'react-router'
import type { PeilDatabase } from '../storage/database.ts'
import type { Closed } from '../storage/opening.ts'
import { Failure } from './boundary.tsx'

type Props = { readonly closed: Closed | undefined; readonly database: PeilDatabase }

/**
 * Pages that keep something are not shown where nothing can be kept: a form that forgets is worse than none. A live query says nothing
 * of a database that was lost since, so every such page asks for it. In the middle of a question that is said there.
 */
export function NeedsStorage({ closed, database }: Props): ReactElement {
  const [, place = ''] = useLocation().pathname.split('/')
  const [lostAt, setLostAt] = useState<string>()
  useEffect(() => {
    if (closed === undefined && !database.hasBeenClosed()) void database.open().catch(() => setLostAt(place))
  }, [closed, database, place])
  const why = closed ?? (lostAt === place ? 'hangs' : undefined)
  return why === undefined ? <Outlet /> : <Failure storage={why} />
}
