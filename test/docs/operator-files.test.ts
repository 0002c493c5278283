import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { textOf } from './guide.ts'

const service = textOf('ini')
const inService = Object.fromEntries([...service.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]))

function fileOf(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'peil-unit-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

test('the service starts what is there, leaves nothing of its memory behind, and gives it time to stop', () => {
  const [, program = '', script = ''] = /^\/opt\/peil\/(\S+) (\S+)$/.exec(inService['ExecStart'] ?? '') ?? []
  expect([existsSync(program), existsSync(script)]).toEqual([true, true])
  expect(inService).toMatchObject({ LimitCORE: '0', MemorySwapMax: '0', EnvironmentFile: '/etc/peil/peil.env', Restart: 'on-failure' })
  expect(Number(inService['TimeoutStopSec'])).toBeGreaterThan(25)
})

test('systemd, where it is, finds nothing wrong with the service and little that it may do', () => {
  const here = service
    .replaceAll('/opt/peil', process.cwd())
    .replace('/etc/peil/peil.env', '/dev/null')
    .replace('User=peil', `User=${userInfo().username}`)
  const checker = spawnSync('systemd-analyze', ['verify', fileOf('peil.service', here)], { encoding: 'utf8' })
  if (checker.error !== undefined) return
  expect([checker.status, checker.stdout, checker.stderr]).toEqual([0, '', ''])
  const rated = execFileSync('systemd-analyze', ['security', '--offline=true', '--no-pager', fileOf('peil.service', service)], {
    encoding: 'utf8',
  })
  expect(Number(/Overall exposure level for peil\.service: ([\d.]+)/.exec(rated)?.[1])).toBeLessThanOrEqual(2)
})

/** Whatever is in curly brackets, by what stands before them. */
function sectionsOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const match of text.matchAll(/([\w./ {}:-]*?)\s*\{\n([^{}]*)\}/g)) found.set((match[1] ?? '').trim(), match[2] ?? '')
  return found
}

test('nginx keeps no log and no body, says whose address it is, and takes what the server takes', () => {
  const proxy = textOf('nginx')
  const said = proxy.split('\n').map((line) => line.trim())
  expect(said.filter((line) => /_log\b/.test(line))).toEqual(['access_log off;', 'error_log /dev/null emerg;'])
  expect(said).toEqual(
    expect.arrayContaining([
      'listen 443 ssl;',
      'proxy_set_header X-Forwarded-For $remote_addr;',
      'proxy_set_header Host $host;',
      'proxy_max_temp_file_size 0;',
    ]),
  )
  // Imports have 2 MiB, what people send 16 KiB: the first passes, the second never reaches a file.
  expect(Number(/client_max_body_size (\d+)m/.exec(proxy)?.[1])).toBeGreaterThanOrEqual(2)
  expect(Number(/client_body_buffer_size (\d+)k/.exec(proxy)?.[1])).toBeGreaterThanOrEqual(16)
  expect(proxy.split('{').length).toBe(proxy.split('}').length)
  for (const line of said) expect(line).toMatch(/^$|^#|[;{}]$/)
})

test('Caddy logs nothing of requests, says whose address it is, and takes what the server takes', () => {
  const proxy = textOf('caddyfile')
  const sections = sectionsOf(proxy)
  expect(sections.get('log default')?.trim()).toBe('exclude http')
  expect(proxy.match(/\blog\b/g)).toHaveLength(1)
  expect(proxy).toContain('header_up X-Forwarded-For {remote_host}')
  expect(Number(/max_size (\d+)MB/.exec(proxy)?.[1])).toBeGreaterThan(2)
  expect(proxy.split('{').length).toBe(proxy.split('}').length)
})
