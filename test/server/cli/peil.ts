import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type * as z from 'zod/mini'
import { bytesIn, environmentFor, removeStores, storesIn } from '../../support/stores.ts'

export type Ran = { readonly status: number; readonly stdout: string; readonly stderr: string }

/** A place for an operator: a folder for the data, one for files, and the commands as real processes. */
export function openTerminal() {
  const folder = mkdtempSync(join(tmpdir(), 'peil-cli-'))
  const dataFolder = join(folder, 'data')
  onTestFinished(() => {
    removeStores(dataFolder)
    rmSync(folder, { recursive: true })
  })

  const environment = { PEIL_DATA: dataFolder, ...environmentFor(dataFolder) }

  function peil(...words: string[]): Promise<Ran> {
    const env = { PATH: process.env['PATH'], PUBLIC_ORIGIN: 'http://peil.test', ...environment }
    return new Promise((resolve) => {
      execFile(process.execPath, ['src/server/cli/main.ts', ...words], { env }, (error, stdout, stderr) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr })
      })
    })
  }

  return {
    dataFolder,
    /** What says where the stores are. */
    environment,
    peil,
    openStores: () => storesIn(dataFolder),
    /** Runs a command that must succeed and reads what it printed. */
    async reading<S extends z.ZodMiniType>(schema: S, ...words: string[]): Promise<z.output<S>> {
      const { status, stdout, stderr } = await peil(...words)
      if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`)
      return schema.parse(JSON.parse(stdout))
    },
    write(name: string, content: string): string {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    /** Every byte of the stores. */
    stored: () => bytesIn(dataFolder),
  }
}
export type Terminal = ReturnType<typeof openTerminal>
