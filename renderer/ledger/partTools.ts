import type { ComponentType } from 'react'
import type { AnyPart } from '../../shared/ledgers/describe.ts'
import { InstalmentPanel } from './InstalmentPanel.tsx'

interface ToolProps {
  readonly list: string
  readonly parts: readonly AnyPart[]
}

/** What stands at the foot of a list to fill it by more than one part at a time, by `ledger.list`. */
export const partTools: Readonly<Record<string, ComponentType<ToolProps>>> = {
  'dispute.performances': InstalmentPanel,
}
