import { Button, Input } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { RecordView } from '../../../shared/contract/records.ts'
import { dispute } from '../../../shared/ledgers/dispute.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import { useAct, useCall } from '../../api/client.ts'
import { inOneLine } from '../../format.ts'
import { changedFields } from '../../ledger/edit.ts'
import { focusPath } from '../../ledger/FormContext.ts'
import { LedgerForm } from '../../ledger/LedgerForm.tsx'
import { marksOf } from '../../ledger/marks.ts'
import { problemsIn } from '../../ledger/problems.ts'
import { firstState, type Opened, type Unreadable, unreadableProblems, useTools } from '../../ledger/recordState.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { useSession } from '../../session.ts'
import { fieldLabel, fill, t } from '../../text.ts'

interface Props {
  readonly view: RecordView
  readonly today: string
  readonly onClose: () => void
}

/** 录入更正: the frozen fields, open for what is on the paper; another person confirms it. */
export function CorrectionForm(props: Props) {
  const settings = useCall('setting.all', {})
  const places = useCall('place.names', {})
  if (settings.data === undefined || places.data === undefined)
    return <ErrorNotice error={settings.error ?? places.error} />
  return <OpenCorrection {...props} settings={settings.data} places={places.data} />
}

/** What the form's rules ask beside the record. */
type Asked = Pick<Opened, 'settings' | 'places'>

const nothingFrozen: ReadonlySet<string> = new Set()

/** The form's state of its own: nothing of it is a draft of the record. */
function useCorrected({ view, today, settings, places }: Props & Asked) {
  const { sample } = useSession().profile
  const opened: Opened = {
    ...{ ledger: 'dispute', draftKey: '', view, draft: null, initial: {} },
    ...{ today, sample, settings, places, variant: null, assumedYear: null },
  }
  const [state, setState] = useState(() => firstState(opened))
  const [codes, setCodes] = useState<Unreadable>({})
  const latest = useRef(state.data)
  latest.current = state.data
  const tools = useTools(opened, setState, setCodes, latest)
  const context = { today, sample, settings, places }
  const problems = [...unreadableProblems(codes), ...problemsIn('dispute', state.data, context)]
  const fields = changedFields(ledgerOf('dispute'), state.data, view.data)
  return {
    data: state.data,
    tools,
    problems,
    fields,
    changes: Object.fromEntries(fields.map((f) => [f, state.data[f]])),
  }
}

function OpenCorrection(props: Props & Asked) {
  const { view, onClose } = props
  const { data, tools, problems, fields, changes } = useCorrected(props)
  const [reason, setReason] = useState('')
  const propose = useAct('correction.propose')
  const sections = useMemo(() => frozenSections(view.frozenFields), [view.frozenFields])
  const { id, revision } = view
  const first = sections[0]?.fields[0]
  useEffect(() => {
    if (first !== undefined) focusPath(first)
  }, [first])
  const start = () =>
    propose.mutate({ ledger: 'dispute', id, revision, changes, reason: reason.trim() }, { onSuccess: onClose })
  const held = fields.length === 0 || reason.trim() === '' || problems.some((p) => p.severity === 'error')
  const words = t.caseActs.correction
  return (
    <section className="correction" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.intro}</p>
      <LedgerForm
        tools={tools}
        data={data}
        marks={marksOf('dispute', problems, true)}
        frozen={nothingFrozen}
        sections={sections}
        attempted
      />
      <div className="correction-end">
        <p role="status">
          {fields.length === 0
            ? words.nothing
            : fill(words.changed, { fields: inOneLine(fields.map((f) => fieldLabel('dispute', f))) })}
        </p>
        <label htmlFor="correction-reason">{words.reason}</label>
        <Input id="correction-reason" maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} />
        <ErrorNotice error={propose.error} />
        <div className="buttons">
          <Button type="primary" disabled={held} loading={propose.isPending} onClick={start}>
            {words.propose}
          </Button>
          <Button onClick={onClose}>{words.back}</Button>
        </div>
      </div>
    </section>
  )
}

/** The form's sections with what is frozen in them. */
function frozenSections(frozen: readonly string[]) {
  const names = new Set(frozen.map((path) => path.split('.')[0]))
  return dispute.form
    .map((s) => ({ ...s, fields: s.fields.filter((f) => names.has(f)) }))
    .filter((s) => s.fields.length > 0)
}
