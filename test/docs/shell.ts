import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { freePort } from '../support/server-process.ts'
import { blocks, settingsIn, textOf } from './guide.ts'

/** Commands as they stand in package.json, and no others. */
const npm = `npm() { [ "$1 $2 $3 $4" = "run -s peil --" ] || return 99; shift 4; node src/server/cli/main.ts "$@"; }`

/** On a machine without it. */
const curl = `command -v curl > /dev/null || curl() {
  node -e 'fetch(process.argv.at(-1)).then(async (reply) => { process.exitCode = reply.ok ? 0 : 22; process.stdout.write(await reply.text()) })' "$@"
}`

/** What the guide says to do before any of its commands. */
const before = (blocks.find(({ text }) => text.includes('set -a;'))?.text ?? '').split('\n').slice(0, 2).join('\n')

/** A machine as the guide makes it, its places in a folder of this test's own. */
export async function openMachine(changes: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'peil-guide-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const places: readonly (readonly [string, string])[] = [
    ['/opt/peil', process.cwd()],
    ...['/etc/peil', '/var/lib/peil', '/var/backups/peil'].map((place) => [place, join(folder, place)] as const),
    ['8080', String(await freePort())],
    ['9464', String(await freePort())],
    ...Object.entries(changes),
  ]
  const here = (text: string): string => places.reduce((mapped, [from, to]) => mapped.replaceAll(from, to), text)
  for (const place of ['/etc/peil', '/var/lib/peil', '/var/backups/peil']) mkdirSync(here(place), { recursive: true, mode: 0o700 })
  const settings = (text = textOf('env')) => settingsIn(here(text))
  const configure = (more = '') => {
    writeFileSync(here('/etc/peil/peil.env'), `${here(textOf('env'))}${more}`)
  }
  configure()
  return {
    here,
    settings,
    configure,
    /** Runs a block of the guide as it stands, and gives what it printed. Whatever fails in it fails. */
    run(text: string, environment: Readonly<Record<string, string>> = {}): Promise<string> {
      const script = ['set -euo pipefail', npm, curl, before, text].join('\n')
      const env = { PATH: process.env['PATH'], ...environment }
      return new Promise((resolve, reject) => {
        execFile('bash', ['--norc', '-c', here(script)], { env }, (error, stdout, stderr) => {
          if (error === null && stderr === '') resolve(stdout)
          else reject(new Error(`${text}\n${stdout}${stderr}`))
        })
      })
    },
  }
}
