import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { id, keyId, roundId } from '../../../protocol/ids.ts'

/**
 * What is remembered of the demo, beside the stores: its ids, and the codes of one unit that nobody had used when it was
 * made. A real round's codes are never kept in clear; these belong to nobody, for the whole municipality is invented.
 */
const demoNotes = z.strictObject({
  municipality: id,
  released: roundId,
  open: roundId,
  unit: id,
  keyId,
  codes: z.array(z.string()),
})
export type DemoNotes = z.infer<typeof demoNotes>

function pathIn(dataFolder: string): string {
  return join(dataFolder, 'demo-slips.json')
}

export async function readDemoNotes(dataFolder: string): Promise<DemoNotes | undefined> {
  const content = await readFile(pathIn(dataFolder), 'utf8').catch(() => undefined)
  return content === undefined ? undefined : demoNotes.parse(JSON.parse(content))
}

/** Whole or not at all. */
export async function writeDemoNotes(dataFolder: string, notes: DemoNotes): Promise<void> {
  const unfinished = `${pathIn(dataFolder)}.part`
  await writeFile(unfinished, `${JSON.stringify(notes, undefined, 2)}\n`, { mode: 0o600 })
  await rename(unfinished, pathIn(dataFolder))
}
