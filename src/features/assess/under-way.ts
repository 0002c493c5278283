import { useSyncExternalStore } from 'react'
import { useLiveQuery } from 'dexie-react-hooks'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import type { Instrument } from '../../domain/instrument/instrument.ts'
import { instrumentFor } from '../../instruments/packs.ts'
import { currentAssessment } from '../../storage/assessments.ts'
import type { PeilDatabase } from '../../storage/database.ts'
import type { Device } from '../../storage/device.ts'
import { type Decide, type SaveRefusal, type Saver, saverFor, withUnsaved } from './saving.ts'

/** The assessment on the screen, and how to change it. */
export type UnderWay = {
  readonly assessment: Assessment
  readonly instrument: Instrument
  /** True once the change is durable. A later change with the same key takes the place of one that is not. */
  readonly save: (key: string, decide: Decide) => Promise<boolean>
  readonly retry: () => Promise<boolean>
  /** Whether changes with this key are still on their way, and why the last save failed. */
  readonly isUnsaved: (key: string) => boolean
  readonly refusal?: SaveRefusal
}

export type Found =
  { readonly kind: 'loading' } | { readonly kind: 'none'; readonly refusal?: SaveRefusal } | ({ readonly kind: 'there' } & UnderWay)

/** What is stored now, in this tab or changed by another. Known at once when the person only moves between screens. */
function useStored(database: PeilDatabase, saver: Saver): { readonly stored?: Assessment } | undefined {
  const { last } = saver.state()
  return useLiveQuery(
    async () => {
      const stored = await currentAssessment(database)
      return stored ? { stored } : {}
    },
    [database],
    last && { stored: last },
  )
}

export function useUnderWay({ database }: Device): Found {
  const saver = saverFor(database)
  const state = useSyncExternalStore(saver.subscribe, saver.state)
  const found = useStored(database, saver)
  if (found === undefined) return { kind: 'loading' }
  const refused = state.refusal && { refusal: state.refusal }
  if (found.stored === undefined) return { kind: 'none', ...refused }
  const { id } = found.stored
  return {
    kind: 'there',
    assessment: withUnsaved(found.stored, state),
    instrument: instrumentFor(found.stored),
    save: (key, decide) => saver.save(id, key, decide),
    retry: () => saver.retry(id),
    isUnsaved: (key) => state.unsaved.some((each) => each.assessmentId === id && each.key === key),
    ...refused,
  }
}
