// Where the browsers of the tests are. Chromium: named by the environment, brought by the system, or downloaded by Playwright.
// WebKit: WebKitGTK as the system brings it.
import { spawnSync } from 'node:child_process'
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

/** What Debian and Ubuntu call the parts of WebKit that the tests need. */
export const webkitPackages = ['webkit2gtk-driver', 'libwebkit2gtk-4.1-0', 'gir1.2-webkit2-4.1', 'python3-gi', 'xvfb']

const hasWindows = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')"
const webkitParts = {
  WebKitWebDriver: ['sh', '-c', 'command -v WebKitWebDriver'],
  Xvfb: ['sh', '-c', 'command -v Xvfb'],
  'WebKit for Python': ['/usr/bin/python3', '-c', hasWindows],
}

/** @returns {string | undefined} a sentence that says what is missing and how it is installed; nothing when all is there */
export function missingForWebKit() {
  const works = ([command, ...words]) => spawnSync(command, words, { stdio: 'ignore' }).status === 0
  const missing = Object.keys(webkitParts).filter((part) => !works(webkitParts[part]))
  if (missing.length === 0) return undefined
  return (
    `The app is tested in a real WebKit, and this is missing: ${missing.join(', ')}. ` +
    `On Debian and Ubuntu: sudo apt-get install -y --no-install-recommends ${webkitPackages.join(' ')}. ` +
    'WebKitWebDriver is made for Linux: elsewhere run the tests in a container with it.'
  )
}
