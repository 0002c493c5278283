import type { ReactElement } from 'react'
import { ContributePage } from '../features/contribute/page.tsx'
import { SlipPage } from '../features/contribute/slip-page.tsx'
import { openCamera } from '../platform/camera.ts'
import { readPhoto } from '../platform/photo.ts'
import { copyText } from '../platform/sharing.ts'
import { contributing } from './contributing.ts'
import { device } from './device.ts'

const scanner = {
  openCamera: (...[video, watcher, until]: Parameters<typeof openCamera>) => openCamera(video, watcher, until),
  readPhoto: (file: Blob) => readPhoto(file),
}

export function ContributePlace(): ReactElement {
  return <ContributePage device={device} contributing={contributing()} scanner={scanner} />
}

export function SlipPlace(): ReactElement {
  return <SlipPage device={device} contributing={contributing()} scanner={scanner} copy={copyText} />
}
