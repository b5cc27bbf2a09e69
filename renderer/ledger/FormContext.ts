import { createContext, useContext } from 'react'
import type { LedgerName } from '../../shared/ledgers/index.ts'
import type { PlaceName } from '../../shared/rules/places.ts'
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
  readonly places: readonly PlaceName[]
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

const holderOf = (path: string): HTMLElement | null => document.querySelector(`[data-path="${CSS.escape(path)}"]`)

/** Opens the fold that a field lies in and goes on to it once it is drawn. False when no fold has it. */
function unfold(path: string): boolean {
  const fold = document.querySelector<HTMLElement>(`button.more-fields[data-folds~="${CSS.escape(path)}"]`)
  fold?.click()
  // Asked for while the page is being drawn, too, when nothing can be drawn at once.
  if (fold !== null) requestAnimationFrame(() => focusPath(path))
  return fold !== null
}

/** The event by which a grid is asked to go to the cell at a path. */
export const cellEvent = 'entry-go'

/** A list typed as a table draws the rows in sight only: the table itself goes to the cell. */
function goInGrid(path: string): boolean {
  const grid = document.querySelector(`[data-entry-grid="${CSS.escape(path.split('.')[0] ?? '')}"]`)
  grid?.dispatchEvent(new CustomEvent(cellEvent, { detail: path }))
  return grid !== null
}

/** Moves the focus to a field, or to the first field inside a list. False when it is not on the page now. */
export function focusPath(path: string): boolean {
  const holder = holderOf(path)
  if (holder === null) return goInGrid(path) || unfold(path)
  const control = holder.querySelector<HTMLElement>('input, textarea, button.add-part, button.pick-part')
  if (!control) return false
  holder.scrollIntoView({ block: 'center' })
  control.focus({ preventScroll: true })
  return true
}
