import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Dexie } from 'dexie'
import { IDBKeyRange, indexedDB } from 'fake-indexeddb'
import { expect, onTestFinished, test } from 'vitest'
import { backupBytes, fewestRounds, mostRounds, nonceBytes, saltBytes, tagBytes } from '../../src/protocol/backup.ts'
import { PeilDatabase } from '../../src/storage/database.ts'
import { backupName, makeBackup } from '../../src/storage/make-backup.ts'
import { readBackupFile } from '../../src/storage/open-backup.ts'
import { fill, finished, goal, madeAt, passphrase, underWay } from '../support/backup.ts'

Dexie.dependencies = { indexedDB, IDBKeyRange }

const page = readFileSync('docs/backup-file.md', 'utf8')
const [, snippet = ''] = /```js\n([\s\S]+?)```/.exec(page) ?? []

async function makeFile(): Promise<Uint8Array<ArrayBuffer>> {
  const database = new PeilDatabase(randomUUID())
  await fill(database)
  const made = await makeBackup(database, passphrase, { now: madeAt, withPlaces: true })
  await database.delete()
  if (!made.ok) throw new Error(made.error.kind)
  return made.value.bytes
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'peil-backup-'))
  onTestFinished(() => {
    rmSync(made, { recursive: true })
  })
  return made
}

test('the ten lines of the page open a file without Peil, with the passphrase typed as people type it', async () => {
  const [place, bytes] = [folder(), await makeFile()]
  writeFileSync(join(place, 'open-backup.mjs'), snippet)
  writeFileSync(join(place, backupName(madeAt)), bytes)
  const open = (typed: string) =>
    execFileSync(process.execPath, ['open-backup.mjs', backupName(madeAt)], {
      cwd: place,
      env: { PASSPHRASE: typed },
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    })
  expect(JSON.parse(open(` ${passphrase.normalize('NFD').replaceAll(' ', '  ')} `))).toMatchObject({
    madeAt,
    assessments: [finished, underWay],
    plan: { goals: [goal] },
    settings: { language: 'sv', colorScheme: 'dark' },
    participations: [{}, {}, {}, {}],
  })
  expect(() => open(`${passphrase}s`)).toThrow('unable to authenticate')
  expect(snippet.split('\n').filter((line) => /^[a-z]/.test(line)).length).toBeLessThanOrEqual(10)
})

test('the page names the fields and figures of a file as it is made', async () => {
  const file = await readBackupFile(new Blob([await makeFile()]))
  if (!file.ok) throw new Error(file.error.kind)
  const { key, cipher } = file.value
  const said = [`\`${Object.keys(file.value).join('` `')}\``, ...Object.keys(key).map((name) => `key.${name}`), ...Object.keys(cipher)]
  for (const name of said.flatMap((names) => names.match(/[\w.]+/g) ?? [])) expect(page).toContain(name)
  expect(page).toContain(`Peil writes ${key.rounds}, and reads from ${fewestRounds} to ${mostRounds}`)
  expect(page).toContain(`Files over ${backupBytes / 1024 / 1024} MiB`)
  expect(page).toContain(`${saltBytes} random bytes`)
  expect(page).toContain(`${nonceBytes} random bytes`)
  expect(page).toContain(`the tag of ${tagBytes} bytes`)
  for (const part of [key, cipher]) expect(Object.keys(part), 'in the order of the alphabet').toEqual(Object.keys(part).toSorted())
})
