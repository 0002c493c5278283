import { Dexie, type EntityTable } from 'dexie'
import type { Assessment } from '../domain/assessment/assessment.ts'
import { patient } from './patience.ts'
import type { Seal } from './seal.ts'
import type { Sealed } from './sealed-tables.ts'

export type StoredSetting = { readonly key: string; readonly value: string }

/**
 * Everything Peil keeps on the device. A published version is history: changes come as a new version with an upgrade.
 * The other tables belong to the files named after them, which open them typed: `database.table<Plan, string>('plans')`.
 */
export class PeilDatabase extends Dexie {
  declare readonly assessments: EntityTable<Assessment, 'id'>
  declare readonly settings: EntityTable<StoredSetting, 'key'>
  /** Whose rows these are, if they are sealed: what is in them lies open for one person only, and must lie open nowhere else. */
  readonly seal: Seal | undefined
  /** Settles when a newer Peil, in another tab, has taken the database over. From then on this one keeps nothing. */
  readonly superseded: Promise<void>

  /** `sealed`: the same database as one person who has unlocked it meets it. */
  constructor(name = 'peil', sealed?: Sealed) {
    // An answer counts as saved when it is on the disk, not when it is handed to the operating system.
    // What a person has unlocked must not lie in a cache that the next one is served from: Dexie keeps one for each database name.
    super(name, { chromeTransactionDurability: 'strict', ...(sealed && { cache: 'disabled' }) })
    this.version(1).stores({ assessments: 'id, startedAt', settings: 'key', rounds: 'round', participations: 'id', plans: 'id' })
    // Own packs by their hash.
    this.version(2).stores({ packs: 'sha256' })
    // What municipalities say about themselves.
    this.version(3).stores({ profiles: 'round' })
    // People who share the device, what is sealed for them, and what waits to be sent for somebody who has left.
    this.version(4).stores({ persons: 'id', sealed: 'name', leaving: 'id' })
    this.use(patient())
    this.seal = sealed?.seal
    if (sealed) this.use(sealed)
    this.superseded = new Promise((resolve) => {
      this.on('versionchange', (change) => {
        this.giveWay(change)
        // An older Peil must not write into what a newer one has made. A deleted database may be made anew.
        if (change.newVersion !== null) resolve()
        return false
      })
    })
    // Dexie would only write it to the console. Whoever opens the database is told by what the opening gives back.
    this.on('blocked', () => false)
  }

  /** Lets another tab go on at once. A connection that an attempt to open left behind is closed too. */
  private giveWay({ target, newVersion }: IDBVersionChangeEvent): void {
    if (target && 'close' in target) (target as IDBDatabase).close()
    this.close({ disableAutoOpen: newVersion !== null })
  }
}
