// Brings a fresh machine to the point where the other commands work. Runs on any Node from 20 and needs no package.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium, missingForWebKit, webkitPackages } from './browsers.mjs'
import { missingProxies, unpackProxies } from './proxies.mjs'

const stamp = 'node_modules/.peil-lock'
const leastNode = [24, 15]

function run(command, ...args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  return status === 0
}

function stop(message) {
  console.error(message)
  process.exit(1)
}

function installPackages() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.error('Installing packages (once, about half a minute) …')
  if (!run('npm', 'ci', '--loglevel=error')) stop('The packages could not be installed: see above.')
  writeFileSync(stamp, lock)
}

function checkNode() {
  const version = spawnSync('node', ['-p', 'process.versions.node'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  }).stdout.trim()
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < leastNode[0] || (major === leastNode[0] && minor < leastNode[1])) {
    stop(
      `Peil needs Node ${leastNode.join('.')} or newer, and npm has no build of it for this machine. Install Node 24 (found ${version}).`,
    )
  }
}

/** Whether this process may install what the system's packages bring. */
const mayInstall = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0

function installWithApt(...packages) {
  return run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages)
}

async function installChromium() {
  if (await findChromium()) return
  console.error('Installing Chromium for the browser tests …')
  const installed = mayInstall ? installWithApt('chromium') : run('npx', 'playwright-core', 'install', 'chromium')
  if (!installed || !(await findChromium())) stop('No Chromium could be installed. Install one and name it in PEIL_CHROMIUM.')
}

/** Without it the tests in WebKit fail with the same sentence; all others can still be run. */
function installWebKit() {
  if (missingForWebKit() === undefined) return
  console.error('Installing WebKit for the browser tests …')
  if (mayInstall) installWithApt(...webkitPackages)
  const missing = missingForWebKit()
  if (missing !== undefined) console.error(missing)
}

/** As test/support/postgres-cluster.ts looks for it. */
function hasPostgres() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : []
  const places = [process.env.PEIL_POSTGRES, ...versions, ...(process.env.PATH ?? '').split(':')]
  return places.some((place) => place && existsSync(join(place, 'initdb')))
}

/** The programs alone: no server is set up for the machine, the tests start their own. */
function installPostgres() {
  if (hasPostgres()) return
  console.error('Installing PostgreSQL for the server tests …')
  const installed =
    mayInstall &&
    installWithApt('postgresql-common') &&
    run('sed', '-i', 's/^#* *create_main_cluster.*/create_main_cluster = false/', '/etc/postgresql-common/createcluster.conf') &&
    installWithApt('postgresql')
  if (!installed || !hasPostgres())
    stop('The server is tested on a real PostgreSQL, and none could be installed. Install one, or name its bin folder in PEIL_POSTGRES.')
}

/** Without them the tests with proxies fail with the same sentence; all others can still be run. */
function bringProxies() {
  if (missingProxies() === undefined) return
  console.error('Fetching nginx and Caddy for the tests of their configurations …')
  if (mayInstall) run('apt-get', 'update', '-qq')
  if (existsSync('/usr/bin/apt-get')) unpackProxies()
  const missing = missingProxies()
  if (missing !== undefined) console.error(missing)
}

installPackages()
checkNode()
if (process.argv.includes('--postgres')) installPostgres()
if (process.argv.includes('--browsers')) {
  await installChromium()
  installWebKit()
  bringProxies()
}
