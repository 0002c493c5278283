import pg from 'pg'
import { OutOfReach } from '../out-of-reach.ts'
import type { Isolation } from './database.ts'

/** The five characters that PostgreSQL gives a fault. */
export function stateOf(cause: unknown): string | undefined {
  return cause instanceof pg.DatabaseError ? cause.code : undefined
}

/** Could not be put in an order with what others did at once; two waited for each other. Undone, and PostgreSQL says so. */
const outOfOrder = ['40001', '40P01']
const keyIsThere = '23505'

/** Whether a lost connection took a commit with it nobody knows, so that is not among them. */
export function mayTryAgain(cause: unknown, isolation: Isolation): boolean {
  const state = stateOf(cause) ?? ''
  // Of two serial transactions that insert the same key, one may be told so instead of being told to try again.
  return outOfOrder.includes(state) || (state === keyIsThere && isolation === 'serial')
}

/** The database's disk is full. What was begun is undone. */
export function isFullPostgres(cause: unknown): boolean {
  return stateOf(cause) === '53100'
}

/**
 * Ends, starts, is short of memory or connections, cannot read or write its disk, has become one that is only read, waited too long
 * for a lock, or found no order however often it was tried.
 */
const passing = /^(08...|53...|57P0.|58030|25006|55P03|40001|40P01)$/

export function isOutOfReachPostgres(cause: unknown): boolean {
  return cause instanceof OutOfReach || passing.test(stateOf(cause) ?? '')
}

/** A host has several addresses, and each its own reason. */
export function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join(', ')
  return cause instanceof Error ? cause.message : String(cause)
}

/** Waits for an answer of the database. That none comes, or no connection, is said in many words; it is one thing to us. */
export async function answered<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (cause) {
    if (cause instanceof pg.DatabaseError || !(cause instanceof Error) || cause instanceof TypeError) throw cause
    throw new OutOfReach(`the database does not answer: ${reasonOf(cause)}`, { cause })
  }
}
