import { expect, test } from 'vitest'
import { backup } from '../../../src/server/cli/backup.ts'
import { purge } from '../../../src/server/cli/purge.ts'
import { restore } from '../../../src/server/cli/restore.ts'
import { runCommand } from '../../../src/server/cli/run-command.ts'
import { verify } from '../../../src/server/cli/verify.ts'

test.each([
  ['backup', backup, ['copy']],
  ['restore', restore, ['copy']],
  ['verify', verify, []],
  ['purge', purge, []],
] as const)('%s works on files, and says so where the stores are in PostgreSQL', async (_name, command, typed) => {
  const outcome = await runCommand(command, typed, { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
  expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining('is for SQLite files') as string })
})
