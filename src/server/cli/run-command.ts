import { type Config, type Environment, readConfig } from '../config.ts'
import { type Stores, openStores } from '../store/stores.ts'
import { type Command, type Outcome, refused } from './command.ts'
import { readWords } from './read-words.ts'

/** Opens the stores when they are first asked for. */
function openedLate({ dataFolder, databaseUrl }: Config): { readonly stores: () => Stores; readonly close: () => Promise<void> } {
  let opened: Stores | undefined
  return {
    stores: () => (opened ??= openStores(dataFolder, databaseUrl)),
    close: async () => opened?.close(),
  }
}

async function runWith(config: Config, command: Command, words: Parameters<Command['run']>[0]): Promise<Outcome> {
  const { stores, close } = openedLate(config)
  try {
    return await command.run(words, { config, stores, clock: () => new Date() })
  } finally {
    await close()
  }
}

/** Reads what was typed and the environment, and runs one command. */
export async function runCommand(command: Command, typed: readonly string[], environment: Environment): Promise<Outcome> {
  const words = readWords(typed, command)
  if (!words.ok) return { kind: 'misused', message: words.error }
  const config = readConfig(environment)
  if (!config.ok) {
    const faults = config.error.map(({ name, line }) => ({ name, line }))
    return refused({ kind: 'configuration-faulty', faults: config.error }, { faults })
  }
  return runWith(config.value, command, words.value)
}
