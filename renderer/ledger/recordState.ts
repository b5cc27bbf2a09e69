import { useMemo } from 'react'
import type { DraftView, RecordView } from '../../shared/contract/records.ts'
import type { Problem } from '../../shared/errors.ts'
import { type AnyData, emptyData } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import type { PlaceName } from '../../shared/rules/places.ts'
import type { Settings } from '../../shared/settings.ts'
import { asDataOf, type Edit, takeFields } from './edit.ts'
import type { FormTools } from './FormContext.ts'
import type { Variant } from './layout.ts'
import { changedBy, type Step, stepEnded, stepped } from './undo.ts'

export interface Opened {
  readonly ledger: LedgerName
  readonly draftKey: string
  /** The record as the core holds it; null for one not saved yet. */
  readonly view: RecordView | null
  /** The draft left open, if there is one. */
  readonly draft: DraftView | null
  /** A new record's first values. */
  readonly initial: Partial<AnyData>
  readonly today: string
  readonly sample: boolean
  readonly settings: Settings
  readonly places: readonly PlaceName[]
  readonly variant: Variant
  /** The year of dates typed without one; null for this year. */
  readonly assumedYear: string | null
}

export interface FormState {
  readonly data: AnyData
  /** The state last saved, and its revision: what "undo" goes back to. */
  readonly saved: AnyData
  readonly revision: number
  /** False for a draft begun on an older revision: `saved` is then not what its changes started from. */
  readonly baseKnown: boolean
  /** Grows with every replacement of the whole data, so that fields forget half-typed text. */
  readonly generation: number
  /** Steps that can be undone and done again, the nearest last. */
  readonly past: readonly Step[]
  readonly future: readonly Step[]
}

const noSteps = { past: [], future: [] } as const

/** Problem codes of text that cannot be read as a value, by path. */
export type Unreadable = Readonly<Record<string, string>>

export function firstState({ ledger, view, draft, initial }: Opened): FormState {
  const blank = emptyData(ledgerOf(ledger))
  const saved = view?.data ?? asDataOf(blank, { ...blank, ...initial } as AnyData)
  const data = draft === null ? saved : asDataOf(blank, draft.data)
  const present = view?.revision ?? 0
  const revision = draft?.baseRevision ?? present
  return { data, saved, revision, baseKnown: revision === present, generation: 0, ...noSteps }
}

/** The whole data replaced: by an undo, or by what was taken back. */
export const replaced = (state: FormState, data: AnyData): FormState => ({
  ...state,
  data,
  ...stepped(state, ''),
  generation: state.generation + 1,
})

/**
 * A record saved by another call or another user takes the place of what is shown. Earlier steps go: they would take
 * a number or a signature out again.
 */
export const followed = (state: FormState, view: RecordView): FormState => ({
  data: view.data,
  saved: view.data,
  revision: view.revision,
  baseKnown: true,
  generation: state.generation + 1,
  ...noSteps,
})

/** After this form's own save: what was typed while the save was under way stays, and is unsaved. */
export const savedAs = (state: FormState, view: RecordView, sent: AnyData): FormState => ({
  ...state,
  data: state.data === sent ? view.data : state.data,
  saved: view.data,
  revision: view.revision,
  baseKnown: true,
})

/** Continues over a newer record with some of its fields. */
export const resolvedOver = (state: FormState, theirs: RecordView, theirFields: readonly string[]): FormState => ({
  data: takeFields(state.data, theirs.data, theirFields),
  saved: theirs.data,
  revision: theirs.revision,
  baseKnown: true,
  generation: state.generation + 1,
  ...noSteps,
})

export const unreadableProblems = (codes: Unreadable): readonly Problem[] =>
  Object.entries(codes).map(([path, code]) => ({ path, code, severity: 'error' }))

/** Papers of one dossier are of the year it was accepted in, until one of them says another. */
const yearIn = ({ acceptanceDate }: AnyData): string | null =>
  typeof acceptanceDate === 'string' ? acceptanceDate.slice(0, 4) : null

type Change<T> = (change: (before: T) => T) => void

/** Edits and half-typed text as stable functions, so that a field draws anew only when its own value changed. */
export function useTools(
  { ledger, today, view, sample, settings, places, variant, assumedYear }: Opened,
  setState: Change<FormState>,
  setCodes: Change<Unreadable>,
  data: { readonly current: AnyData },
): FormTools {
  const recordId = view?.id ?? null
  return useMemo(() => {
    const described = ledgerOf(ledger)
    const isListEdit = (edit: Edit) => edit.type !== 'set' && edit.type !== 'absent'
    return {
      ledger,
      today,
      recordId,
      settings,
      places,
      variant,
      assumedYear: () => (variant === 'late' ? yearIn(data.current) : null) ?? assumedYear,
      edit: (edit) => {
        // Paths behind a changed list point at other parts now.
        if (isListEdit(edit)) setCodes(() => ({}))
        setState((s) => changedBy(described, s, edit, { today, sample, settings, places }))
      },
      endStep: () => setState(stepEnded),
      unreadable: (path, code) =>
        setCodes((codes) => {
          if ((codes[path] ?? null) === code) return codes
          const { [path]: _old, ...rest } = codes
          return code === null ? rest : { ...rest, [path]: code }
        }),
    }
  }, [ledger, today, recordId, variant, assumedYear, sample, settings, places, setState, setCodes, data])
}
