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
  const sideOf = (field: string): Side => choice[field] ?? (mineChanged.has(field) ? 'mine' : 'theirs')
  const use = () => form.resolve(differing.filter((f) => sideOf(f) === 'theirs'))
  return (
    <section className="conflict" aria-label={t.errors['revision-conflict'].what}>
      <Alert
        type="warning"
        showIcon
        title={fill(t.form.conflictTitle, { by: theirs.updatedBy })}
        description={differing.length === 0 ? t.form.conflictNothing : t.form.conflictNote}
      />
      {differing.map((field) => (
        <fieldset key={field} className="conflict-field">
          <legend>{fieldLabel(theirs.ledger, field)}</legend>
          <Radio.Group
            value={sideOf(field)}
            onChange={(e) => setChoice({ ...choice, [field]: e.target.value as Side })}
            options={[
              {
                value: 'mine',
                label: <Version title={t.form.mine} data={form.data} field={field} ledger={theirs.ledger} />,
              },
              {
                value: 'theirs',
                label: <Version title={t.form.theirs} data={theirs.data} field={field} ledger={theirs.ledger} />,
              },
            ]}
          />
        </fieldset>
      ))}
      <div className="buttons">
        <Button type="primary" onClick={use}>
          {t.form.conflictUse}
        </Button>
        <Button onClick={onKeepDraft}>{t.form.conflictKeep}</Button>
      </div>
    </section>
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
