import { expect, onTestFinished, test } from 'vitest'
import { prepareServer } from '../../support/server-process.ts'

test('a server says that it makes the demo, and stops without waiting until it is made', async () => {
  const server = await prepareServer({ PEIL_DEMO: '1' })
  onTestFinished(server.remove)
  await server.start()
  await server.printed((output) => /^Making the demo municipality/m.exec(output)?.[0])
  expect(await server.stop()).toBe(0)
  expect(server.output()).not.toContain('/inn#')
})
