import type { Device } from './device.ts'

const megabyte = 1_000_000
/** A newer Peil needs a few megabytes beside the present one, and browsers refuse before they are quite full. */
const enough = 20 * megabyte

/** How many whole megabytes are left, if that is too little to count on. */
export async function lowRoom({ roomLeft }: Pick<Device, 'roomLeft'>): Promise<number | undefined> {
  const left = await roomLeft()
  return left === undefined || left >= enough ? undefined : Math.floor(left / megabyte)
}
