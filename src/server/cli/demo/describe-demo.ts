import type { DemoLinks } from './demo-links.ts'
import { municipalityName } from './fjordvik.ts'

/** Said before the demo is made. */
export const makingDemo = 'Making the demo municipality; this takes about a quarter of a minute.'

/** What is printed at the start of a server, one line each. */
export function describeDemo({ staff, leader, owner }: DemoLinks): readonly string[] {
  return [
    `Demo: ${municipalityName}. The sign-in links work once, for half an hour.`,
    ...(staff === undefined ? [] : [`  staff   ${staff.link}`, `          or type the code ${staff.code}`]),
    `  leader  ${leader.link}`,
    `  owner   ${owner.link}`,
  ]
}
