// Releases one round in a process of its own, so that its time and memory can be told from everything else's.
import { closeRound } from '../../../src/server/release/close-round.ts'
import { openStores } from '../../../src/server/store/stores.ts'

const [round = ''] = process.argv.slice(2)
const stores = openStores(process.env['PEIL_DATA'] ?? '', process.env['DATABASE_URL'])
// Opened, and brought up to date, before the clock runs.
await stores.released.all('SELECT COUNT(*) AS n FROM released')
const before = process.resourceUsage().maxRSS
const began = performance.now()
const closed = await closeRound({ stores, clock: () => new Date() }, round, 'operator')
const milliseconds = performance.now() - began
await stores.close()
if (!closed.ok) throw new Error(`the round was not released: ${closed.error.kind}`)
const kilobyte = 1024
process.stdout.write(
  JSON.stringify({
    milliseconds,
    peakBytes: process.resourceUsage().maxRSS * kilobyte,
    idleBytes: before * kilobyte,
    people: closed.value.total.n,
  }),
)
