import type { ReactElement } from 'react'
import { Here, PeilIcon, Screen, Text } from './shot.tsx'

function Page(): ReactElement {
  return (
    <>
      <rect className="shot__bar" x="15" y="10" width="210" height="30" rx="3" />
      <rect className="shot__field" x="60" y="19" width="132" height="14" rx="7" />
      <Text d="M24 26h20M70 26h56M34 62h64M34 76h110M34 88h92" />
      <rect className="shot__field" x="34" y="101" width="50" height="16" rx="6" />
    </>
  )
}

/** A screen with an arrow down into it. */
function InstallSign(): ReactElement {
  return <path className="shot__sign" d="M174 21h-3v8h12v-3M175 32h4M179 20v6m-2.500-2.500 2.500 2.500 2.500-2.500" />
}

export function InstallIcon(): ReactElement {
  return (
    <Screen>
      <Page />
      <InstallSign />
      <Here x={165} y={14} width={25} height={24} />
      <g className="shot__dots">
        {[205, 211, 217].map((x) => (
          <circle key={x} cx={x} cy="26" r="1.600" />
        ))}
      </g>
    </Screen>
  )
}

export function ComputerConfirm(): ReactElement {
  return (
    <Screen>
      <Page />
      <InstallSign />
      <rect className="shot__sheet" x="106" y="40" width="108" height="70" rx="6" />
      <PeilIcon x={116} y={50} size={24} />
      <Text d="M150 57h30M150 68h46" />
      <rect className="shot__button" x="118" y="85" width="42" height="16" rx="4" />
      <Text d="M178 93h22" />
      <Here x={113} y={81} width={52} height={24} />
    </Screen>
  )
}

export function AppMenu(): ReactElement {
  return (
    <Screen>
      <rect className="shot__bar" x="15" y="112" width="210" height="16" rx="3" />
      <rect className="shot__sheet" x="62" y="28" width="116" height="78" rx="8" />
      <rect className="shot__field" x="74" y="36" width="92" height="11" rx="5.500" />
      {[76, 136].map((x) => (
        <rect key={x} className="shot__other" x={x} y="60" width="26" height="26" rx="6" />
      ))}
      <PeilIcon x={106} y={60} size={26} />
      <Text d="M111 95h16" />
      <Here x={99} y={54} width={40} height={48} />
    </Screen>
  )
}
