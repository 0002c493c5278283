import { benchmarkSqlite } from './engines.ts'
import { benchmarkPostgres } from './engines.ts'
import { settingsOf } from './settings.ts'
const s = settingsOf(process.argv)
const say = (l: string) => { process.stderr.write(`${(performance.now() / 1000).toFixed(1)} ${l}\n`) }
if (!process.argv.includes('--pg')) console.dir(await benchmarkSqlite(s, say), { depth: 9 })
if (!process.argv.includes('--lite')) console.dir(await benchmarkPostgres(s, say), { depth: 9 })
