import { readFile } from 'node:fs/promises'
import type { $ZodError } from 'zod/v4/core'
import { type Result, fail, ok } from '../../domain/result.ts'

/** A field of the file that is not as it should be, such as `units.3.headcount.teacher`. */
export type FieldFault = { readonly field: string; readonly problem: string }

/** What a schema found wrong with a file, field by field. */
export function faultsOf(error: $ZodError): readonly FieldFault[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String)
    if (issue.code !== 'unrecognized_keys') return [{ field: path.join('.') || 'file', problem: issue.message }]
    return issue.keys.map((key) => ({ field: [...path, key].join('.'), problem: 'Unknown field' }))
  })
}

export type FileRefusal = { readonly kind: 'file-unreadable' | 'file-not-json' | 'file-too-large' }

/** Reads a file that a person may have saved with a byte order mark. */
export async function readJson(path: string, mostBytes = Infinity): Promise<Result<unknown, FileRefusal>> {
  const content = await readFile(path).catch(() => undefined)
  if (content === undefined) return fail({ kind: 'file-unreadable' })
  if (content.length > mostBytes) return fail({ kind: 'file-too-large' })
  try {
    return ok(JSON.parse(content.toString('utf8').replace(/^\uFEFF/, '')) as unknown)
  } catch {
    return fail({ kind: 'file-not-json' })
  }
}
