import { smallestK } from '../../domain/anonymity/counts.ts'
import { tiersToSend } from '../../domain/anonymity/tiers.ts'
import { type Sector, type Tier, isModule, sectors, tiers } from '../../domain/instrument/instrument.ts'
import { type NamedPack, versionNaming } from '../../domain/instrument/own-pack.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { type Result, fail, ok } from '../../domain/result.ts'
import { coreVersion } from '../../instruments/packs.ts'
import { targetsIn } from '../../instruments/profiles/index.ts'
import type { RoundOpened } from '../../protocol/admin.ts'
import { type Headcount, type RoundUnit, graceHours } from '../../protocol/round.ts'
import type { RoundFile } from '../../protocol/round-file.ts'
import type { UnitEntry } from '../../protocol/units-csv.ts'
import { type AuditEntry, logAction } from '../accounts/audit-log.ts'
import { type Municipality, findMunicipality } from '../registry/municipality.ts'
import { beginSeeing } from '../operation/clock-seen.ts'
import { packsFor } from '../registry/own-packs.ts'
import { profileInForce } from '../registry/profiles.ts'
import { unitsOf } from '../registry/units.ts'
import type { Database, Sql } from '../store/database.ts'
import { makeCodes } from './codes.ts'
import { type OpenRefusal, checkFile, checkLeaders, checkSpacing, checkTargets, dimensionsAsked, headsIn } from './opening-rules.ts'
import type { FrozenRound } from './rounds.ts'
import { type UnitKey, makeUnitKeys } from './unit-key.ts'

export type { OpenRefusal }

export type OpenDependencies = {
  readonly issuer: Database
  readonly clock: () => Date
  readonly random: (bytes: number) => Uint8Array
  readonly publicOrigin: string
}

function headsPerTier(headcount: Headcount): Readonly<Partial<Record<Tier, number>>> {
  return Object.fromEntries(tiers.map((tier) => [tier, headcount[tier] ?? 0]))
}

/** A group of leaders answers the questions of its sector. */
function sectorAsked({ sector }: UnitEntry): Sector {
  return sectors.find((each) => sector === each || sector === `leaders-${each}`) ?? 'barnehage'
}

/** The own packs that each sector's people are asked: in place of the core first, then of the round's modules. */
type OwnPacks = Readonly<Record<Sector, readonly NamedPack[]>>

async function ownPacksOf(sql: Sql, file: RoundFile): Promise<OwnPacks> {
  const modules = dimensionsAsked(file).filter(isModule)
  const asked = async (sector: Sector) => packsFor(sql, file.municipality, [sector, ...modules])
  return { barnehage: await asked('barnehage'), skole: await asked('skole'), sfo: await asked('sfo') }
}

function instrumentOf(entry: UnitEntry, packs: OwnPacks): RoundUnit['instrument'] {
  const id = sectorAsked(entry)
  return { id, version: versionNaming(coreVersion, packs[id]) }
}

function roundUnit(entry: UnitEntry, headcount: Headcount, k: number, key: UnitKey, packs: OwnPacks): RoundUnit {
  return {
    unit: entry.unit,
    name: entry.name,
    sector: entry.sector,
    instrument: instrumentOf(entry, packs),
    headcount,
    tiers: [...tiersToSend(headsPerTier(headcount), k)],
    n: key.n,
    e: key.e,
    keyId: key.keyId,
  }
}

/** The units of the file as the register knows them, in the order of the file. */
function matchUnits(file: RoundFile, register: readonly UnitEntry[]): Result<readonly UnitEntry[], OpenRefusal> {
  const entries = file.units.map(({ unit }) => register.find((entry) => entry.unit === unit) ?? unit)
  const unknown = entries.find((entry) => typeof entry === 'string')
  return unknown === undefined ? ok(entries.filter((entry) => typeof entry !== 'string')) : fail({ kind: 'unit-unknown', unit: unknown })
}

function freeze(
  file: RoundFile,
  municipality: Municipality,
  profile: Profile | undefined,
  entries: readonly UnitEntry[],
  keys: readonly UnitKey[],
  packs: OwnPacks,
  deps: OpenDependencies,
): FrozenRound {
  const k = file.k ?? smallestK
  const closes = new Date(file.closes)
  return {
    v: 1,
    round: Buffer.from(deps.random(16)).toString('base64url'),
    title: file.title,
    municipality: municipality.name,
    opens: deps.clock().toISOString(),
    closes: closes.toISOString(),
    acceptUntil: new Date(closes.getTime() + graceHours * 3_600_000).toISOString(),
    k,
    dimensions: dimensionsAsked(file).map((id) => ({ id, targets: { ...(file.targets?.[id] ?? targetsIn(profile, id)) } })),
    units: entries.flatMap((entry, at) => {
      const [key, asked] = [keys[at], file.units[at]]
      return key === undefined || asked === undefined ? [] : [roundUnit(entry, asked.headcount, k, key, packs)]
    }),
  }
}

async function saveRound(sql: Sql, file: RoundFile, frozen: FrozenRound): Promise<void> {
  await sql.all(
    `INSERT INTO round (round, municipality, closes, accept_until, participants_see_results, document, phase, closed)
     VALUES ($1, $2, $3, $4, $5, $6, 'open', NULL)`,
    frozen.round,
    file.municipality,
    frozen.closes,
    frozen.acceptUntil,
    file.participantsSeeResults === false ? 0 : 1,
    JSON.stringify(frozen),
  )
}

async function saveUnit(sql: Sql, municipality: string, round: string, unit: RoundUnit, key: UnitKey): Promise<void> {
  await sql.all(
    'INSERT INTO round_unit (municipality, unit, round, headcount, private_key, signed) VALUES ($1, $2, $3, $4, $5, 0)',
    municipality,
    unit.unit,
    round,
    headsIn(unit.headcount),
    key.privateKey,
  )
}

/**
 * Opens a round: freezes its document, makes a key pair per unit and a code per head. The codes are in the answer and
 * nowhere else. Refused before anything is written if the file or release rule R9 does not allow it.
 */
export async function openRound(
  deps: OpenDependencies,
  file: RoundFile,
  who: AuditEntry['who'] = 'operator',
): Promise<Result<RoundOpened, OpenRefusal>> {
  const municipality = await findMunicipality(deps.issuer, file.municipality)
  if (municipality === undefined) return fail({ kind: 'municipality-unknown' })
  const checked = checkFile(file, deps.clock())
  if (!checked.ok) return checked
  const entries = matchUnits(file, await unitsOf(deps.issuer, file.municipality))
  if (!entries.ok) return entries
  const leaders = checkLeaders(file, entries.value)
  if (!leaders.ok) return leaders
  const early = await checkSpacing(deps.issuer, file)
  if (!early.ok) return early

  const keys = await makeUnitKeys(file.units.length)
  return deps.issuer.transaction(async (sql) => {
    const spaced = await checkSpacing(sql, file)
    if (!spaced.ok) return spaced
    // Keys take a while to make: a unit may have been removed or renamed since.
    const still = matchUnits(file, await unitsOf(sql, file.municipality))
    if (!still.ok) return still
    // In the same transaction, so that no pack is unloaded between its naming and the round that names it.
    const profile = await profileInForce(sql, municipality)
    const frozen = freeze(file, municipality, profile, still.value, keys, await ownPacksOf(sql, file), deps)
    const reachable = checkTargets(frozen)
    if (!reachable.ok) return reachable
    await saveRound(sql, file, frozen)
    await beginSeeing(sql, deps.clock())
    const units: RoundOpened['units'] = []
    for (const [at, unit] of frozen.units.entries()) {
      const key = keys[at]
      if (key === undefined) continue
      await saveUnit(sql, file.municipality, frozen.round, unit, key)
      const codes = await makeCodes(
        sql,
        { municipality: file.municipality, round: frozen.round, unit: unit.unit },
        headsIn(unit.headcount),
        deps.random,
      )
      units.push({ unit: unit.unit, keyId: unit.keyId, codes: [...codes] })
    }
    await logAction(
      sql,
      file.municipality,
      { who, action: 'round-opened', detail: { round: frozen.round, units: units.length } },
      deps.clock(),
    )
    return ok({ round: frozen.round, link: `${deps.publicOrigin}/r#1.${frozen.round}`, units })
  })
}
