import { App } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type AnyData, type AnyPart, emptyData, type RuleContext } from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { compactRow, wholeRows } from '../../../shared/rules/draftRows.ts'
import { call, type JobHandle, useJob } from '../../api/client.ts'
import { useCtrlKey } from '../../keys.ts'
import type { Marks } from '../../ledger/FieldGroup.tsx'
import { cellEvent } from '../../ledger/FormContext.ts'
import { leaveField } from '../../ledger/leaveField.ts'
import { type Drafting, useDraft } from '../../ledger/useDraft.ts'
import { go } from '../../route.ts'
import { fill, t } from '../../text.ts'
import { judgedRows, rowJudge } from './rowMarks.ts'

export interface ManyProps {
  readonly ledger: LedgerName
  readonly draftKey: string
  readonly context: RuleContext
  /** The rows left in the draft, and when. */
  readonly stored: { readonly rows: readonly AnyPart[]; readonly savedAt: string | null }
}

/** The rows, what is wrong with them, their draft, and saving them. */
export function useMany({ ledger, draftKey, context, stored }: ManyProps) {
  const blank = useMemo(() => emptyData(ledgerOf(ledger)) as AnyPart, [ledger])
  const [rows, setRows] = useState(stored.rows)
  const [asked, setAsked] = useState(false)
  const data = useMemo(() => ({ rows: rows.map(compactRow) }) as unknown as AnyData, [rows])
  const draft = useDraft(
    { ledger, key: draftKey, recordId: null, baseRevision: 0, data },
    rows.length > 0,
    stored.savedAt,
  )
  const judge = useMemo(() => rowJudge(ledger, context, asked), [ledger, context, asked])
  const isBlank = useCallback((row: AnyPart) => Object.keys(compactRow(row)).length === 0, [])
  const judged = useMemo(() => judgedRows(rows, judge, isBlank), [rows, judge, isBlank])
  const saving = useSaveMany({ ledger, draftKey, blank, draft, onRows: setRows })
  const latest = useRef(rows)
  latest.current = rows
  const { start, running } = saving
  const save = useCallback(() => {
    leaveField()
    const filled = latest.current.filter((row) => !isBlank(row))
    setAsked(true)
    if (filled.length === 0 || running) return
    // Before the attempt what is missing is not marked yet: judged as it will be.
    const { errors, marks } = judgedRows(filled, rowJudge(ledger, context, true), isBlank)
    if (filled.length < latest.current.length) setRows(filled)
    if (errors > 0) goToFirst(ledger, marks)
    else void start(filled)
  }, [ledger, context, isBlank, running, start])
  useCtrlKey('s', save)
  return {
    rows,
    blank,
    draft,
    judged,
    settle: useFilled(ledger, context),
    save,
    filled: rows.length,
    job: saving.job,
    refused: asked && judged.errors > 0,
    change: setRows,
  }
}

/** What the ledger fills in by itself: a sex and a birth date out of an ID number. */
const useFilled = (ledger: LedgerName, context: RuleContext) =>
  useCallback(
    (next: AnyPart, before: AnyPart, field: string) =>
      (ledgerOf(ledger).fill?.(next as never, before as never, field, context) as AnyPart | undefined) ?? next,
    [ledger, context],
  )

/** The grid goes to the cell itself, once the marks are drawn. */
function goToFirst(ledger: LedgerName, marks: Marks): void {
  const [first] = [...marks].find(([, mark]) => mark.errors !== '') ?? []
  const grid = document.querySelector(`[data-entry-grid="${ledger}"]`)
  requestAnimationFrame(() => grid?.dispatchEvent(new CustomEvent(cellEvent, { detail: first ?? '' })))
}

interface SaveMany {
  readonly ledger: LedgerName
  readonly draftKey: string
  readonly blank: AnyPart
  readonly draft: Drafting
  readonly onRows: (rows: readonly AnyPart[]) => void
}

/** Saves all rows as one job; what was not saved, by a refusal or because it was cancelled, is in the table again. */
function useSaveMany({ ledger, draftKey, blank, draft, onRows }: SaveMany) {
  const { message } = App.useApp()
  const job: JobHandle<'record.saveMany'> = useJob('record.saveMany')
  const { outcome, error } = job
  const ended = useRef(onRows)
  ended.current = onRows
  useEffect(() => {
    if (outcome === null) return
    ended.current([])
    void message.success(fill(t.entryGrid.many.saved, { count: outcome.saved }), 3)
    go(ledger)
  }, [outcome, ledger, message])
  useEffect(() => {
    if (error === null) return
    void call('draft.get', { key: draftKey }).then((left) => ended.current(wholeRows(blank, left?.data.rows)))
  }, [error, draftKey, blank])
  const { start: begin } = job
  const { settle } = draft
  const start = useCallback(
    async (rows: readonly AnyPart[]) => {
      await settle()
      // The draft holds these very rows before the first is saved: it is what a power cut leaves.
      const data = { rows: rows.map(compactRow) } as unknown as AnyData
      await call('draft.save', { ledger, key: draftKey, recordId: null, baseRevision: 0, data })
      await begin({ ledger, records: rows as unknown as AnyData[], draftKey } as never)
    },
    [ledger, draftKey, settle, begin],
  )
  return { job, start, running: job.running }
}
