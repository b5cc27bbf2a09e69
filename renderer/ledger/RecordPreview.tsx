import { Button } from 'antd'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { maskedValue } from '../../shared/rules/masked.ts'
import { useCall } from '../api/client.ts'
import { formatInstant, formatLines } from '../format.ts'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { useSecretClipboard } from '../secretClipboard.ts'
import { fieldLabel, fill, t } from '../text.ts'
import { sectionLabel } from './LedgerForm.tsx'

interface Props {
  readonly ledger: LedgerName
  readonly id: string
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** A record beside its list, to read: only what is filled in, section by section. */
export function RecordPreview({ ledger, id, onOpen, onClose }: Props) {
  const record = useCall('record.get', { ledger, id })
  useSecretClipboard(record.data !== undefined && ledgerOf(ledger).locked(record.data.data as never))
  return (
    <aside className="preview" aria-label={t.form.preview}>
      <div className="preview-head">
        <Button type="primary" size="small" onClick={onOpen}>
          {t.form.previewOpen}
        </Button>
        <Button size="small" onClick={onClose}>
          {t.form.previewClose}
        </Button>
      </div>
      <ErrorNotice error={record.error} />
      {record.data && (
        <>
          <Filled ledger={ledger} data={record.data.data} />
          <p className="quiet">
            {fill(t.form.savedAt, { by: record.data.updatedBy, when: formatInstant(record.data.updatedAt) })}
          </p>
        </>
      )}
    </aside>
  )
}

function Filled({ ledger, data }: { readonly ledger: LedgerName; readonly data: AnyData }) {
  const described = ledgerOf(ledger)
  return described.form.map((section) => {
    const filled = section.fields.flatMap((name) => {
      const field = described.fields[name]
      const lines = field ? formatLines(field, maskedValue(field, data[name])) : []
      return lines.length === 0 ? [] : [{ name, lines }]
    })
    if (filled.length === 0) return null
    return (
      <section key={section.key}>
        <h3>{sectionLabel(ledger, section.key)}</h3>
        <dl>
          {filled.map(({ name, lines }) => (
            <div key={name}>
              <dt>{fieldLabel(ledger, name)}</dt>
              {lines.map((line) => (
                <dd key={line}>{line}</dd>
              ))}
            </div>
          ))}
        </dl>
      </section>
    )
  })
}
