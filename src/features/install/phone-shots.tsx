import type { ReactElement } from 'react'
import { Here, PeilIcon, Phone, Text } from './shot.tsx'

function Page(): ReactElement {
  return (
    <>
      <rect className="shot__field" x="74" y="24" width="72" height="14" rx="7" />
      <Text d="M82 31h40M80 62h50M80 76h76M80 88h66" />
      <rect className="shot__field" x="80" y="102" width="44" height="18" rx="6" />
    </>
  )
}

function Dots(): ReactElement {
  return (
    <g className="shot__dots">
      {[25, 31, 37].map((y) => (
        <circle key={y} cx="161" cy={y} r="1.800" />
      ))}
    </g>
  )
}

export function AndroidMenu(): ReactElement {
  return (
    <Phone>
      <Page />
      <Dots />
      <Here x={151} y={19} width={20} height={24} />
    </Phone>
  )
}

export function AndroidAdd(): ReactElement {
  return (
    <Phone>
      <Page />
      <Dots />
      <rect className="shot__sheet" x="92" y="34" width="76" height="106" rx="6" />
      <Text d="M102 48h36M102 64h46M102 80h32M102 128h40" />
      <path className="shot__sign" d="M110 97v8h10v-8zM115 94v7m-2-2 2 2 2-2" />
      <Text d="M126 102h32" />
      <Here x={97} y={90} width={67} height={23} />
    </Phone>
  )
}

export function AndroidConfirm(): ReactElement {
  return (
    <Phone>
      <Page />
      <rect className="shot__sheet" x="72" y="52" width="96" height="74" rx="10" />
      <PeilIcon x={82} y={62} size={26} />
      <Text d="M116 70h30M116 81h40M86 111h20" />
      <rect className="shot__button" x="122" y="102" width="38" height="17" rx="8.500" />
      <Here x={117} y={98} width={48} height={25} />
    </Phone>
  )
}

export function AndroidHome(): ReactElement {
  return (
    <Phone>
      {[85, 120, 155].map((x) => (
        <circle key={x} className="shot__other" cx={x} cy="48" r="12" />
      ))}
      <circle className="shot__other" cx="85" cy="92" r="12" />
      <PeilIcon x={106} y={78} size={28} />
      <Text d="M112 114h16" />
      <Here x={99} y={71} width={42} height={50} />
    </Phone>
  )
}
