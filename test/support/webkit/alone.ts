import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { missingForWebKit } from '../../../.ci/browsers.mjs'
import type { AnyPage } from '../any-browser.ts'
import { complaintsAmong, program, settingsFor } from './browser.ts'
import { type Device, pageIn } from './page.ts'
import { end, killChild, startScreen } from './processes.ts'
import { Refused, until } from './session.ts'
import { openWindow } from './window.ts'

/** Runs in the page: what a driver's script does, with elements by their number. */
const asDriver = (script: string, args: readonly unknown[]): string => `
  const elements = (globalThis.peilElements ??= [])
  const given = ${JSON.stringify(args)}.map((each) => (each?.element === undefined ? each : elements[each.element]))
  const result = await (function () { ${script} }).apply(null, given)
  return JSON.stringify({ result }, (_key, value) => (value instanceof Element ? { element: elements.push(value) - 1 } : value))`

/** What the worker was being fetched by when it went. */
const goneWithTheProcess = /Cannot load \S+\/sw\.js due to access control checks/

type Told = { readonly load: string } | { readonly run: string } | { readonly empty: true }

/** A WebKit whose page outlives the process that keeps its databases. */
export type AloneWebKit = {
  readonly open: () => Promise<AnyPage>
  readonly loseConnections: () => Promise<void>
  readonly emptyStorage: () => Promise<unknown>
  readonly complaints: () => readonly string[]
  readonly remove: () => Promise<void>
}

/**
 * A window without a driver: WebKit ends a driver's session together with that process. A click is the element's own here, not one of
 * a finger.
 */
export async function prepareAloneWebKit(): Promise<AloneWebKit> {
  const missing = missingForWebKit()
  if (missing !== undefined) throw new Error(missing)
  const screen = await startScreen()
  const profile = await mkdtemp(join(tmpdir(), 'peil-webkit-'))
  const settings = settingsFor(profile, {}, true)
  const host = spawn('/usr/bin/python3', [program, settings], { env: { ...process.env, DISPLAY: screen.display } })
  const said: string[] = []
  for (const stream of [host.stdout, host.stderr]) createInterface(stream).on('line', (line) => said.push(line))
  let number = 0
  const tell = async (told: Told): Promise<unknown> => {
    const start = `done ${(number += 1)} `
    host.stdin.write(`${JSON.stringify({ number, ...told })}\n`)
    const done = await until(
      () => said.find((line) => line.startsWith(start)),
      () => `no answer\n${said.join('\n')}`,
    )
    const answer = JSON.parse(done.slice(start.length)) as { result?: unknown; failed?: string } | null
    // Mostly: the page went away meanwhile.
    if (answer?.failed !== undefined) throw new Refused('stale element reference', answer.failed)
    return answer?.result ?? null
  }
  const get = () => tell({ run: asDriver('return location.href', []) })
  const post = async (path: string, body: object = {}): Promise<unknown> => {
    const { url, script, args } = body as { url?: string; script?: string; args?: readonly unknown[] }
    if (url !== undefined) return tell({ load: url })
    if (path === '/refresh') return tell({ load: String(await get()) })
    if (script !== undefined) return tell({ run: asDriver(script, args ?? []) })
    const [, element, act] = /^\/element\/(\d+)\/(click)$/.exec(path) ?? []
    if (act === undefined) throw new Error(`a window without a driver does not do ${path}`)
    return tell({ run: asDriver('arguments[0].click()', [{ element: Number(element) }]) })
  }
  const device: Device = {
    tell: (signal) => host.kill(signal),
    beginWith: () => Promise.reject(new Error('a window without a driver begins as it is')),
  }
  return {
    open: () => Promise.resolve(pageIn(openWindow({ post, get }), device)),
    // What WebKit calls its network process keeps the databases too.
    loseConnections: () => killChild(host.pid ?? 0, 'WebKitNetworkProcess'),
    emptyStorage: () => tell({ empty: true }),
    complaints: () => complaintsAmong(said).filter((line) => !goneWithTheProcess.test(line)),
    remove: async () => {
      await end(host)
      await end(screen.process)
      await rm(profile, { recursive: true, force: true })
    },
  }
}
