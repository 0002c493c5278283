import type { Sql } from '../../store/database.ts'
import { type DemoLinks, demoLinks } from './demo-links.ts'
import { type DemoNotes, readDemoNotes, writeDemoNotes } from './demo-notes.ts'
import { municipalityName } from './fjordvik.ts'
import { type DemoSurroundings, makeDemo } from './make-demo.ts'
import { asOnlyMaker } from './one-maker.ts'

export type DemoPlace = DemoSurroundings & { readonly dataFolder: string }

function findOrMake({ dataFolder, ...surroundings }: DemoPlace): Promise<DemoNotes> {
  return asOnlyMaker(dataFolder, async () => {
    const known = await readDemoNotes(dataFolder)
    if (known !== undefined) return known
    const made = await makeDemo(surroundings)
    await writeDemoNotes(dataFolder, made)
    return made
  })
}

/** Makes the demo unless it is there, and gives links into it. */
export async function openDemo(place: DemoPlace): Promise<DemoLinks> {
  const known = await readDemoNotes(place.dataFolder)
  return demoLinks(place, known ?? (await findOrMake(place)))
}

/** A demo that was cut short while it was made does not count: it is made anew. */
async function hasRealMunicipality(sql: Sql): Promise<boolean> {
  return (await sql.all('SELECT 1 FROM municipality WHERE name <> $1 LIMIT 1', municipalityName)).length > 0
}

/** At the start of a server: nothing where there are real municipalities. */
export async function ensureDemo(place: DemoPlace): Promise<DemoLinks | undefined> {
  return (await hasRealMunicipality(place.stores.issuer)) ? undefined : openDemo(place)
}
