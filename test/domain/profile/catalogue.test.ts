import { expect, test } from 'vitest'
import { fitToCatalogue } from '../../../src/domain/profile/catalogue.ts'
import { profileFaults } from '../../../src/domain/profile/faults.ts'
import { resources } from '../../../src/instruments/resources.ts'
import { checked, ownProfile, unchecked } from '../../support/profile.ts'

test('a profile from another version of the catalogue is made to fit this one, and keeps what fits', () => {
  const ids = (of: typeof checked) => of.slice(0, 2).map(({ id }) => id)
  const fits = { hiddenResources: ids(checked), confirmedResources: ids(unchecked) }
  const { profile } = ownProfile({
    hiddenResources: ['gone', ...fits.hiddenResources],
    confirmedResources: [...fits.confirmedResources, 'gone-too', checked[5]?.id ?? ''],
  })
  expect(profileFaults(profile, resources)).toHaveLength(3)
  expect(fitToCatalogue(profile, resources)).toEqual({ ...profile, ...fits })
  expect(profileFaults(fitToCatalogue(profile, resources), resources)).toEqual([])
})
