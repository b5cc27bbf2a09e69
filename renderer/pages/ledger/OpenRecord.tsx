import { App, Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RecordView } from '../../../shared/contract/records.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { formatInstant, formatValue } from '../../format.ts'
import { useCtrlKey } from '../../keys.ts'
import { ChecksPanel } from '../../ledger/ChecksPanel.tsx'
import { ConflictPanel } from '../../ledger/ConflictPanel.tsx'
import { FormBar } from '../../ledger/FormBar.tsx'
import { focusPath } from '../../ledger/FormContext.ts'
import { HistoryPanel } from '../../ledger/HistoryPanel.tsx'
import { LedgerForm } from '../../ledger/LedgerForm.tsx'
import { leaveField } from '../../ledger/leaveField.ts'
import { marksOf } from '../../ledger/marks.ts'
import { RemovePanel } from '../../ledger/RemovePanel.tsx'
import type { Opened } from '../../ledger/recordState.ts'
import { type RecordForm, useRecordForm } from '../../ledger/useRecordForm.ts'
import { useUndoKeys } from '../../ledger/useUndoKeys.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { go, goInstead } from '../../route.ts'
import { useSecretClipboard } from '../../secretClipboard.ts'
import { codeLabel, fill, t } from '../../text.ts'
import type { RecordSlots } from './RecordPage.tsx'

export interface FormActions {
  readonly form: RecordForm
  /** Opens the field's section and puts the focus there. */
  readonly goTo: (path: string) => void
  /** Saves what is open; answers the record, or null with the reasons shown. */
  readonly save: () => Promise<RecordView | null>
  /** What stands in the middle: the form, or the record's history in its place. */
  readonly show: (what: 'form' | 'history' | 'remove') => void
}

interface Props {
  readonly opened: Opened
  readonly slots: RecordSlots
}

/** A record in its form: head, fields, checks; its history or a conflict in the form's place. */
export function OpenRecord({ opened, slots }: Props) {
  const { ledger } = opened
  const form = useRecordForm(opened)
  useSecretClipboard(isLocked(ledger, form))
  const [showing, setShowing] = useState<'form' | 'history' | 'remove'>('form')
  const goTo = useGoTo(ledger, slots, () => setShowing('form'))
  const save = useSave(form, ledger, goTo, slots.onSaved)
  const section = slots.sections[0]?.key
  // Another step was opened: it must be seen, whatever stood in its place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step itself is what to listen to
  useEffect(() => setShowing('form'), [section])
  useFirstFocus(form.view === null, slots)
  useUndoKeys(form, goTo)
  useCtrlKey(
    's',
    useCallback(() => void save(), [save]),
  )
  const actions: FormActions = { form, goTo, save, show: setShowing }
  const discard = () => void form.draft.discard().then(() => go(ledger))
  return (
    <div className="record">
      <FormBar
        form={form}
        title={titleOf(form, ledger, slots.newTitle)}
        facts={factsOf(form, ledger)}
        onSave={() => void save()}
        onBack={() => go(ledger)}
        onDiscard={discard}
      >
        {form.view && <ViewButtons showing={showing} onShow={setShowing} numbered={isNumbered(form)} />}
      </FormBar>
      {opened.draft && form.dirty && form.revision === opened.draft.baseRevision && (
        <p className="resumed">{fill(t.form.resumed, { when: formatInstant(opened.draft.savedAt) })}</p>
      )}
      <ErrorNotice error={form.error} onClose={form.clearError} />
      <Body actions={actions} slots={slots} showing={showing} onShow={setShowing} ledger={ledger} />
    </div>
  )
}

/** Steps, form and checks side by side; or what stands over them all, such as a paper. */
function Body({ actions, slots, ...middle }: Omit<MiddleProps, 'sections'> & { readonly slots: RecordSlots }) {
  const over = slots.over?.(actions)
  if (over)
    return (
      <div className="record-body">
        <div className="record-over">{over}</div>
      </div>
    )
  return (
    <div className="record-body">
      {slots.left?.(actions)}
      <div className="record-middle">
        {slots.top?.(actions)}
        <Middle {...middle} actions={actions} sections={slots.sections} />
      </div>
      <aside className="record-right" aria-label={t.form.side}>
        {slots.right?.(actions) ?? (
          <ChecksPanel ledger={middle.ledger} problems={actions.form.problems} onGo={actions.goTo} />
        )}
      </aside>
    </div>
  )
}

interface MiddleProps {
  readonly actions: FormActions
  readonly showing: 'form' | 'history' | 'remove'
  readonly onShow: (what: 'form') => void
  readonly sections: RecordSlots['sections']
  readonly ledger: LedgerName
}
function Middle({ actions: { form }, showing, onShow, sections, ledger }: MiddleProps) {
  const marks = useMemo(() => marksOf(ledger, form.problems, form.showNeeded), [ledger, form.problems, form.showNeeded])
  const frozen = useMemo(() => new Set(form.view?.frozenFields ?? []), [form.view])
  const leave = () => void form.draft.flush().then(() => go(ledger))
  if (form.conflict) return <ConflictPanel form={form} theirs={form.conflict} onKeepDraft={leave} />
  if (showing === 'history' && form.view) return <HistoryPanel ledger={ledger} id={form.view.id} />
  if (showing === 'remove' && form.view)
    return <RemovePanel view={form.view} onRemoved={() => go(ledger)} onBack={() => onShow('form')} />
  return (
    <LedgerForm
      key={form.generation}
      tools={form.tools}
      data={form.data}
      marks={marks}
      frozen={frozen}
      sections={sections}
      attempted={form.showNeeded}
    />
  )
}

interface ButtonsProps {
  readonly showing: MiddleProps['showing']
  readonly onShow: (what: MiddleProps['showing']) => void
  readonly numbered: boolean
}
function ViewButtons({ showing, onShow, numbered }: ButtonsProps) {
  return (
    <>
      <Button
        size="small"
        aria-pressed={showing === 'history'}
        onClick={() => onShow(showing === 'history' ? 'form' : 'history')}
      >
        {t.form.history}
      </Button>
      {!numbered && (
        <Button
          size="small"
          aria-pressed={showing === 'remove'}
          onClick={() => onShow(showing === 'remove' ? 'form' : 'remove')}
        >
          {t.form.remove}
        </Button>
      )}
    </>
  )
}

/** Locked as it was saved, or as it is being typed. */
const isLocked = (ledger: LedgerName, form: RecordForm): boolean =>
  [form.saved, form.data].some((data) => ledgerOf(ledger).locked(data as never))

/** A record with a number stays; such a case is voided, never taken out. */
const isNumbered = (form: RecordForm): boolean => Boolean(form.view?.data.caseNo || form.view?.data.agreementNo)

/** Saves, and afterwards is at the record's own address; a refused save leads to the first field to mend. */
function useSave(
  form: RecordForm,
  ledger: LedgerName,
  goTo: (path: string) => void,
  onSaved: RecordSlots['onSaved'],
): FormActions['save'] {
  const { message } = App.useApp()
  const latest = useRef({ form, goTo, onSaved })
  latest.current = { form, goTo, onSaved }
  return useCallback(async () => {
    leaveField()
    const { form: now, goTo: focus } = latest.current
    const wasNew = now.view === null
    const saved = await now.save()
    if (saved === null) {
      const first = now.problems.find((p) => p.severity === 'error')
      if (first) focus(first.path)
      return null
    }
    void message.success(t.form.saved, 2)
    if (wasNew && latest.current.onSaved) latest.current.onSaved(saved)
    else if (wasNew) goInstead(ledger, saved.id)
    return saved
  }, [ledger, message])
}

/** A new record begins at its first field, a saved one at its next step; nothing is opened by mouse. */
function useFirstFocus(isNew: boolean, { sections }: RecordSlots): void {
  const first = sections[0]?.fields[0]
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || first === undefined) return
    begun.current = true
    if (isNew) focusPath(first)
    else document.querySelector<HTMLElement>('.next-step button:not(:disabled)')?.focus()
  }, [isNew, first])
}

/** A field may be in a section that is not drawn yet: the focus waits for it. */
function useGoTo(
  ledger: LedgerName,
  { sections, onSection }: RecordSlots,
  showForm: () => void,
): (path: string) => void {
  const [wanted, setWanted] = useState<string | null>(null)
  useEffect(() => {
    if (wanted !== null && focusPath(wanted)) setWanted(null)
  })
  return (path) => {
    const field = path.split('.')[0] ?? ''
    const drawn = sections.some((s) => s.fields.includes(field))
    const home = ledgerOf(ledger).form.find((s) => s.fields.includes(field))
    if (!drawn && home) onSection?.(home.key)
    showForm()
    setWanted(path)
  }
}

function titleOf(form: RecordForm, ledger: LedgerName, newTitle: string = t.ledgers[ledger].add): string {
  const described = ledgerOf(ledger)
  const derived = described.derived[described.title]
  const value = derived ? derived.from(form.data as never) : form.data[described.title]
  return typeof value === 'string' && value !== '' ? value : form.view === null ? newTitle : t.ledgers[ledger].one
}

/** Number and stage: what tells one record from the next. */
function factsOf(form: RecordForm, ledger: LedgerName): string {
  const described = ledgerOf(ledger)
  const stage = form.view && described.stages.length > 1 ? codeLabel('stage', form.view.stage) : ''
  const number =
    described.fields.caseNo && described.fields.caseNo.kind !== 'list'
      ? formatValue(described.fields.caseNo, form.data.caseNo)
      : ''
  return [number, stage].filter(Boolean).join(' · ')
}
