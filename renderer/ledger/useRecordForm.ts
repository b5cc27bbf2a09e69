import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RecordView } from '../../shared/contract/records.ts'
import type { AppError, Problem } from '../../shared/errors.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import type { Settings } from '../../shared/settings.ts'
import { changedFields } from './edit.ts'
import type { FormTools } from './FormContext.ts'
import { problemsIn } from './problems.ts'
import {
  type FormState,
  firstState,
  followed,
  type Opened,
  replaced,
  resolvedOver,
  savedAs,
  type Unreadable,
  unreadableProblems,
  useTools,
} from './recordState.ts'
import { wentBack, wentForth } from './undo.ts'
import { type Drafting, useDraft } from './useDraft.ts'
import { type Saving, useSaving } from './useSaving.ts'

export interface RecordForm extends FormState, Saving {
  readonly tools: FormTools
  readonly dirty: boolean
  readonly view: RecordView | null
  /** The office's settings as they were when the form was opened. */
  readonly settings: Settings
  readonly problems: readonly Problem[]
  readonly draft: Drafting
  /** Takes over a record that another call has saved (a number given, the agreement in effect). */
  readonly adopt: (view: RecordView) => void
  readonly undo: () => void
  /** What the last undo took away, to be had back; null when there is nothing. */
  readonly redo: (() => void) | null
  /** One step of the form back or forth; answers the path of what changed, null when there was nothing. */
  readonly stepBack: () => string | null
  readonly stepForth: () => string | null
  /** Continues over the newer record with these fields taken from it. */
  readonly resolve: (theirFields: readonly string[]) => void
}

/** One record in a form: edits, draft, checks, saving, undo, and a save that meets a newer revision. */
export function useRecordForm(opened: Opened): RecordForm {
  const { ledger, draftKey } = opened
  const { state, view, codes, tools, adopt, replace, onSaved, continueOver, step } = useFormState(opened)
  const { dirty, problems } = useJudged(opened, state, codes)
  // What is typed while a new record's first save is under way belongs to the record, not to the spent draft.
  const key = view === null ? draftKey : `${ledger}:${view.id}`
  const wanted = { ledger, key, recordId: view?.id ?? null, baseRevision: state.revision, data: state.data }
  const draft = useDraft(wanted, dirty, opened.draft?.savedAt ?? null)
  useFollow(opened.view, state.revision, dirty, adopt)
  const saving = useSaving({ opened, view, state, problems, draft, onSaved })
  const resolve = (theirFields: readonly string[]) => {
    if (saving.conflict !== null) continueOver(saving.conflict, theirFields)
    saving.settled()
  }
  const undoing = useUndo(state, dirty, draft, replace)
  return {
    tools,
    settings: opened.settings,
    ...state,
    dirty,
    view,
    problems: [...problems, ...refusedIn(saving.error, problems)],
    draft,
    adopt,
    resolve,
    ...saving,
    ...undoing,
    stepBack: () => step(wentBack, 'past'),
    stepForth: () => step(wentForth, 'future'),
  }
}

/** What the core found beyond the form's own checks, shown beside them until the next save. */
function refusedIn(error: AppError | null, known: readonly Problem[]): readonly Problem[] {
  const found = error?.details.problems
  if (!Array.isArray(found)) return []
  return (found as readonly Problem[]).filter((p) => !known.some((k) => k.path === p.path && k.code === p.code))
}

/** The form's data with the ways it is replaced as a whole. */
function useFormState(opened: Opened) {
  const [state, setState] = useState(() => firstState(opened))
  const [view, setView] = useState(opened.view)
  const [codes, setCodes] = useState<Unreadable>({})
  const latest = useRef(state.data)
  latest.current = state.data
  const tools = useTools(opened, setState, setCodes, latest)
  const adopt = useCallback((next: RecordView) => {
    setView(next)
    setCodes({})
    setState((s) => followed(s, next))
  }, [])
  const replace = (data: AnyData) => {
    setCodes({})
    setState((s) => replaced(s, data))
  }
  const onSaved = (next: RecordView, sent: AnyData) => {
    setView(next)
    setState((s) => savedAs(s, next, sent))
  }
  const continueOver = (theirs: RecordView, theirFields: readonly string[]) => {
    setView(theirs)
    setState((s) => resolvedOver(s, theirs, theirFields))
  }
  const step = (go: typeof wentBack, side: 'past' | 'future'): string | null => {
    const next = go(ledgerOf(opened.ledger), state)
    if (next.data === state.data) return null
    setCodes({})
    setState(next)
    return state[side][next[side].length]?.path ?? null
  }
  return { state, view, codes, tools, adopt, replace, onSaved, continueOver, step }
}

/** Whether there is something to save, and what is wrong with it. */
function useJudged({ ledger, today, sample, settings, places }: Opened, { data, saved }: FormState, codes: Unreadable) {
  const dirty = useMemo(
    () => changedFields(ledgerOf(ledger), data, saved).length > 0 || Object.keys(codes).length > 0,
    [ledger, data, saved, codes],
  )
  const problems = useMemo(
    () => [...unreadableProblems(codes), ...problemsIn(ledger, data, { today, sample, settings, places })],
    [ledger, data, codes, today, sample, settings, places],
  )
  return { dirty, problems }
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

/** Back to what was saved, and once forth again: an undo pressed by mistake must not cost the work. */
function useUndo(state: FormState, dirty: boolean, draft: Drafting, replace: (data: AnyData) => void) {
  const [undone, setUndone] = useState<AnyData | null>(null)
  const undo = () => {
    setUndone(state.data)
    replace(state.saved)
    void draft.discard()
  }
  const bringBack = () => {
    if (undone !== null) replace(undone)
    setUndone(null)
  }
  return { undo, redo: undone === null || dirty ? null : bringBack }
}
