import type { ReactElement } from 'react'
import { ContributePage } from '../features/contribute/page.tsx'
import { SlipPage } from '../features/contribute/slip-page.tsx'
import { copyText } from '../platform/sharing.ts'
import { contributing } from './contributing.ts'
import { device } from './device.ts'

export function ContributePlace(): ReactElement {
  return <ContributePage device={device} contributing={contributing()} />
}

export function SlipPlace(): ReactElement {
  return <SlipPage device={device} contributing={contributing()} copy={copyText} />
}
