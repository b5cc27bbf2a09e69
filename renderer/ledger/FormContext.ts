import { createContext, useContext } from 'react'
import type { LedgerName } from '../../shared/ledgers/index.ts'
import type { Settings } from '../../shared/settings.ts'
import type { Edit } from './edit.ts'
import type { Variant } from './layout.ts'

/** What every field of one form shares; it never changes while the form is open. */
export interface FormTools {
  readonly ledger: LedgerName
  readonly today: string
  /** Null for a record never saved. */
  readonly recordId: string | null
  readonly settings: Settings
  /** Another layout of the form; null for the usual one. */
  readonly variant: Variant
  /** The year of dates typed without one, asked when one is typed; null for this year. */
  readonly assumedYear: () => string | null
  readonly edit: (edit: Edit) => void
  /** A field was left: what is typed there later is undone apart. */
  readonly endStep: () => void
  /** Text that cannot be read as a value: remembered by path, and in the way of saving. */
  readonly unreadable: (path: string, code: string | null) => void
}

const FormContext = createContext<FormTools | null>(null)
export const FormProvider = FormContext.Provider

export function useFormTools(): FormTools {
  const tools = useContext(FormContext)
  if (tools === null) throw new Error('a field outside a form')
  return tools
}

/** The id of a field's control. */
export const fieldId = (path: string): string => `field-${path}`

/** Moves the focus to a field, or to the first field inside a list. False when it is not on the page now. */
export function focusPath(path: string): boolean {
  const holder = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)
  const control = holder?.querySelector<HTMLElement>('input, textarea, button.add-part')
  if (!holder || !control) return false
  holder.scrollIntoView({ block: 'center' })
  control.focus({ preventScroll: true })
  return true
}
