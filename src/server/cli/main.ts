import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { clockConfirm } from './clock-confirm.ts'
import type { Command, Outcome } from './command.ts'
import { config } from './config.ts'
import { demo } from './demo.ts'
import { init } from './init.ts'
import { leaderLink } from './leader-link.ts'
import { migrate } from './migrate.ts'
import { ownerLink } from './owner-link.ts'
import { packCheck } from './pack-check.ts'
import { packList } from './pack-list.ts'
import { packLoad } from './pack-load.ts'
import { packTemplate } from './pack-template.ts'
import { packUnload } from './pack-unload.ts'
import { profileExport } from './profile-export.ts'
import { profileImport } from './profile-import.ts'
import { purge } from './purge.ts'
import { restore } from './restore.ts'
import { results } from './results.ts'
import { retention } from './retention.ts'
import { reviewImport } from './review-import.ts'
import { reviewSheet } from './review-sheet.ts'
import { roundClose } from './round-close.ts'
import { roundOpen } from './round-open.ts'
import { runCommand } from './run-command.ts'
import { verify } from './verify.ts'
import { unitRemove } from './unit-remove.ts'
import { unitsImport } from './units-import.ts'

/** Every command of `npm run -s peil -- …` (protocol section 6). */
const commands: ReadonlyMap<string, Command> = new Map([
  ['init', init],
  ['owner-link', ownerLink],
  ['leader-link', leaderLink],
  ['units-import', unitsImport],
  ['unit-remove', unitRemove],
  ['pack-template', packTemplate],
  ['pack-check', packCheck],
  ['pack-load', packLoad],
  ['pack-list', packList],
  ['pack-unload', packUnload],
  ['profile-export', profileExport],
  ['profile-import', profileImport],
  ['round-open', roundOpen],
  ['round-close', roundClose],
  ['results', results],
  ['review-sheet', reviewSheet],
  ['review-import', reviewImport],
  ['audit', audit],
  ['retention', retention],
  ['purge', purge],
  ['backup', backup],
  ['restore', restore],
  ['verify', verify],
  ['migrate', migrate],
  ['demo', demo],
  ['clock-confirm', clockConfirm],
  ['config', config],
])

const exitStatus = { done: 0, refused: 1, misused: 2 } as const

function usage(): string {
  const lines = [...commands].map(([name, command]) => `  ${name} ${command.usage}`.trimEnd())
  return ['Usage: npm run -s peil -- COMMAND', ...lines].join('\n')
}

function report(outcome: Outcome): void {
  if ('print' in outcome) process.stdout.write(`${JSON.stringify(outcome.print, undefined, 2)}\n`)
  if ('message' in outcome) process.stderr.write(`${outcome.message}\n`)
  if (outcome.kind === 'misused') process.stderr.write(`${usage()}\n`)
  process.exitCode = exitStatus[outcome.kind]
}

async function main([name = '', ...typed]: readonly string[]): Promise<Outcome> {
  const command = commands.get(name)
  if (command === undefined) return { kind: 'misused', message: name === '' ? 'Say which command.' : `There is no command ${name}.` }
  try {
    return await runCommand(command, typed, process.env)
  } catch (cause) {
    return { kind: 'refused', message: cause instanceof Error ? cause.message : String(cause) }
  }
}

report(await main(process.argv.slice(2)))
