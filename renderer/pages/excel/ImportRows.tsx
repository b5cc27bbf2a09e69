import { Button, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ImportPage, ImportProblem, ImportRow, ImportView } from '../../../shared/contract/sheets.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { useCall } from '../../api/client.ts'
import { formatInstant } from '../../format.ts'
import { problemWords } from '../../ledger/problems.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { type PlainColumn, PlainTable } from '../../parts/PlainTable.tsx'
import { hrefOf } from '../../route.ts'
import { fill, t } from '../../text.ts'

const words = t.sheetDesk.rows
/** Rows drawn at once, and how many more each time; as many as a page of the core holds at most. */
const step = 100
const most = 500
/** Matched columns shown of a row: enough to know it by. */
const shownCells = 5

type Only = 'all' | 'good' | 'bad' | 'equal' | 'warned' | 'saved' | 'left'

const countsOf = ({ counts }: ImportView): Readonly<Record<Only, number>> => ({ ...counts, all: counts.records })
/** What wants to be looked at comes first: problems, then doubles, then all. */
const firstLook = (view: ImportView): Only => (view.counts.bad > 0 ? 'bad' : view.counts.equal > 0 ? 'equal' : 'all')

interface Props {
  readonly ledger: LedgerName
  readonly view: ImportView
}

/** Every record of the sheet with what is wrong with it, at its cell. */
export function ImportRows({ ledger, view }: Props) {
  const [chosen, setChosen] = useState<Only | null>(null)
  const [limit, setLimit] = useState(step)
  const counts = countsOf(view)
  const only = chosen !== null && (chosen === 'all' || counts[chosen] > 0) ? chosen : firstLook(view)
  const wanted = { ledger, batch: view.batch, only: only === 'all' ? null : only, limit }
  const page = useCall('import.page', wanted)
  const choices = (Object.keys(words.filters) as Only[]).filter((k) => k === 'all' || counts[k] > 0)
  return (
    <Panel title={words.title}>
      <Segmented
        aria-label={words.title}
        value={only}
        onChange={(next) => {
          setChosen(next)
          setLimit(step)
        }}
        options={choices.map((k) => ({ value: k, label: fill(words.filters[k], { count: counts[k] }) }))}
      />
      <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />
      {page.data && (
        <>
          <PlainTable
            label={words.title}
            columns={columnsOf(ledger, view)}
            rows={page.data.rows}
            keyOf={(r) => r.position}
            empty={words.empty}
          />
          <More page={page.data} onMore={() => setLimit(Math.min(most, limit + step))} full={limit === most} />
        </>
      )}
    </Panel>
  )
}

function More({
  page,
  onMore,
  full,
}: {
  readonly page: ImportPage
  readonly onMore: () => void
  readonly full: boolean
}) {
  const left = page.total - page.rows.length
  if (left <= 0 || full) return null
  return <Button onClick={onMore}>{fill(words.more, { count: left })}</Button>
}

const rowsWords = ({ first, last }: ImportRow['rows']): string =>
  first === last ? String(first) : fill(words.rowsRange, { first, last })

function columnsOf(ledger: LedgerName, view: ImportView): readonly PlainColumn<ImportRow>[] {
  const matched = view.columns.filter((c) => c.path !== null).slice(0, shownCells)
  return [
    { key: 'row', title: words.row, value: (r) => rowsWords(r.rows), numeric: true },
    { key: 'state', title: words.state, value: (r) => marks[r.state] + words.states[r.state] },
    ...matched.map((c) => ({
      key: c.letter,
      title: `${c.letter} ${c.header}`,
      value: (r: ImportRow) => <Cell row={r} path={c.path ?? ''} />,
    })),
    { key: 'problems', title: words.problems, value: (r) => <Said ledger={ledger} row={r} /> },
  ]
}
/** State by shape too, not by colour alone. */
const marks = { good: '✓ ', bad: '✗ ', equal: '＝ ', saved: '● ', left: '○ ' } as const

function Cell({ row, path }: { readonly row: ImportRow; readonly path: string }) {
  const isWrong = row.problems.some((p) => p.severity === 'error' && p.path.replace(/\.\d+\./, '.') === path)
  return <bdi className={isWrong ? 'import-wrong' : undefined}>{row.cells[path] ?? ''}</bdi>
}

/** What is to be said of a row: its problems at their cells, what it equals, the record it became. */
function Said({ ledger, row }: { readonly ledger: LedgerName; readonly row: ImportRow }) {
  const parts: readonly ReactNode[] = [
    ...row.problems.map((p) => (
      <li key={`${p.cell} ${p.path} ${p.code}`} className={p.severity === 'error' ? 'import-error' : 'import-warning'}>
        <ProblemWords ledger={ledger} problem={p} />
      </li>
    )),
    row.equals && <li key="equals">{equalsWords(row.equals)}</li>,
    row.recordId && (
      <li key="record">
        <a href={hrefOf(ledger, row.recordId)}>{words.open}</a>
      </li>
    ),
  ]
  return <ul className="import-said">{parts}</ul>
}

function ProblemWords({ ledger, problem }: { readonly ledger: LedgerName; readonly problem: ImportProblem }) {
  return (
    <>
      {problem.severity === 'error' ? '✗ ' : '△ '}
      {problem.cell !== null && <strong>{fill(words.at, { cell: problem.cell })}</strong>}
      {problemWords(ledger, problem, true)}
      {problem.found !== '' && <bdi className="quiet-line">{fill(words.found, { found: problem.found })}</bdi>}
    </>
  )
}

function equalsWords(equals: NonNullable<ImportRow['equals']>): string {
  if ('row' in equals) return fill(words.equalsRow, { row: equals.row })
  const { importedAt, importedBy } = equals
  if (importedAt === null) return words.equalsRecord
  return fill(words.equalsImported, { at: formatInstant(importedAt), by: importedBy ?? '' })
}
