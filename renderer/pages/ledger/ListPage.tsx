import { Button } from 'antd'
import { lazy, useCallback, useEffect, useRef, useState } from 'react'
import type { Filter, Page, Row } from '../../../shared/contract/records.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { call } from '../../api/client.ts'
import { useCtrlKey } from '../../keys.ts'
import { FilterBar } from '../../ledger/FilterBar.tsx'
import { LedgerGrid, type PageQuery } from '../../ledger/LedgerGrid.tsx'
import { RecordPreview } from '../../ledger/RecordPreview.tsx'
import { go } from '../../route.ts'
import { useSession } from '../../session.ts'
import { t } from '../../text.ts'
import { ListPaper } from '../ledgerPapers/PaperButtons.tsx'
import { mayTypeMany } from '../many/manyKey.ts'
import { LoadUnits } from '../places/LoadUnits.tsx'
import { RosterTabs } from '../teams/RosterTabs.tsx'
import type { AskedList } from './askedList.ts'
import { BackToFigures, SumLine, useSums, withSums } from './SumLine.tsx'

const ExportPanel = lazy(() => import('../excel/ExportPanel.tsx').then((m) => ({ default: m.ExportPanel })))

/** A ledger's list: filters as words, the grid with a preview beside it, and the way to a new record. */
export function ListPage({ ledger, asked }: { readonly ledger: LedgerName; readonly asked?: AskedList }) {
  const [filters, setFilters] = useState<readonly Filter[]>(asked?.filters ?? [])
  const [summed, setSummed] = useState<Page['sums']>({})
  const [total, setTotal] = useState<number | null>(null)
  const { previewed, select, toggle, previewing } = usePreview()
  const add = useNewRecord(ledger)
  const open = useCallback((row: Row) => go(ledger, row.id), [ledger])
  const [exporting, setExporting] = useState(false)
  const sort = useRef<PageQuery['sort']>(undefined)
  const sums = useSums(asked)
  const fetchPage = useCallback(
    (query: PageQuery) => {
      sort.current = query.sort
      return withSums(call('record.page', { ledger, ...query, sums }), setSummed)
    },
    [ledger, sums],
  )
  return (
    <div className="list-page">
      <header className="list-bar">
        <BackToFigures shown={asked !== undefined} />
        <h1>{t.ledgers[ledger].name}</h1>
        {ledger === 'post' && <RosterTabs here="list" />}
        <FilterBar ledger={ledger} filters={filters} onChange={setFilters} total={total} />
        <span className="spring" />
        <Button aria-pressed={previewing} onClick={toggle}>
          {t.form.previewKey}
        </Button>
        {ledger === 'dispute' ? (
          <LateButton />
        ) : (
          <SheetButtons ledger={ledger} exporting={exporting} onExport={() => setExporting((on) => !on)} />
        )}
        <ListPaper ledger={ledger} />
        {mayTypeMany(ledger) && <Button onClick={() => go(ledger, 'many')}>{t.entryGrid.many.open}</Button>}
        {ledger === 'place' && total !== 0 && <LoadUnits />}
        <Button type="primary" onClick={add} aria-keyshortcuts="Control+N">
          {`${t.ledgers[ledger].add}（Ctrl+N）`}
        </Button>
      </header>
      {exporting && (
        <ExportPanel
          ledger={ledger}
          filters={filters}
          sort={sort.current}
          total={total ?? 0}
          onClose={() => setExporting(false)}
        />
      )}
      <div className="list-body">
        <LedgerGrid
          {...{ ledger, filters, fetchPage }}
          onOpen={open}
          onSelect={select}
          onSpace={toggle}
          onTotal={setTotal}
          settingsKey={`grid.${ledger}`}
        />
        {previewed !== null && (
          <RecordPreview ledger={ledger} id={previewed} onOpen={() => go(ledger, previewed)} onClose={toggle} />
        )}
      </div>
      <SumLine ledger={ledger} sums={summed} />
      <p className="quiet list-keys">{t.form.list.keys}</p>
      {total === 0 && (
        <Empty ledger={ledger} filtered={filters.length > 0} onAdd={add} onClear={() => setFilters([])} />
      )}
    </div>
  )
}

/** The way to a new record: the button and Ctrl+N. */
function useNewRecord(ledger: LedgerName): () => void {
  const add = useCallback(() => go(ledger, 'new'), [ledger])
  useCtrlKey('n', add)
  return add
}

interface SheetProps {
  readonly ledger: LedgerName
  readonly exporting: boolean
  readonly onExport: () => void
}
/** Excel in and out of a plain ledger; who only reads the book takes nothing in. */
function SheetButtons({ ledger, exporting, onExport }: SheetProps) {
  const { book } = ledgerOf(ledger)
  const mayImport = useSession().roles.some((r) => r.book === book && (r.role === 'clerk' || r.role === 'head'))
  return (
    <>
      {mayImport && <Button onClick={() => go(ledger, 'import')}>{t.sheetDesk.import}</Button>}
      <Button aria-pressed={exporting} onClick={onExport}>
        {t.sheetDesk.export.button}
      </Button>
    </>
  )
}

/** 补录 of dossiers on paper: the button and Ctrl+B. */
function LateButton() {
  const open = useCallback(() => go('dispute', 'late'), [])
  useCtrlKey('b', open)
  return (
    <Button onClick={open} aria-keyshortcuts="Control+B">
      {t.pages.late.open}
    </Button>
  )
}

/** Milliseconds a row must stay chosen before it is read: walking over rows opens none of them. */
const dwell = 200

/** The row read beside the list; null while the preview is shut. */
function usePreview() {
  const [previewing, setPreviewing] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const [rested, setRested] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setRested(chosen), dwell)
    return () => clearTimeout(timer)
  }, [chosen])
  const select = useCallback((row: Row) => setChosen(row.id), [])
  const toggle = useCallback(() => setPreviewing((on) => !on), [])
  return { previewed: previewing ? rested : null, previewing, select, toggle }
}

interface EmptyProps {
  readonly ledger: LedgerName
  readonly filtered: boolean
  readonly onAdd: () => void
  readonly onClear: () => void
}
/** An empty list says the first step. */
function Empty({ ledger, filtered, onAdd, onClear }: EmptyProps) {
  return (
    <div className="list-empty" role="status">
      <p>{filtered ? t.form.list.noneFound : t.ledgers[ledger].empty}</p>
      <Button type="primary" onClick={filtered ? onClear : onAdd}>
        {filtered ? t.form.list.clearFilters : t.ledgers[ledger].add}
      </Button>
      {ledger === 'place' && !filtered && <LoadUnits />}
    </div>
  )
}
