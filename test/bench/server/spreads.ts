import { padContribution } from '../../../src/protocol/contribution.ts'
import type { Stores } from '../../../src/server/store/stores.ts'
import { makeContributions } from './contributions.ts'
import { requestOf } from './load.ts'
import type { Spread } from './measure.ts'
import { type OpenRound, openMunicipality } from './municipality.ts'
import { recordContributions } from './recording.ts'

/** Opens a round and lets everybody in it contribute: the collector holds all of it afterwards. */
export async function contributeAll(
  stores: Stores,
  units: number,
  peoplePerUnit: number,
): Promise<{ readonly spread: Spread; readonly opened: OpenRound }> {
  const opened = await openMunicipality(stores, units, peoplePerUnit)
  const contributions = await makeContributions(stores.issuer, opened.frozen, units * peoplePerUnit)
  const transactions = await recordContributions(stores.collector, opened.frozen, contributions)
  const requests = contributions.map((contribution) => requestOf('POST', '/contributions', padContribution(contribution)))
  return { spread: { name: units === 1 ? 'one unit' : `${units} units`, frozen: opened.frozen, transactions, requests }, opened }
}
