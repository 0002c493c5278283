import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { takeFile } from '../../../src/server/store/file-lock.ts'

test('a file that is taken stays taken, also when this process tries again, until it is given back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'peil-lock-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const path = join(folder, 'some.lock')
  const program = `import { takeFile } from './src/server/store/file-lock.ts'
    console.log(takeFile(process.argv[1]) === undefined ? 'taken' : 'free')`
  const seenByAnother = () => execFileSync('node', ['--input-type=module', '-e', program, path], { encoding: 'utf8' }).trim()
  const lock = takeFile(path)
  expect(takeFile(path)).toBeUndefined()
  expect(seenByAnother()).toBe('taken')
  lock?.release()
  expect(seenByAnother()).toBe('free')
  expect(statSync(path).mode & 0o777).toBe(0o600)
})
