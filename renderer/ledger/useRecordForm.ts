import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DraftView, RecordView } from '../../shared/contract/records.ts'
import type { AppError, Problem } from '../../shared/errors.ts'
import { type AnyData, emptyData } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { asAppError, call } from '../api/client.ts'
import { asDataOf, changedFields, type Edit, edited, takeFields } from './edit.ts'
import type { FormTools } from './FormContext.ts'
import { problemsIn } from './problems.ts'
import { type Drafting, useDraft } from './useDraft.ts'

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
}

interface State {
  readonly data: AnyData
  /** The state last saved, and its revision: what "undo" goes back to. */
  readonly saved: AnyData
  readonly revision: number
  /** Grows with every replacement of the whole data, so that fields forget half-typed text. */
  readonly generation: number
}

export interface RecordForm {
  readonly tools: FormTools
  readonly data: AnyData
  readonly saved: AnyData
  readonly revision: number
  readonly generation: number
  readonly dirty: boolean
  readonly view: RecordView | null
  readonly problems: readonly Problem[]
  /** After an attempt to save, what is needed is marked at the fields too. */
  readonly showNeeded: boolean
  readonly saving: boolean
  readonly error: AppError | null
  /** The newer record, when the save met one. */
  readonly conflict: RecordView | null
  readonly draft: Drafting
  /** Answers the saved record, or null when it could not be saved; the reasons are then in the form. */
  readonly save: () => Promise<RecordView | null>
  /** Takes over a record that another call has saved (a number given, the agreement in effect). */
  readonly adopt: (view: RecordView) => void
  readonly undo: () => void
  /** What the last undo took away, to be had back; null when there is nothing. */
  readonly redo: (() => void) | null
  /** Continues over the newer record with these fields taken from it. */
  readonly resolve: (theirFields: readonly string[]) => void
  readonly clearError: () => void
}

function firstState({ ledger, view, draft, initial }: Opened): State {
  const blank = emptyData(ledgerOf(ledger))
  const saved = view?.data ?? asDataOf(blank, { ...blank, ...initial } as AnyData)
  const data = draft === null ? saved : asDataOf(blank, draft.data)
  return { data, saved, revision: draft?.baseRevision ?? view?.revision ?? 0, generation: 0 }
}

const unreadableProblems = (codes: Readonly<Record<string, string>>): readonly Problem[] =>
  Object.entries(codes).map(([path, code]) => ({ path, code, severity: 'error' }))

/** One record in a form: edits, draft, checks, saving, undo, and a save that meets a newer revision. */
export function useRecordForm(opened: Opened): RecordForm {
  const { ledger, today, sample, draftKey } = opened
  const [state, setState] = useState(() => firstState(opened))
  const [view, setView] = useState(opened.view)
  const [codes, setCodes] = useState<Readonly<Record<string, string>>>({})
  const [undone, setUndone] = useState<AnyData | null>(null)
  const tools = useTools(opened, setState, setCodes)
  const dirty = useMemo(
    () => changedFields(ledgerOf(ledger), state.data, state.saved).length > 0 || Object.keys(codes).length > 0,
    [ledger, state.data, state.saved, codes],
  )
  const draft = useDraft(
    { ledger, key: draftKey, recordId: view?.id ?? null, baseRevision: state.revision, data: state.data },
    dirty,
    opened.draft?.savedAt ?? null,
  )
  const problems = useMemo(
    () => [...unreadableProblems(codes), ...problemsIn(ledger, state.data, { today, sample })],
    [ledger, state.data, codes, today, sample],
  )
  const adopt = useCallback((next: RecordView) => {
    setView(next)
    setCodes({})
    setState((s) => ({ data: next.data, saved: next.data, revision: next.revision, generation: s.generation + 1 }))
  }, [])
  useFollow(opened.view, state.revision, dirty, adopt)
  const replace = (data: AnyData) => {
    setCodes({})
    setState((s) => ({ ...s, data, generation: s.generation + 1 }))
  }
  const undo = () => {
    setUndone(state.data)
    replace(state.saved)
    void draft.discard()
  }
  const redo =
    undone === null || dirty
      ? null
      : () => {
          replace(undone)
          setUndone(null)
        }
  const saving = useSaving({ opened, view, state, problems, draft, adopt })
  const resolve = (theirFields: readonly string[]) => {
    const theirs = saving.conflict
    if (theirs === null) return
    setView(theirs)
    setState((s) => ({
      data: takeFields(s.data, theirs.data, theirFields),
      saved: theirs.data,
      revision: theirs.revision,
      generation: s.generation + 1,
    }))
    saving.settled()
  }
  return { tools, ...state, dirty, view, problems, draft, adopt, undo, redo, resolve, ...saving }
}

/** Edits and half-typed text as stable functions, so that a field draws anew only when its own value changed. */
function useTools(
  { ledger, today }: Opened,
  setState: (change: (state: State) => State) => void,
  setCodes: (change: (codes: Readonly<Record<string, string>>) => Readonly<Record<string, string>>) => void,
): FormTools {
  return useMemo(() => {
    const described = ledgerOf(ledger)
    const isListEdit = (edit: Edit) => edit.type !== 'set' && edit.type !== 'absent'
    return {
      ledger,
      today,
      edit: (edit) => {
        // Paths behind a changed list point at other parts now.
        if (isListEdit(edit)) setCodes(() => ({}))
        setState((s) => ({ ...s, data: edited(described, s.data, edit, today) }))
      },
      unreadable: (path, code) =>
        setCodes((codes) => {
          if ((codes[path] ?? null) === code) return codes
          const { [path]: _old, ...rest } = codes
          return code === null ? rest : { ...rest, [path]: code }
        }),
    }
  }, [ledger, today, setState, setCodes])
}

/** A clean form follows what others save; a changed one keeps its own until the save settles it. */
function useFollow(
  fresh: RecordView | null,
  revision: number,
  dirty: boolean,
  adopt: (view: RecordView) => void,
): void {
  useEffect(() => {
    if (fresh !== null && !dirty && fresh.revision > revision) adopt(fresh)
  }, [fresh, revision, dirty, adopt])
}

interface SavingInput {
  readonly opened: Opened
  readonly view: RecordView | null
  readonly state: State
  readonly problems: readonly Problem[]
  readonly draft: Drafting
  readonly adopt: (view: RecordView) => void
}

function useSaving({ opened, view, state, problems, draft, adopt }: SavingInput) {
  const { ledger, draftKey } = opened
  const [saving, setSaving] = useState(false)
  const [showNeeded, setShowNeeded] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const [conflict, setConflict] = useState<RecordView | null>(null)
  const busy = useRef(false)
  const send = async (): Promise<RecordView | null> => {
    await draft.settle()
    try {
      const saved = await call('record.save', {
        ledger,
        id: view?.id ?? null,
        revision: state.revision,
        data: state.data,
        draftKey,
      })
      adopt(saved)
      setShowNeeded(false)
      return saved
    } catch (caught) {
      const refused = asAppError(caught)
      if (refused.code === 'revision-conflict' && view) setConflict(await call('record.get', { ledger, id: view.id }))
      else setError(refused)
      return null
    }
  }
  const save = async (): Promise<RecordView | null> => {
    if (busy.current) return null
    setError(null)
    setShowNeeded(true)
    if (problems.some((p) => p.severity === 'error')) return null
    busy.current = true
    setSaving(true)
    const saved = await send()
    busy.current = false
    setSaving(false)
    return saved
  }
  return {
    save,
    saving,
    showNeeded,
    error,
    conflict,
    clearError: () => setError(null),
    settled: () => setConflict(null),
  }
}
