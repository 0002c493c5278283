import type { ComponentProps, ReactElement } from 'react'
import { MyDataPage } from '../features/my-data/page.tsx'
import { handOver } from '../platform/sharing.ts'

export function MyDataPlace(props: Omit<ComponentProps<typeof MyDataPage>, 'handOver'>): ReactElement {
  return <MyDataPage {...props} handOver={handOver} />
}
