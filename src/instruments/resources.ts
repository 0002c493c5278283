import type { Resource } from '../domain/resource/resource.ts'
import { international } from './resources/international.ts'
import { norwegianPractice } from './resources/norway-practice.ts'
import { norwegianSafety } from './resources/norway-safety.ts'
import { norwegianAuthority } from './resources/norway-udir.ts'
import { swedish } from './resources/sweden.ts'

/** Everything to learn from that Peil knows of (docs/resources.md). The order breaks ties. */
export const resources: readonly Resource[] = [
  ...norwegianAuthority,
  ...norwegianSafety,
  ...norwegianPractice,
  ...swedish,
  ...international,
]
