import { useEffect, useSyncExternalStore } from 'react'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import type { Instrument } from '../../domain/instrument/instrument.ts'
import { type KeptPack, packsNamed } from '../../domain/instrument/own-pack.ts'
import { registerOwnWords } from '../../i18n/own-words.ts'
import { instrumentFor } from '../../instruments/packs.ts'
import { currentAssessment } from '../../storage/assessments.ts'
import type { PeilDatabase } from '../../storage/database.ts'
import type { Device } from '../../storage/device.ts'
import { packsFor } from '../../storage/own-packs.ts'
import { type Decide, type SaveRefusal, type Saver, saverFor, withUnsaved } from './saving.ts'

/** The assessment on the screen, and how to change it. */
export type UnderWay = {
  readonly assessment: Assessment
  readonly instrument: Instrument
  /** Own packs in it. */
  readonly packs: readonly KeptPack[]
  /** True once the change is durable. A later change with the same key takes the place of one that is not. */
  readonly save: (key: string, decide: Decide) => Promise<boolean>
  readonly retry: () => Promise<boolean>
  /** Loads the page anew, and takes along what is not saved. Not where that would lie open for others. */
  readonly reload?: () => void
  /** Nothing stays when they go. */
  readonly isGuest: boolean
  /** Whether changes with this key are still on their way, and why the last save failed. */
  readonly isUnsaved: (key: string) => boolean
  readonly refusal?: SaveRefusal
}

/** `not-fetched`: its questions are not on the device. */
export type Found =
  | { readonly kind: 'loading' }
  | { readonly kind: 'none'; readonly refusal?: SaveRefusal }
  | { readonly kind: 'not-fetched' }
  | ({ readonly kind: 'there' } & UnderWay)

type Stored = { readonly stored?: Assessment; readonly packs?: readonly KeptPack[] }

/** The packs that were read last, so that nothing blinks when the person moves between screens. */
const packsRead = new WeakMap<PeilDatabase, { readonly version: string; readonly packs: readonly KeptPack[] }>()

function readAlready(database: PeilDatabase, { instrumentVersion }: Assessment): readonly KeptPack[] | undefined {
  if (packsNamed(instrumentVersion).length === 0) return []
  const read = packsRead.get(database)
  return read?.version === instrumentVersion ? read.packs : undefined
}

/** What is stored now, in this tab or changed by another. Known at once when the person only moves between screens. */
function useStored(database: PeilDatabase, saver: Saver): Stored | undefined {
  const { i18n } = useTranslation()
  const { last } = saver.state()
  const packsOfLast = last && readAlready(database, last)
  return useLiveQuery(
    async (): Promise<Stored> => {
      const stored = await currentAssessment(database)
      const packs = stored && (await packsFor(database, stored.instrumentVersion))
      if (stored === undefined || packs === undefined) return stored ? { stored } : {}
      registerOwnWords(
        i18n,
        packs.map(({ document }) => document),
      )
      packsRead.set(database, { version: stored.instrumentVersion, packs })
      return { stored, packs }
    },
    [database, i18n],
    last && packsOfLast && { stored: last, packs: packsOfLast },
  )
}

export function useUnderWay({ database, person, reload }: Device): Found {
  const saver = saverFor(database)
  const state = useSyncExternalStore(saver.subscribe, saver.state)
  const found = useStored(database, saver)
  const stored = found?.stored
  useEffect(() => {
    if (stored) saver.see(stored)
  }, [saver, stored])
  if (found === undefined) return { kind: 'loading' }
  const refused = state.refusal && { refusal: state.refusal }
  if (found.stored === undefined) return { kind: 'none', ...refused }
  const { id } = found.stored
  const { packs } = found
  const isGuest = person?.isGuest === true
  if (packs === undefined) return { kind: 'not-fetched' }
  return {
    kind: 'there',
    assessment: withUnsaved(found.stored, state),
    instrument: instrumentFor(found.stored, packs),
    packs,
    save: (key, decide) => saver.save(id, key, decide),
    retry: () => saver.retry(id),
    // A guest's key is gone with the page, and with it everything that was saved.
    ...(!isGuest && { reload }),
    isGuest,
    isUnsaved: (key) => state.unsaved.some((each) => each.assessmentId === id && each.key === key),
    ...refused,
  }
}
