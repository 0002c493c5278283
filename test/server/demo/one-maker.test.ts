import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { asOnlyMaker } from '../../../src/server/cli/demo/one-maker.ts'

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'peil-maker-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

const maker = `
  import { asOnlyMaker } from './src/server/cli/demo/one-maker.ts'
  await asOnlyMaker(process.argv[1], () => {
    console.log('making')
    return new Promise(() => setInterval(() => undefined, 60_000))
  })`

test('a demo that another process is making is waited for, and taken over when that process is killed', async () => {
  const folder = dataFolder()
  const other = spawn(process.execPath, ['--input-type=module', '-e', maker, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(other.stdout, 'data')
  const order: string[] = []
  const mine = asOnlyMaker(folder, () => Promise.resolve(order.push('mine')))
  for (let looks = 0; looks < 50; looks += 1) await readdir(folder)
  order.push('the other is killed')
  other.kill('SIGKILL')
  await once(other, 'exit')
  await mine
  expect(order).toEqual(['the other is killed', 'mine'])
})

test('a failure lets the next one try', async () => {
  const folder = dataFolder()
  await expect(asOnlyMaker(folder, () => Promise.reject(new Error('the disk is full')))).rejects.toThrow('the disk is full')
  expect(await asOnlyMaker(folder, () => Promise.resolve('made'))).toBe('made')
})
