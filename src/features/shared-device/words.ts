import { useTranslation } from 'react-i18next'
import { pinFault } from '../../domain/person/pin.ts'
import type { AddRefusal, UnlockRefusal } from '../../storage/persons.ts'
import type { OwnRefusal, ShareRefusal } from '../../storage/sharing.ts'

type Refusal = AddRefusal | UnlockRefusal | OwnRefusal | ShareRefusal

/** Why something did not happen, and what to do. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const { t } = useTranslation(['shared-device', 'app'])
  return (refusal) => {
    switch (refusal.kind) {
      case 'storage-full':
      case 'storage-unavailable':
        return t(`app:refusals.${refusal.kind}`)
      case 'wrong':
      case 'too-soon':
      case 'gone':
      case 'cannot-lock':
      case 'others-here':
      case 'guarded':
        return t(`refusals.${refusal.kind}`)
    }
  }
}

/** What is wrong with a PIN somebody wants, typed twice. */
export function useNewPinFaults(): (pin: string, again: string) => { readonly pin?: string; readonly again?: string } {
  const { t } = useTranslation('shared-device')
  return (pin, again) => {
    const fault = pinFault(pin)
    if (fault) return { pin: t(`pin.${fault.kind}`) }
    return pin === again ? {} : { again: t('pin.different') }
  }
}
