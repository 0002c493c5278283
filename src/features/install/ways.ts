import type { ReactElement } from 'react'
import { AddToDock, DockMenu, InDock } from './mac-shots.tsx'
import { AndroidAdd, AndroidConfirm, AndroidHome, AndroidMenu } from './phone-shots.tsx'
import { AppMenu, ComputerConfirm, InstallIcon } from './computer-shots.tsx'
import { AddRow, HomeScreen, ShareButton, WebAppSwitch } from './tablet-shots.tsx'

/** The kinds of devices that need a way of their own. */
export const kinds = ['apple-tablet', 'android', 'computer', 'mac'] as const
export type Kind = (typeof kinds)[number]

/** One thing to do, and what to look for. Its words are named after it. */
export type WayStep<Name extends string = string> = { readonly name: Name; readonly Shot: () => ReactElement }

/** What to do on each, in order. */
export const stepsOf = {
  'apple-tablet': [
    { name: 'share', Shot: ShareButton },
    { name: 'add', Shot: AddRow },
    { name: 'keep', Shot: WebAppSwitch },
    { name: 'open', Shot: HomeScreen },
  ],
  android: [
    { name: 'menu', Shot: AndroidMenu },
    { name: 'add', Shot: AndroidAdd },
    { name: 'confirm', Shot: AndroidConfirm },
    { name: 'open', Shot: AndroidHome },
  ],
  computer: [
    { name: 'icon', Shot: InstallIcon },
    { name: 'confirm', Shot: ComputerConfirm },
    { name: 'open', Shot: AppMenu },
  ],
  mac: [
    { name: 'menu', Shot: DockMenu },
    { name: 'confirm', Shot: AddToDock },
    { name: 'open', Shot: InDock },
  ],
} as const
