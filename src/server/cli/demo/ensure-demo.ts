import type { Sql } from '../../store/database.ts'
import { type DemoLinks, demoLinks } from './demo-links.ts'
import { readDemoNotes, writeDemoNotes } from './demo-notes.ts'
import { municipalityName } from './fjordvik.ts'
import { type DemoSurroundings, makeDemo } from './make-demo.ts'

export type DemoPlace = DemoSurroundings & { readonly dataFolder: string }

/** Makes the demo unless it is there, and gives links into it. */
export async function openDemo({ dataFolder, ...surroundings }: DemoPlace): Promise<DemoLinks> {
  const known = await readDemoNotes(dataFolder)
  const notes = known ?? (await makeDemo(surroundings))
  if (known === undefined) await writeDemoNotes(dataFolder, notes)
  return demoLinks(surroundings, notes)
}

/** A demo that was cut short while it was made does not count: it is made anew. */
async function hasRealMunicipality(sql: Sql): Promise<boolean> {
  return (await sql.all('SELECT 1 FROM municipality WHERE name <> $1 LIMIT 1', municipalityName)).length > 0
}

/** At the start of a server: nothing where there are real municipalities. */
export async function ensureDemo(place: DemoPlace): Promise<DemoLinks | undefined> {
  return (await hasRealMunicipality(place.stores.issuer)) ? undefined : openDemo(place)
}
