import { Button, Form, Input, Radio } from 'antd'
import type { Row } from '../../../shared/contract/records.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { useAct } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { travelColumns, travelLabel, travelValue } from '../../parts/travelShown.ts'
import { t } from '../../text.ts'
import { type Mark, markOf, marks, noteField, rowTitle } from './mergedColumns.ts'

interface Props {
  readonly ledger: LedgerName
  readonly row: Row | null
  readonly hands: boolean
}

/** The chosen row in full, and this recipient's own word on it. */
export function Decision({ ledger, row, hands }: Props) {
  const words = t.city.merged
  if (row === null)
    return (
      <Panel title={words.decide} note={words.pick}>
        {null}
      </Panel>
    )
  return (
    <>
      {hands && <DecisionForm ledger={ledger} row={row} />}
      <Panel title={rowTitle(ledger, row)}>
        <dl className="facts-list">
          {travelColumns(ledger).map((c) => (
            <div key={c} className="fact">
              <dt>{travelLabel(ledger, c)}</dt>
              <dd>{travelValue(ledger, c, row[c])}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </>
  )
}

interface Values {
  readonly mark: Mark
  readonly note: string
}
function DecisionForm({ ledger, row }: { readonly ledger: LedgerName; readonly row: Row }) {
  const decide = useAct('city.decide')
  const words = t.city.merged
  const note = row[noteField]
  const initial: Values = { mark: markOf(row), note: typeof note === 'string' ? note : '' }
  return (
    <Panel title={words.decide} note={words.decideHint}>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onValuesChange={() => decide.reset()}
        onFinish={(v) => decide.mutate({ ledger, rowId: Number(row.id), mark: v.mark, note: v.note.trim() })}
      >
        <Form.Item name="mark" label={words.decide}>
          <Radio.Group options={marks.map((value) => ({ value, label: words.marks[value] }))} />
        </Form.Item>
        <Form.Item name="note" label={words.note}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <ErrorNotice error={decide.error} />
        <div className="button-line">
          <Button type="primary" htmlType="submit" loading={decide.isPending}>
            {words.save}
          </Button>
          <span role="status" className="saved-words">
            {decide.isSuccess && words.saved}
          </span>
        </div>
      </Form>
    </Panel>
  )
}
