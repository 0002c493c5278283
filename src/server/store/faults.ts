import { isFullPostgres, isOutOfReachPostgres } from './postgres-faults.ts'
import { isFull, isOutOfReach } from './sqlite-faults.ts'

/** What of an engine's faults is worth another try: a full disk that may be made room on, or a store that does not answer now. */
export function passingFault(cause: unknown): 'storage-full' | 'unavailable' | undefined {
  if (isFull(cause) || isFullPostgres(cause)) return 'storage-full'
  return isOutOfReach(cause) || isOutOfReachPostgres(cause) ? 'unavailable' : undefined
}
