import { Button, Select } from 'antd'
import type { NumberBooks, NumberBookView, NumberGap, NumberRow } from '../../../shared/contract/numbers.ts'
import { series as allSeries, type Series } from '../../../shared/rules/numbers.ts'
import { useCall } from '../../api/client.ts'
import { formatInstant } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PlainTable } from '../../parts/PlainTable.tsx'
import { go, goInstead, hrefOf } from '../../route.ts'
import { fieldLabel, fill, t } from '../../text.ts'
import { PaperPlace } from './LastOnPaper.tsx'
import '../../parts/Panel.css'
import './numbers.css'

const words = t.numbers
const mediation = { book: 'mediation' } as const

interface Chosen {
  readonly committee: string
  readonly year: number
  readonly series: Series
}

/** 编号簿: `#/numbers/<series>/<year>/<committee>`; what the route leaves out is the office's own book of this year. */
export function NumbersPage({ at }: { readonly at: readonly string[] }) {
  const books = useCall('dispute.numberBooks', mediation)
  const chosen = books.data === undefined ? null : chosenIn(books.data, at)
  return (
    <div className="desk">
      <header className="desk-head">
        <h1>{words.title}</h1>
        {books.data && chosen && <Choices books={books.data} chosen={chosen} />}
      </header>
      <p className="quiet">{words.intro}</p>
      <ErrorNotice error={books.error} onRetry={() => void books.refetch()} />
      {chosen && (chosen.committee === '' ? <NoCommittee /> : <Book key={JSON.stringify(chosen)} chosen={chosen} />)}
    </div>
  )
}

function chosenIn({ years, committees }: NumberBooks, [series, year, committee]: readonly string[]): Chosen {
  return {
    series: allSeries.find((s) => s === series) ?? 'caseNo',
    year: years.find((y) => String(y) === year) ?? years[0] ?? 0,
    committee: committee ?? committees[0]?.name ?? '',
  }
}

function NoCommittee() {
  return (
    <p className="plain-empty">
      {words.noCommittee} <Button onClick={() => go('settings', 'committees')}>{words.goSettings}</Button>
    </p>
  )
}

function Choices({ books, chosen }: { readonly books: NumberBooks; readonly chosen: Chosen }) {
  const show = (change: Partial<Chosen>) => {
    const { series, year, committee } = { ...chosen, ...change }
    goInstead('numbers', series, String(year), committee)
  }
  return (
    <>
      <Select
        aria-label={words.committee}
        className="number-choice wide"
        value={chosen.committee}
        options={books.committees.map((c) => ({ value: c.name, label: c.name }))}
        onChange={(committee) => show({ committee })}
      />
      <Select
        aria-label={words.year}
        className="number-choice"
        value={chosen.year}
        options={books.years.map((value) => ({ value, label: fill(words.yearOf, { year: value }) }))}
        onChange={(year) => show({ year })}
      />
      <Select
        aria-label={words.series}
        className="number-choice"
        value={chosen.series}
        options={allSeries.map((value) => ({ value, label: fieldLabel('dispute', value) }))}
        onChange={(series) => show({ series })}
      />
    </>
  )
}

function Book({ chosen }: { readonly chosen: Chosen }) {
  const book = useCall('dispute.numberBook', { ...mediation, ...chosen })
  if (book.error) return <ErrorNotice error={book.error} onRetry={() => void book.refetch()} />
  if (book.data === undefined) return <p className="loading">{t.common.loading}</p>
  const { rows, gaps, next, first, question, more } = book.data
  return (
    <div className="desk-columns">
      <div className="desk-column">
        <NumberTable rows={rows} />
        {more > 0 && <p className="quiet">{fill(words.more, { count: more })}</p>}
      </div>
      <div className="desk-column">
        <Panel title={words.nextTitle}>
          <strong>{next.number}</strong>
          {first > 1 && <p className="quiet">{fill(words.from, { first })}</p>}
        </Panel>
        <Paper chosen={chosen} book={book.data} key={question === null ? 'start' : 'asked'} />
        <Panel title={words.gaps} {...(gaps.length === 0 ? {} : { note: words.gapsNote })}>
          <Gaps gaps={gaps} />
        </Panel>
      </div>
    </div>
  )
}

function Paper({ chosen, book }: { readonly chosen: Chosen; readonly book: NumberBookView }) {
  return (
    <Panel title={words.paperTitle}>
      <PaperPlace {...chosen} question={book.question} open={book.rows.length === 0} />
    </Panel>
  )
}

function Gaps({ gaps }: { readonly gaps: readonly NumberGap[] }) {
  if (gaps.length === 0) return <p className="quiet-line">{words.gapsNone}</p>
  return (
    <ul className="gap-list" aria-label={words.gaps}>
      {gaps.map(({ from, to, cause }) => (
        <li key={from}>
          {fill(from === to ? words.gapOne : words.gapRange, { first: from, last: to, count: to - from + 1 })}
          <span className="quiet">（{words.gapCause[cause]}）</span>
        </li>
      ))}
    </ul>
  )
}

const caseOf = (row: NumberRow) =>
  row.recordId === null ? words.locked : <a href={hrefOf('dispute', row.recordId)}>{row.partyNames}</a>
function stateOf(row: NumberRow): string {
  if (row.locked) return ''
  return row.voidReason === null ? words.inUse : fill(words.voided, { reason: row.voidReason })
}

function NumberTable({ rows }: { readonly rows: readonly NumberRow[] }) {
  const { columns } = words
  return (
    <PlainTable
      label={words.title}
      columns={[
        { key: 'serial', title: columns.serial, value: (r) => r.serial ?? words.outside, numeric: true },
        {
          key: 'number',
          title: columns.number,
          value: (r) => (r.voidReason === null ? r.number : <s className="number-row-void">{r.number}</s>),
        },
        { key: 'on', title: columns.on, value: (r) => r.on ?? '' },
        { key: 'at', title: columns.at, value: (r) => (r.at === null ? '' : formatInstant(r.at)) },
        { key: 'case', title: columns.case, value: caseOf },
        { key: 'state', title: columns.state, value: stateOf },
      ]}
      rows={rows}
      keyOf={(r) => r.number}
      empty={words.empty}
    />
  )
}
