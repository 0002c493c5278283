import * as z from 'zod/mini'
import { fail, ok } from '../../domain/result.ts'
import { municipality, roundList, unitList } from '../../protocol/session.ts'
import { municipalityNumber, unitFileBytes, unitsImported } from '../../protocol/units-csv.ts'
import type { FindRound } from '../issuer/rounds.ts'
import { type Route, bytes, route } from '../route.ts'
import type { Database } from '../store/database.ts'
import { importUnits } from './import-units.ts'
import { findMunicipality } from './municipality.ts'
import { roundsSeenBy } from './rounds.ts'
import { unitsSeenBy } from './units.ts'

export type RegistryDependencies = { readonly database: Database; readonly findRound: FindRound; readonly clock: () => Date }

const importQuery = z.strictObject({
  skipFaulty: z.optional(z.enum(['true', 'false'])),
  /** Only the rows of this municipality number; needed where a file has several. */
  only: z.optional(municipalityNumber),
})

export function registryRoutes({ database, findRound, clock }: RegistryDependencies): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/municipality',
      summary: 'The municipality of the person signed in',
      roles: ['owner', 'leader'],
      reply: municipality,
      refusals: ['not-found'],
      async handle({ principal }) {
        const found = await findMunicipality(database, principal.municipality)
        return found === undefined ? fail({ kind: 'not-found' }) : ok(found)
      },
    }),
    route({
      method: 'GET',
      path: '/units',
      summary: 'An owner gets all units of the municipality, a leader the own ones',
      roles: ['owner', 'leader'],
      reply: unitList,
      handle: async ({ principal }) => ok({ units: [...(await unitsSeenBy(database, principal))] }),
    }),
    route({
      method: 'GET',
      path: '/rounds',
      summary: 'An owner gets all rounds of the municipality, a leader those with own units; newest first',
      roles: ['owner', 'leader'],
      reply: roundList,
      handle: async ({ principal }) => ok({ rounds: [...(await roundsSeenBy(database, findRound, principal, clock()))] }),
    }),
    route({
      method: 'POST',
      path: '/units/import',
      summary:
        'Adds and renames units from an own CSV file or the export of a register; nothing is imported if a row is faulty, unless faulty rows are to be skipped, or if the file has several municipality numbers and `only` does not name one',
      roles: ['owner'],
      query: importQuery,
      consumes: 'text/csv',
      bodyLimit: unitFileBytes,
      body: bytes,
      reply: unitsImported,
      refusals: ['not-found'],
      async handle({ principal, query, body }) {
        const { municipality: id, role: who } = principal
        const wanted = { municipality: id, file: body, skipFaulty: query.skipFaulty === 'true', only: query.only, who }
        const done = await importUnits(database, wanted, clock())
        return done.ok ? done : fail({ kind: 'not-found' })
      },
    }),
  ]
}
