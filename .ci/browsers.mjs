// Where a Chromium is: named by the environment, brought by the system, or downloaded by Playwright.
import { existsSync } from 'node:fs'

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** @returns {Promise<string | undefined>} the path of an executable that exists */
export async function findChromium() {
  const { chromium } = await import('playwright-core')
  return [process.env.PEIL_CHROMIUM, ...systemPaths, chromium.executablePath()].find((path) => path && existsSync(path))
}
