// Everything that must hold, in the order in which it fails fastest. Ends with one line of totals.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'

const reports = '.cache/test'
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

let passed = 0
let failed = 0

function run(title, command, ...args) {
  console.log(`\n── ${title}`)
  const started = Date.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  console.log(`── ${title}: ${status === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - started) / 1000).toFixed(0)} s`)
  return status === 0
}

function check(title, command, ...args) {
  if (run(title, command, ...args)) passed += 1
  else failed += 1
}

function vitest(project) {
  const report = `${reports}/${project}.json`
  const held = run(
    `tests: ${project}`,
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  )
  try {
    const totals = JSON.parse(readFileSync(report, 'utf8'))
    passed += totals.numPassedTests
    failed += totals.numFailedTests
    // A file that cannot even be loaded has no test to count, and a skipped test is no passed one.
    const uncounted = totals.numTotalTests - totals.numPassedTests - totals.numFailedTests
    failed += uncounted + (held || totals.numFailedTests > 0 ? 0 : 1)
  } catch {
    failed += 1
  }
}

check('types', 'tsc', '--noEmit', '-p', '.')
check('types of the pure core', 'tsc', '--noEmit', '-p', 'src/domain')
check('lint', 'eslint', '-c', '.ci/eslint.config.js', '--max-warnings', '0', '.')
check('format', 'prettier', '--check', '--log-level', 'warn', '.')
check('known weaknesses of packages', 'node', '.ci/audit.mjs')
vitest('unit')
vitest('postgres')
check('figures of the texts', 'node', 'test/content/figures.ts')
check('build', 'vite', 'build', '--logLevel', 'warn')
vitest('built')
vitest('timed')

console.log(`\nTests: ${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
