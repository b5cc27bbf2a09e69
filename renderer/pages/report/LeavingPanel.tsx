import type { UseQueryResult } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Spin, Tabs, Tag, Tooltip } from 'antd'
import type { LeavingLedger, LeavingView } from '../../../shared/contract/handover.ts'
import type { AppError } from '../../../shared/errors.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PlainTable } from '../../parts/PlainTable.tsx'
import {
  amountShown,
  categoryLabel,
  measureLabel,
  periodLabel,
  travelLabel,
  travelValue,
} from '../../parts/travelShown.ts'
import { fill, t } from '../../text.ts'
import { recordsOf } from './SealPanel.tsx'

interface Props {
  readonly leaving: UseQueryResult<LeavingView, AppError>
  readonly baseline: boolean
  readonly onBaseline: (baseline: boolean) => void
}

/** Exactly what will leave this office, before it is sealed. */
export function LeavingPanel({ leaving, baseline, onBaseline }: Props) {
  const words = t.report.leaving
  const view = leaving.data
  const refresh = (
    <Button size="small" onClick={() => void leaving.refetch()} loading={leaving.isFetching}>
      {words.refresh}
    </Button>
  )
  return (
    <div className="desk-column leaving">
      <Panel title={words.title} note={words.intro} extra={refresh} grow>
        <div className="leaving-line">
          {view && <strong>{fill(words.number, { no: view.no })}</strong>}
          {view && <Tag>{view.base === 0 ? words.full : words.since}</Tag>}
          {(baseline || (view !== undefined && view.base !== 0)) && (
            <Tooltip title={words.baselineHint}>
              <Checkbox checked={baseline} onChange={(e) => onBaseline(e.target.checked)}>
                {words.baseline}
              </Checkbox>
            </Tooltip>
          )}
        </div>
        {baseline && <p className="quiet-line">{words.baselineHint}</p>}
        <ErrorNotice error={leaving.error} onRetry={() => void leaving.refetch()} />
        {leaving.isPending && <Spin description={words.loading} />}
        {view && recordsOf(view) === 0 && <Alert type="info" showIcon role="note" title={words.nothing} />}
        {view && <LeavingTabs view={view} />}
      </Panel>
    </div>
  )
}

function LeavingTabs({ view }: { readonly view: LeavingView }) {
  const ledgers = view.ledgers.map((l) => ({
    key: l.ledger,
    label: `${t.ledgers[l.ledger].name} ${l.changed + l.removed}`,
    children: <LedgerLeaving leaving={l} />,
  }))
  const counts = { key: 'counts', label: t.report.leaving.counts, children: <CountsLeaving view={view} /> }
  return <Tabs className="desk-tabs" size="small" items={[...ledgers, counts]} />
}

function LedgerLeaving({ leaving }: { readonly leaving: LeavingLedger }) {
  const words = t.report.leaving
  const { ledger, columns, changed, removed, countedOnly, rows } = leaving
  const name = t.ledgers[ledger].name
  return (
    <div className="leaving-ledger">
      <p className="leaving-sums">
        <span>{`${words.changed} ${changed}`}</span>
        <span>{`${words.removed} ${removed}`}</span>
        {countedOnly > 0 && (
          <Tooltip title={words.countedOnlyHint}>
            <span>{`${words.countedOnly} ${countedOnly}`}</span>
          </Tooltip>
        )}
        <span className="quiet-line">
          {fill(rows.length < changed ? words.rowsFirst : words.rowsAll, { shown: rows.length, total: changed })}
        </span>
      </p>
      <PlainTable<LeavingLedger['rows'][number]>
        label={fill(words.rowsLabel, { ledger: name })}
        columns={columns.map((c) => ({
          key: c,
          title: travelLabel(ledger, c),
          value: (row) => travelValue(ledger, c, row[c]),
        }))}
        rows={rows}
        keyOf={(_row, i) => i}
        empty={words.emptyLedger}
      />
    </div>
  )
}

type Count = LeavingView['counts'][number]
const byMonth = (a: Count, b: Count): number =>
  b.period.localeCompare(a.period) || a.ledger.localeCompare(b.ledger) || a.measure.localeCompare(b.measure)

/** T0: exact sums, which the authority gets also for what travels only as a number. */
function CountsLeaving({ view }: { readonly view: LeavingView }) {
  const words = t.report.counts
  return (
    <div className="leaving-ledger">
      <PlainTable
        label={t.report.leaving.counts}
        columns={[
          { key: 'ledger', title: words.ledger, value: (c) => t.ledgers[c.ledger].name },
          { key: 'period', title: words.period, value: periodLabel },
          { key: 'measure', title: words.measure, value: measureLabel },
          { key: 'category', title: words.category, value: categoryLabel },
          { key: 'amount', title: words.amount, value: amountShown, numeric: true },
        ]}
        rows={view.counts.toSorted(byMonth)}
        keyOf={(_c, i) => i}
        empty={t.report.leaving.emptyLedger}
      />
    </div>
  )
}
