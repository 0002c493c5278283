import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AnyBrowser, AnyPage, Look } from '../any-browser.ts'
import { type Device, pageIn } from './page.ts'
import { killFamily, startDriver } from './processes.ts'
import { type Session, startSession, until } from './session.ts'
import { openWindow, switchboard } from './window.ts'

export const program = fileURLToPath(new URL('app-host.py', import.meta.url))
const size = [810, 1080]

/** What the host is to be. */
export function settingsFor(profile: string, look: Look = {}, alone = false): string {
  return JSON.stringify({
    profile,
    alone,
    size,
    language: look.locale ?? 'nb-NO',
    still: look.reducedMotion === 'reduce',
    without: look.storage === 'refused' ? ['IndexedDBAPI'] : [],
    ...(look.userAgent === undefined ? {} : { userAgent: look.userAgent }),
  })
}

/** What is no fault of the app: a reply that did not come, and a rule of the server's policy that this engine has never heard of. */
const excused = /CONSOLE NETWORK|Unrecognized Content-Security-Policy directive/

export const complaintsAmong = (lines: readonly string[]): string[] =>
  lines.filter((line) => /CONSOLE (\w+ )?ERROR/.test(line) && !excused.test(line))

const after = (start: string, lines: readonly string[]): string[] =>
  lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length))

type Opened = { readonly session: Session; readonly pageAt: (handle: string) => AnyPage; readonly first: AnyPage }

/** A WebKit with a profile on disk, so that it can be closed and opened again like an installed app. */
export async function prepareWebKit(look: Look = {}): Promise<AnyBrowser> {
  const driver = await startDriver()
  const profile = await mkdtemp(join(tmpdir(), 'peil-webkit-'))
  let opened: Opened | undefined
  const host = (): number => Number(after('running ', driver.said).at(-1))
  const device: Device = {
    tell: (sign) => process.kill(host(), sign),
    beginWith: async (script) => {
      const heard = (): number => after('begins anew', driver.said).length
      const before = heard()
      await writeFile(join(profile, 'begin.js'), script)
      process.kill(host(), 'SIGHUP')
      await until(
        () => heard() > before || undefined,
        () => 'the window does not take the script',
      )
    },
  }

  const start = async (): Promise<Opened> => {
    const session = await startSession(driver.address, { binary: '/usr/bin/python3', args: [program, settingsFor(profile, look)] })
    const commandsFor = switchboard(session)
    const pageAt = (handle: string): AnyPage => pageIn(openWindow(commandsFor(handle)), device)
    return { session, pageAt, first: pageAt((await session.get('/window')) as string) }
  }
  const untilGone = () =>
    until(
      () => !isRunning(host()) || undefined,
      () => 'the window does not close',
    )
  const close = async (): Promise<void> => {
    await opened?.session.end()
    opened = undefined
    await untilGone()
  }
  return {
    open: async () => (opened ??= await start()).first,
    openAnother: async () => {
      opened ??= await start()
      const { handle } = (await opened.session.post('/window/new', { type: 'tab' })) as { handle: string }
      return opened.pageAt(handle)
    },
    close,
    kill: async () => {
      await killFamily(host())
      // The driver finds nobody to take leave of.
      await opened?.session.end().catch(() => undefined)
      opened = undefined
      await untilGone()
    },
    saving: async (save) => {
      const before = after('saved ', driver.said).length
      await save()
      const saved = () => after('saved ', driver.said)[before]
      return fileURLToPath(await until(saved, () => 'no file was saved'))
    },
    foreignRequests: (origin) => after('requested ', driver.said).filter((url) => /^https?:/.test(url) && new URL(url).origin !== origin),
    complaints: () => complaintsAmong(driver.said),
    told: () => driver.said.flatMap((line) => /CONSOLE (?:\w+ )?INFO (.*)/.exec(line)?.[1] ?? []),
    remove: async () => {
      await close()
      await driver.stop()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
