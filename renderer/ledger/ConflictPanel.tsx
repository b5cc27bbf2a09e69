import { Alert, Button, Radio } from 'antd'
import { useMemo, useState } from 'react'
import type { RecordView } from '../../shared/contract/records.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import { formatLines } from '../format.ts'
import { codeLabel, fieldLabel, fill, t } from '../text.ts'
import { changedFields } from './edit.ts'
import type { RecordForm } from './useRecordForm.ts'

interface Props {
  readonly form: RecordForm
  readonly theirs: RecordView
  readonly onKeepDraft: () => void
}
type Side = 'mine' | 'theirs'

/** Both versions side by side; every differing field is one choice, made already where only one side changed it. */
export function ConflictPanel({ form, theirs, onKeepDraft }: Props) {
  const ledger = ledgerOf(theirs.ledger)
  const differing = useMemo(() => changedFields(ledger, form.data, theirs.data), [ledger, form.data, theirs.data])
  const mineChanged = useMemo(
    () => new Set(changedFields(ledger, form.saved, form.data)),
    [ledger, form.saved, form.data],
  )
  const [choice, setChoice] = useState<Readonly<Record<string, Side>>>({})
  const known = (field: string): Side => (mineChanged.has(field) ? 'mine' : 'theirs')
  const sideOf = (field: string): Side | null => choice[field] ?? (form.baseKnown ? known(field) : null)
  const undecided = differing.some((f) => sideOf(f) === null)
  const note = form.baseKnown ? t.form.conflictNote : t.form.conflictChoose
  const use = () => form.resolve(differing.filter((f) => sideOf(f) === 'theirs'))
  return (
    <section className="conflict" aria-label={t.errors['revision-conflict'].what}>
      <Alert
        type="warning"
        showIcon
        title={fill(t.form.conflictTitle, { by: theirs.updatedBy })}
        description={differing.length === 0 ? t.form.conflictNothing : note}
      />
      {differing.map((field) => (
        <FieldChoice
          key={field}
          field={field}
          mine={form.data}
          theirs={theirs}
          side={sideOf(field)}
          onChoose={(side) => setChoice({ ...choice, [field]: side })}
        />
      ))}
      <div className="buttons">
        <Button type="primary" disabled={undecided} onClick={use}>
          {t.form.conflictUse}
        </Button>
        <Button onClick={onKeepDraft}>{t.form.conflictKeep}</Button>
      </div>
    </section>
  )
}

interface ChoiceProps {
  readonly field: string
  readonly mine: AnyData
  readonly theirs: RecordView
  /** Null until chosen. */
  readonly side: Side | null
  readonly onChoose: (side: Side) => void
}
function FieldChoice({ field, mine, theirs, side, onChoose }: ChoiceProps) {
  const { ledger } = theirs
  const version = (title: string, data: AnyData) => <Version title={title} data={data} field={field} ledger={ledger} />
  return (
    <fieldset className="conflict-field">
      <legend>{fieldLabel(ledger, field)}</legend>
      <Radio.Group
        value={side}
        onChange={(e) => onChoose(e.target.value as Side)}
        options={[
          { value: 'mine', label: version(t.form.mine, mine) },
          { value: 'theirs', label: version(t.form.theirs, theirs.data) },
        ]}
      />
    </fieldset>
  )
}

interface VersionProps {
  readonly title: string
  readonly data: AnyData
  readonly field: string
  readonly ledger: RecordView['ledger']
}
function Version({ title, data, field, ledger }: VersionProps) {
  const described = ledgerOf(ledger).fields[field]
  const lines = described ? formatLines(described, data[field]) : []
  const reason = (data.absent as Readonly<Record<string, string>>)[field]
  const blank = reason === undefined ? t.form.blankValue : codeLabel('absent', reason)
  return (
    <span className="version">
      <span className="quiet">{title}</span>
      {lines.length === 0 ? <em>{blank}</em> : lines.map((line) => <span key={line}>{line}</span>)}
    </span>
  )
}
