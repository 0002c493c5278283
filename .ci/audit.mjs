// Asks the registry for known weaknesses in the packages. High or critical ones fail; a registry that does not answer does not.
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'

const failing = ['high', 'critical']
const secondsToAnswer = 60

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function describe({ name, severity, range, via }) {
  const reasons = via.map((each) => (typeof each === 'string' ? `through ${each}` : `${each.title} (${each.url})`))
  return `${severity}: ${name} ${range}: ${reasons.join('; ')}`
}

/**
 * @param {string} report what `npm audit --json` has printed
 * @returns {{ fails: boolean, lines: string[] }} whether the test fails by it, and what to say
 */
export function judgeAudit(report) {
  const content = parse(report)
  if (typeof content?.metadata?.vulnerabilities !== 'object' || typeof content.vulnerabilities !== 'object') {
    const reason = content?.message ?? content?.error?.summary ?? 'no answer that could be read'
    return { fails: false, lines: [`The registry does not say whether the packages have known weaknesses: ${reason}. NOT checked.`] }
  }
  const known = Object.values(content.vulnerabilities)
  const grave = known.filter(({ severity }) => failing.includes(severity))
  const mild = known.length - grave.length
  const said = `${grave.length} packages with known weaknesses that are high or critical, ${mild} with lesser ones.`
  return { fails: grave.length > 0, lines: [...grave.map(describe), said] }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { stdout } = spawnSync('npm', ['audit', '--json'], {
    encoding: 'utf8',
    timeout: secondsToAnswer * 1000,
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  })
  const { fails, lines } = judgeAudit(stdout ?? '')
  for (const line of lines) console.log(line)
  process.exitCode = fails ? 1 : 0
}
