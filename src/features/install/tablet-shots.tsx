import type { ReactElement } from 'react'
import { Here, PeilIcon, Tablet, Text } from './shot.tsx'

/** A square with an arrow up. */
function ShareSign({ x, y }: { readonly x: number; readonly y: number }): ReactElement {
  return <path className="shot__sign" d={`M${x - 3} ${y - 1}h-3v10h12v-10h-3M${x} ${y + 4}v-12m-3.500 3.500 3.500-3.500 3.500 3.500`} />
}

function Page(): ReactElement {
  return (
    <>
      <rect className="shot__bar" x="17" y="12" width="206" height="22" rx="6" />
      <rect className="shot__field" x="74" y="16.500" width="92" height="13" rx="6.500" />
      <Text d="M96 23h48M36 58h70M36 72h110M36 84h96" />
      <rect className="shot__field" x="36" y="98" width="54" height="18" rx="6" />
    </>
  )
}

export function ShareButton(): ReactElement {
  return (
    <Tablet>
      <Page />
      <Text d="M26 23h10M204 23h10" />
      <ShareSign x={187} y={23} />
      <Here x={175} y={10} width={24} height={26} />
    </Tablet>
  )
}

export function AddRow(): ReactElement {
  return (
    <Tablet>
      <Page />
      <rect className="shot__sheet" x="112" y="30" width="98" height="104" rx="8" />
      <rect className="shot__field" x="121" y="38" width="14" height="14" rx="4" />
      <Text d="M142 45h42M122 66h52M122 80h44M122 122h48" />
      <path className="shot__line" d="M112 57h98" />
      <Text d="M126 101h44" />
      <path className="shot__sign" d="M187 95h12v12h-12zM193 98v6m-3-3h6" />
      <Here x={116} y={90} width={90} height={22} />
    </Tablet>
  )
}

export function WebAppSwitch(): ReactElement {
  return (
    <Tablet>
      <rect className="shot__sheet" x="54" y="26" width="132" height="98" rx="10" />
      <path className="shot__line" d="M54 48h132" />
      <Text d="M64 37h18M104 37h32" />
      <rect className="shot__button" x="152" y="31" width="26" height="12" rx="6" />
      <PeilIcon x={64} y={56} size={26} />
      <Text d="M100 64h40M100 75h60" />
      <path className="shot__line" d="M54 92h132" />
      <Text d="M64 108h64" />
      <rect className="shot__on" x="150" y="101" width="26" height="14" rx="7" />
      <circle className="shot__knob" cx="169" cy="108" r="5" />
      <Here x={143} y={96} width={40} height={24} />
    </Tablet>
  )
}

export function HomeScreen(): ReactElement {
  return (
    <Tablet>
      {[38, 82, 126, 170].map((x) => (
        <rect key={x} className="shot__other" x={x} y="21" width="30" height="30" rx="7" />
      ))}
      <rect className="shot__other" x="38" y="64" width="30" height="30" rx="7" />
      <PeilIcon x={82} y={64} />
      <Text d="M88 102h18" />
      <Here x={74} y={57} width={46} height={53} />
      <rect className="shot__bar" x="62" y="119" width="116" height="14" rx="6" />
    </Tablet>
  )
}
