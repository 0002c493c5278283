import * as z from 'zod/mini'
import { dimensions, sectors, tiers } from '../domain/instrument/instrument.ts'
import { bytesText } from './base64url.ts'

export const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))
/** 128 random bits. Who has a round's id may read the round. */
export const roundId = bytesText(16)
/** SHA-256 of a unit key's SPKI DER. */
export const keyId = bytesText(32)

export const dimension = z.enum(dimensions)
export const tier = z.enum(tiers)
export const sector = z.enum(sectors)
/** Where units come in: also the municipality-wide groups for leaders (release rule R8). */
export const unitSectors = [...sectors, 'leaders-barnehage', 'leaders-skole', 'leaders-sfo'] as const
export const unitSector = z.enum(unitSectors)
export type UnitSector = z.infer<typeof unitSector>

export const step = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export const count = z.int().check(z.nonnegative())
/** ISO 8601 in UTC. */
export const instant = z.iso.datetime()
