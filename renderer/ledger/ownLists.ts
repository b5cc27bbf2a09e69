import type { ComponentType } from 'react'
import type { AnyPart } from '../../shared/ledgers/describe.ts'
import { AttendanceList } from '../pages/training/AttendanceList.tsx'
import type { Mark, Marks } from './FieldGroup.tsx'

export interface OwnListProps {
  readonly parts: readonly AnyPart[]
  readonly mark: Mark
  readonly marks: Marks
}

/** Lists with an entry of their own in place of rows or cards, by `ledger.list`. */
export const ownLists: Readonly<Record<string, ComponentType<OwnListProps>>> = {
  'training.attendances': AttendanceList,
}
