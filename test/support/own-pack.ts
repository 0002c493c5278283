import type { OwnPackDocument } from '../../src/domain/instrument/own-pack.ts'
import type { Module, Sector } from '../../src/domain/instrument/instrument.ts'
import { packTemplate } from '../../src/server/cli/pack-template.ts'
import { hashOf } from '../../src/server/registry/own-packs.ts'

/** A pack that has no faults, as the template command prints it, with an id of one's own. */
export async function ownPack(place: Sector | Module = 'barnehage', id = 'fjordvik-sett', version = '2026.1'): Promise<OwnPackDocument> {
  const printed = await packTemplate.run({ words: [], options: { for: place }, flags: new Set() }, undefined as never)
  if (printed.kind !== 'done') throw new Error('no template')
  const text = JSON.stringify(printed.print).replaceAll(`our-${place}`, id)
  const document = JSON.parse(text) as OwnPackDocument
  return { ...document, pack: { ...document.pack, version } }
}

/** As it lies on a device. */
export async function keptPack(...of: Parameters<typeof ownPack>) {
  const document = await ownPack(...of)
  return { sha256: hashOf(document), document }
}
