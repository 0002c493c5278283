import { type UnitsImported, unitsImported } from '../../../src/protocol/units-csv.ts'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import { importUnits } from '../../../src/server/registry/import-units.ts'
import { saveUnits, unitsOf } from '../../../src/server/registry/units.ts'
import { openPeopleApp } from '../accounts/people-app.ts'

type More = { readonly skipFaulty?: boolean; readonly only?: string }

/** A municipality without units, in stores of its own, and what a person does to fill it. */
export async function municipalityToFill() {
  const { database, clock } = openPeopleApp()
  const { id } = await createMunicipality(database, 'Fjordvik')
  return {
    database,
    id,
    importing: async (content: string | Buffer, more: More = {}): Promise<UnitsImported> => {
      const wanted = { municipality: id, file: Buffer.from(content), skipFaulty: false, who: 'operator', ...more } as const
      const done = await importUnits(database, wanted, clock())
      if (!done.ok) throw new Error(done.error.kind)
      return unitsImported.parse(done.value)
    },
    /** Units as earlier versions may have stored them. */
    storing: (...units: Parameters<typeof saveUnits>[2][number][]) => saveUnits(database, id, units),
    stored: async () => (await unitsOf(database, id)).map(({ unit, name, sector }) => `${unit} ${name} ${sector}`).toSorted(),
  }
}
