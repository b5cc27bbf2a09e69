import { useRef, useState } from 'react'
import type { RecordView } from '../../shared/contract/records.ts'
import type { AppError, Problem } from '../../shared/errors.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import { asAppError, call } from '../api/client.ts'
import type { FormState, Opened } from './recordState.ts'
import type { Drafting } from './useDraft.ts'

interface Input {
  readonly opened: Opened
  readonly view: RecordView | null
  readonly state: FormState
  readonly problems: readonly Problem[]
  readonly draft: Drafting
  readonly onSaved: (view: RecordView, sent: AnyData) => void
}

export interface Saving {
  /** Answers the saved record, or null when it could not be saved; the reasons are then in the form. */
  readonly save: () => Promise<RecordView | null>
  readonly saving: boolean
  /** After an attempt to save, what is needed is marked at the fields too. */
  readonly showNeeded: boolean
  readonly error: AppError | null
  /** The newer record, when the save met one. */
  readonly conflict: RecordView | null
  readonly clearError: () => void
  readonly settled: () => void
}

/** Saving with its outcomes: done, refused with reasons, or met by a newer revision. */
export function useSaving(input: Input): Saving {
  const [saving, setSaving] = useState(false)
  const [showNeeded, setShowNeeded] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const [conflict, setConflict] = useState<RecordView | null>(null)
  const busy = useRef(false)
  const refused = async (reason: AppError): Promise<null> => {
    const { ledger } = input.opened
    if (reason.code !== 'revision-conflict' || input.view === null) setError(reason)
    else await call('record.get', { ledger, id: input.view.id }).then(setConflict, (e) => setError(asAppError(e)))
    return null
  }
  const save = async (): Promise<RecordView | null> => {
    if (busy.current) return null
    setError(null)
    setShowNeeded(true)
    if (input.problems.some((p) => p.severity === 'error')) return null
    busy.current = true
    setSaving(true)
    const saved = await send(input).catch((caught: unknown) => refused(asAppError(caught)))
    busy.current = false
    setSaving(false)
    if (saved !== null) setShowNeeded(false)
    return saved
  }
  const clearError = () => setError(null)
  return { save, saving, showNeeded, error, conflict, clearError, settled: () => setConflict(null) }
}

async function send({ opened, view, state, draft, onSaved }: Input): Promise<RecordView> {
  await draft.settle()
  const { ledger, draftKey } = opened
  const { revision, data } = state
  const saved = await call('record.save', { ledger, id: view?.id ?? null, revision, data, draftKey })
  onSaved(saved, data)
  return saved
}
