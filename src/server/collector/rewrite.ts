import type { Database } from '../store/database.ts'
import { rewrite } from '../store/rewrite.ts'

/** Leaves nothing of what was destroyed, nor the order in which nullifiers came. Contributions wait meanwhile. */
export function rewriteCollector(collector: Database): Promise<void> {
  return rewrite(collector, { nullifier: 'intake, nullifier', head: 'intake, unit, tier', cell: 'intake, unit, tier, dimension, value' })
}
