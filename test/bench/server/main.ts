// `npm run bench:server`: what the server does on this machine. Tables, and the same as JSON on the last line.
// `--quick` sees in seconds that everything runs; `--only sqlite` and `--only postgres` measure one engine.
import { loadavg } from 'node:os'
import { benchmarkPostgres, benchmarkSqlite } from './engines.ts'
import { goalsOf } from './goals.ts'
import { describeMachine } from './machine.ts'
import { describeEngine, describeGoals, describeMachineAs } from './report.ts'
import { settingsOf } from './settings.ts'

const words = process.argv.slice(2)
const settings = settingsOf(words)
const only = words.includes('--only') ? words[words.indexOf('--only') + 1] : undefined
const engines = [
  { name: 'sqlite', run: benchmarkSqlite },
  { name: 'postgres', run: benchmarkPostgres },
].filter(({ name }) => only === undefined || only === name)

function say(line: string): void {
  process.stderr.write(`${Math.round(performance.now() / 1000)} s  ${line}\n`)
}

/** What is known is printed at once: the other engine may take long. */
function print(...parts: readonly string[]): void {
  process.stdout.write(parts.map((part) => `${part}\n\n`).join(''))
}

if (settings.quick) print('Quick: so little is measured that the figures say nothing.')
const before = describeMachine()
for (const warning of before.warnings) say(warning)
const benchmarked = []
for (const { run } of engines) {
  const done = await run(settings, say)
  print(describeEngine(done))
  benchmarked.push(done)
}
const [loadAfter = 0] = loadavg()
const machine = { ...before, loadAfter }
const goals = benchmarked.flatMap((each) => goalsOf(each, settings))
print(describeMachineAs(machine), describeGoals(goals))
process.stdout.write(`${JSON.stringify({ machine, settings, engines: benchmarked, goals })}\n`)
