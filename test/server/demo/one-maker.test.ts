import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { asOnlyMaker } from '../../../src/server/cli/demo/one-maker.ts'

function claimedBy(pid: number) {
  const folder = mkdtempSync(join(tmpdir(), 'peil-maker-'))
  const claim = join(folder, 'demo-in-the-making')
  writeFileSync(claim, String(pid))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return { folder, claim }
}

test('a demo that another process is making is waited for', async () => {
  const { folder, claim } = claimedBy(process.ppid)
  const order: string[] = []
  const mine = asOnlyMaker(folder, () => Promise.resolve(order.push('mine')))
  for (let looks = 0; looks < 50; looks += 1) await readdir(folder)
  order.push('the other is done')
  await rm(claim)
  await mine
  expect(order).toEqual(['the other is done', 'mine'])
  expect(existsSync(claim)).toBe(false)
})

test('a process that died while it made the demo holds up nobody', async () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  const { folder, claim } = claimedBy(pid)
  expect(await asOnlyMaker(folder, () => Promise.resolve(existsSync(claim)))).toBe(true)
})

test('a failure lets the next one try', async () => {
  const { folder, claim } = claimedBy(process.pid)
  await expect(asOnlyMaker(folder, () => Promise.reject(new Error('the disk is full')))).rejects.toThrow('the disk is full')
  expect(existsSync(claim)).toBe(false)
})
