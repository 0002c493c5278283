import * as z from 'zod/mini'

/** `https://host`, without a path. */
export const origin = z.string().check(z.regex(/^https?:\/\/[^\s/?#@]+$/))

/** `GET /configuration`: where devices send contributions. Left out where that is the place the app came from. */
export const configuration = z.strictObject({ collectorOrigin: z.optional(origin) })
