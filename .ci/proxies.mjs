// Where the proxies of the tests are: named by the environment, brought by the system, or unpacked from Debian's packages.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const unpacked = resolve('.cache/debian')
const named = { nginx: 'PEIL_NGINX', caddy: 'PEIL_CADDY', openssl: 'PEIL_OPENSSL' }
/** What Debian and Ubuntu call what holds each program. */
export const proxyPackages = Object.keys(named)

/** @returns {string | undefined} the path of a program that exists */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/bin', join(unpacked, 'usr/sbin'), join(unpacked, 'usr/bin')]
  return [process.env[named[name]], ...folders.map((folder) => join(folder, name))].find((path) => path && existsSync(path))
}

/** @returns {string | undefined} a sentence that says what is missing and how it is got; nothing when all is there */
export function missingProxies() {
  const missing = proxyPackages.filter((name) => findProgram(name) === undefined)
  if (missing.length === 0) return undefined
  return (
    `The configurations for proxies are tested with real ones, and this is missing: ${missing.join(', ')}. ` +
    `Install it, or name it in ${missing.map((name) => named[name]).join(', ')}.`
  )
}

/** Unpacks what is missing beside the repository's other caches: installed, a package would start its service on the machine. */
export function unpackProxies() {
  const missing = proxyPackages.filter((name) => findProgram(name) === undefined)
  mkdirSync(unpacked, { recursive: true })
  const run = (command, ...args) => spawnSync(command, args, { stdio: 'inherit', cwd: unpacked }).status === 0
  return run('apt-get', 'download', '-qq', ...missing) && run('sh', '-c', 'for package in *.deb; do dpkg -x "$package" .; done')
}
