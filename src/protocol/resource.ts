import * as z from 'zod/mini'
import { dimensions, sectors, tiers } from '../domain/instrument/instrument.ts'
import { type Resource, logins, resourceKinds } from '../domain/resource/resource.ts'
import { address, day } from './ids.ts'

const words = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^\S(.*\S)?$/, 'starts or ends with a space, or has a line break'))
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
