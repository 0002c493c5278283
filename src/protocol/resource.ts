import * as z from 'zod/mini'
import { dimensions, sectors, tiers } from '../domain/instrument/instrument.ts'
import { type Resource, logins, resourceKinds } from '../domain/resource/resource.ts'

const words = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^\S(.*\S)?$/, 'starts or ends with a space, or has a line break'))

/** As in 2026-11-22. A schema of the library's own, for this or for addresses, would travel with the first page. */
export const day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))
/** Of a page outside Peil. */
export const address = z.string().check(z.maxLength(500), z.regex(/^https:\/\/[^\s/?#@\\]+([/?#]\S*)?$/, 'is no https address'))

const some = <Each extends z.ZodMiniType>(each: Each) => z.array(each).check(z.minLength(1))

/** An entry of the catalogue, also one that an owner adds. */
export const resource: z.ZodMiniType<Resource> = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{2,64}$/)),
  name: words,
  owner: words,
  url: address,
  sectors: some(z.enum(sectors)),
  dimensions: some(z.enum(dimensions)),
  tiers: some(z.enum(tiers)),
  languages: some(z.string().check(z.regex(/^[a-z]{2,3}$/))),
  countries: z.array(z.string().check(z.regex(/^[A-Z]{2}$/))),
  kind: z.enum(resourceKinds),
  login: z.enum(logins),
  checkedAt: z.union([day, z.literal('unchecked')]),
})
