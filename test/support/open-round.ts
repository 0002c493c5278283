import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type RoundOpened, initialised, roundOpened } from '../../src/protocol/admin.ts'
import { parseCode } from '../../src/protocol/code.ts'
import { slipLink } from '../../src/protocol/slip.ts'
import type { ServerProcess } from './server-process.ts'

/**
 * A municipality with a kindergarten of thirteen and one of four, and an open round.
 * @param prepare what the municipality does before it opens the round
 */
export async function openRound(server: ServerProcess, prepare?: (municipality: string) => Promise<void>) {
  const { municipality } = initialised.parse(await server.peil('init', '--municipality', 'Prøvik kommune'))
  await prepare?.(municipality)
  const [unitsFile, roundFile] = [join(server.dataFolder, 'units.csv'), join(server.dataFolder, 'round.json')]
  await writeFile(unitsFile, 'unit,name,sector\nsolstrala,Solstråla barnehage,barnehage\nlia,Lia barnehage,barnehage\n')
  await server.peil('units-import', unitsFile, '--municipality', municipality)
  const closes = new Date(Date.now() + 14 * 86_400_000).toISOString()
  const units = [
    { unit: 'solstrala', headcount: { practice: 8, teacher: 5 } },
    { unit: 'lia', headcount: { practice: 4 } },
  ]
  await writeFile(roundFile, JSON.stringify({ title: 'Høst 2026', municipality, closes, units }))
  const opened = roundOpened.parse(await server.peil('round-open', roundFile))
  return { municipality, opened }
}

/** The slips' links, in the order they were made. */
export function slipsOf(server: ServerProcess, opened: RoundOpened, unit: string): string[] {
  const found = opened.units.find((each) => each.unit === unit)
  if (found === undefined) throw new Error(`no unit ${unit}`)
  return found.codes.map((printed) => {
    const code = parseCode(printed)
    if (!code.ok) throw new Error(code.error.kind)
    return slipLink(server.origin, { round: opened.round, unit, code: code.value, keyId: found.keyId })
  })
}
