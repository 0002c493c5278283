import { readFileSync } from 'node:fs'

export const page = readFileSync('docs/operator.md', 'utf8')

/** A fenced block: the words after the fence, and the section it stands in. */
export type Block = { readonly section: string; readonly language: string; readonly mark: string; readonly text: string }

export const blocks: readonly Block[] = page.split(/^## /m).flatMap((part) =>
  [...part.matchAll(/^```(\w+)(?: ([\w-]+))?\n([\s\S]+?)^```/gm)].map(([, language = '', mark = '', text = '']) => ({
    section: part.slice(0, part.indexOf('\n')),
    language,
    mark,
    text,
  })),
)

export const textOf = (language: string, mark = ''): string =>
  blocks.find((block) => block.language === language && block.mark === mark)?.text ?? ''

/** Rows of the table whose heading begins so, without the line below the heading. */
export function tableAfter(heading: string): readonly (readonly string[])[] {
  const [, ...lines] = page.slice(page.search(new RegExp(`^\\| ${heading} `, 'm'))).split('\n')
  const end = lines.findIndex((line) => !line.startsWith('|'))
  return lines.slice(1, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

/** What an env file sets. */
export function settingsIn(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]))
}

/** Sections whose commands need PostgreSQL; the others are run with SQLite. */
export const onDatabase = ['PostgreSQL', 'Two hosts', 'From SQLite to PostgreSQL']

/** Every block that no test runs, and why. What is done to the service is done to a server process instead. */
export const byHand: Readonly<Record<string, string>> = {
  useradd: 'makes a user of the machine',
  'git clone': 'the tests stand in a clone, installed and built before they run',
  'git pull': 'the same',
  'systemctl daemon-reload': 'needs a machine that systemd has started',
  'systemctl start peil': 'starts a server process in the test',
  'systemctl stop peil': 'stops it',
}
