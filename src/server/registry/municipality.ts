import { randomBytes } from 'node:crypto'
import type { Sql } from '../store/database.ts'

export type Municipality = { readonly id: string; readonly name: string; readonly profile?: string }

/** The id is random: it says nothing about who else uses the same server. */
export async function createMunicipality(sql: Sql, name: string, profile?: string): Promise<Municipality> {
  const id = randomBytes(8).toString('hex')
  await sql.all('INSERT INTO municipality (id, name, profile) VALUES ($1, $2, $3)', id, name, profile ?? null)
  return { id, name, ...(profile === undefined ? {} : { profile }) }
}

export async function findMunicipality(sql: Sql, id: string): Promise<Municipality | undefined> {
  const [row] = await sql.all('SELECT id, name, profile FROM municipality WHERE id = $1', id)
  if (row === undefined) return undefined
  return { id: String(row['id']), name: String(row['name']), ...(row['profile'] === null ? {} : { profile: String(row['profile']) }) }
}
