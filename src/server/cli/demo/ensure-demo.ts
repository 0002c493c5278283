import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findMunicipality } from '../../registry/municipality.ts'
import type { Sql } from '../../store/database.ts'
import { openStores } from '../../store/stores.ts'
import { type DemoLinks, demoLinks } from './demo-links.ts'
import { type DemoNotes, readDemoNotes, writeDemoNotes } from './demo-notes.ts'
import { municipalityName } from './fjordvik.ts'
import { type DemoSurroundings, makeDemo } from './make-demo.ts'
import { moveDemo } from './move-demo.ts'
import { asOnlyMaker } from './one-maker.ts'

/** `announce` is called when the demo is not there yet: making it, or waiting for who makes it, takes a while. */
export type DemoPlace = DemoSurroundings & { readonly dataFolder: string; readonly announce: () => void }

/** Notes of a demo that did not get as far as the stores are none. */
async function knownDemo({ dataFolder, stores }: DemoPlace): Promise<DemoNotes | undefined> {
  const notes = await readDemoNotes(dataFolder)
  const municipality = notes && (await findMunicipality(stores.issuer, notes.municipality))
  return municipality && notes
}

/**
 * Makes the demo on stores of its own and takes it over when it is whole. A server that runs beside would otherwise find last
 * year's round long overdue, and a demo that was cut short would stay half made: as it is, it is made anew.
 */
async function makeAside({ stores, dataFolder, ...surroundings }: DemoPlace): Promise<DemoNotes> {
  const folder = join(dataFolder, 'demo-in-the-making')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { mode: 0o700 })
  const aside = openStores(folder)
  try {
    const notes = await makeDemo({ ...surroundings, stores: aside })
    await writeDemoNotes(dataFolder, notes)
    await moveDemo(aside, stores, notes.open)
    return notes
  } finally {
    await aside.close()
    await rm(folder, { recursive: true })
  }
}

/** Makes the demo unless it is there, and gives links into it. */
export async function openDemo(place: DemoPlace): Promise<DemoLinks> {
  const known = await knownDemo(place)
  if (known !== undefined) return demoLinks(place, known)
  place.announce()
  // With a database nobody has made it yet.
  await mkdir(place.dataFolder, { recursive: true, mode: 0o700 })
  const notes = await asOnlyMaker(place.dataFolder, async () => (await knownDemo(place)) ?? (await makeAside(place)))
  return demoLinks(place, notes)
}

async function hasRealMunicipality(sql: Sql): Promise<boolean> {
  return (await sql.all('SELECT 1 FROM municipality WHERE name <> $1 LIMIT 1', municipalityName)).length > 0
}

/** Another machine with the same database has made it, and has the notes. */
async function isElsewhere(place: DemoPlace): Promise<boolean> {
  const rows = await place.stores.issuer.all('SELECT 1 FROM municipality WHERE name = $1 LIMIT 1', municipalityName)
  return rows.length > 0 && (await knownDemo(place)) === undefined
}

/** At the start of a server: nothing where there are real municipalities. */
export async function ensureDemo(place: DemoPlace): Promise<DemoLinks | undefined> {
  if (await hasRealMunicipality(place.stores.issuer)) return undefined
  return (await isElsewhere(place)) ? undefined : openDemo(place)
}
