import type { ReactElement } from 'react'
import { Here, PeilIcon, Screen, Text } from './shot.tsx'

function Desktop(): ReactElement {
  return (
    <>
      <rect className="shot__bar" x="15" y="10" width="210" height="14" rx="3" />
      <circle className="shot__other" cx="23" cy="17" r="3" />
      <Text d="M32 17h16M78 17h16M102 17h14" />
    </>
  )
}

function Dock(): ReactElement {
  return (
    <>
      <rect className="shot__bar" x="54" y="98" width="132" height="27" rx="8" />
      {[60, 86, 160].map((x) => (
        <rect key={x} className="shot__other" x={x} y="102" width="19" height="19" rx="5" />
      ))}
    </>
  )
}

export function DockMenu(): ReactElement {
  return (
    <Screen>
      <Desktop />
      <rect className="shot__sheet" x="52" y="24" width="104" height="90" rx="5" />
      <Text d="M62 36h44M62 50h56M62 64h38M62 104h48M56 17h14" />
      <path className="shot__line" d="M52 73h104" />
      <Text d="M64 86h52" />
      <Here x={57} y={77} width={94} height={18} />
      <Here x={51} y={11} width={24} height={12} />
    </Screen>
  )
}

export function AddToDock(): ReactElement {
  return (
    <Screen>
      <Desktop />
      <Text d="M56 17h14" />
      <rect className="shot__sheet" x="62" y="34" width="116" height="80" rx="8" />
      <PeilIcon x={72} y={44} size={26} />
      <rect className="shot__field" x="106" y="46" width="62" height="11" rx="3" />
      <Text d="M112 51h20M106 68h50M92 101h20" />
      <rect className="shot__button" x="130" y="93" width="38" height="15" rx="4" />
      <Here x={125} y={89} width={48} height={23} />
    </Screen>
  )
}

export function InDock(): ReactElement {
  return (
    <Screen>
      <Desktop />
      <Text d="M56 17h14" />
      <Dock />
      <PeilIcon x={124} y={100} size={23} />
      <Here x={117} y={94} width={37} height={35} />
    </Screen>
  )
}
