import './gridModules.ts'
import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale'
import type {
  CellKeyDownEvent,
  ColDef,
  ColumnState,
  FullWidthCellKeyDownEvent,
  GridApi,
  GridReadyEvent,
  IDatasource,
  IGetRowsParams,
  RowDoubleClickedEvent,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Filter, Page, Row } from '../../shared/contract/records.ts'
import type { AppError } from '../../shared/errors.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { asAppError, call, onEvent, useCall } from '../api/client.ts'
import { nonce } from '../csp.ts'
import { isComposing } from '../keys.ts'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { fill, language, t } from '../text.ts'
import { gridTheme } from '../theme.ts'
import { columnsOf } from './columns.ts'

export interface PageQuery {
  readonly sort: { readonly field: string; readonly direction: 'asc' | 'desc' } | undefined
  readonly filters: Filter[]
  readonly offset: number
  readonly limit: number
}

interface Props {
  readonly ledger: LedgerName
  readonly filters: readonly Filter[]
  /** Asks the core for rows; sorting and filtering happen there. */
  readonly fetchPage: (query: PageQuery) => Promise<Page>
  readonly onOpen: (row: Row) => void
  readonly onSelect?: (row: Row) => void
  readonly onTotal?: (total: number) => void
  /** Key under which widths and order are remembered for this user. */
  readonly settingsKey: string
  /** Columns before the described ones, such as the unit's name. */
  readonly leading?: readonly ColDef<Row>[]
  readonly trailing?: readonly ColDef<Row>[]
  /** What the core calls this list in its `changed` events; the ledger's name by default. */
  readonly area?: string
}

/** Rows asked for at once. */
const block = 200
/** Milliseconds of quiet before changed widths are written. */
const calm = 600

function datasource(
  fetchPage: Props['fetchPage'],
  filters: readonly Filter[],
  seen: (total: number) => void,
  failed: (error: AppError | null) => void,
): IDatasource {
  return {
    getRows: (params: IGetRowsParams) => {
      const [sorted] = params.sortModel
      fetchPage({
        sort: sorted && { field: sorted.colId, direction: sorted.sort },
        filters: [...filters],
        offset: params.startRow,
        limit: params.endRow - params.startRow,
      }).then(
        (page) => {
          failed(null)
          seen(page.total)
          params.successCallback([...page.rows], page.total)
        },
        (error: unknown) => {
          failed(asAppError(error))
          params.failCallback()
        },
      )
    },
  }
}

/** A list of records: rows from the core page by page, columns from the description, widths and order remembered. */
export function LedgerGrid(props: Props) {
  const { ledger, filters, fetchPage, onTotal, settingsKey, leading, trailing, area = ledger } = props
  const [api, setApi] = useState<GridApi<Row> | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const remembered = useCall('window.get', { key: settingsKey })
  const settings = useCall('setting.all', {})
  const theme = useMemo(() => gridTheme(settings.data?.largeText ?? false), [settings.data?.largeText])
  const columns = useMemo(
    () => [...(leading ?? []), ...columnsOf(ledger), ...(trailing ?? [])],
    [ledger, leading, trailing],
  )
  const source = useMemo(
    () => datasource(fetchPage, filters, (total) => onTotal?.(total), setError),
    [fetchPage, filters, onTotal],
  )
  useEffect(() => onEvent((e) => e.type === 'changed' && e.what === area && api?.refreshInfiniteCache()), [api, area])
  const remember = useRemember(settingsKey)
  const ready = useCallback((event: GridReadyEvent<Row>) => setApi(event.api), [])
  const { open, onKey } = useOpening(props.onOpen)
  if (remembered.isPending) return <div className="grid" />
  return (
    <section className="grid" aria-label={fill(t.form.list.rows, { ledger: t.ledgers[ledger].name })}>
      <ErrorNotice error={error} onRetry={() => api?.purgeInfiniteCache()} />
      <AgGridReact<Row>
        theme={theme}
        styleNonce={nonce}
        localeText={language === 'en' ? undefined : AG_GRID_LOCALE_CN}
        rowModelType="infinite"
        datasource={source}
        columnDefs={columns}
        defaultColDef={{ resizable: true, suppressHeaderMenuButton: true, minWidth: 60 }}
        cacheBlockSize={block}
        maxBlocksInCache={20}
        maxConcurrentDatasourceRequests={2}
        blockLoadDebounceMillis={50}
        getRowId={({ data }) => data.id}
        rowSelection={{ mode: 'singleRow', checkboxes: false, enableClickSelection: true }}
        sortingOrder={['asc', 'desc']}
        tooltipShowDelay={600}
        suppressMultiSort
        suppressNoRowsOverlay
        animateRows={false}
        onGridReady={(event) => {
          restore(event.api, ledger, remembered.data)
          ready(event)
        }}
        onRowDoubleClicked={open}
        onCellKeyDown={onKey}
        onCellFocused={({ rowIndex, api: grid }) =>
          rowIndex !== null && grid.getDisplayedRowAtIndex(rowIndex)?.setSelected(true, true)
        }
        onSelectionChanged={({ api: grid }) => {
          const row = grid.getSelectedNodes()[0]?.data
          if (row) props.onSelect?.(row)
        }}
        onColumnResized={({ api: grid, finished, source: by }) => finished && by !== 'api' && remember(grid)}
        onColumnMoved={({ api: grid, finished, source: by }) => finished && by !== 'api' && remember(grid)}
        onSortChanged={({ api: grid, source: by }) => by !== 'api' && remember(grid)}
      />
    </section>
  )
}

/** Widths, order and sort as this user left them; otherwise the description's order. */
function restore(api: GridApi<Row>, ledger: LedgerName, remembered: unknown): void {
  const { field, direction } = ledgerOf(ledger).order
  const known = Array.isArray(remembered) ? (remembered as ColumnState[]) : null
  api.applyColumnState(
    known === null
      ? { state: [{ colId: field, sort: direction }], defaultState: { sort: null } }
      : { state: known, applyOrder: true, defaultState: { sort: null } },
  )
}

function useRemember(key: string): (api: GridApi<Row>) => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return (api) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const state = api
        .getColumnState()
        .map(({ colId, width, sort }) => ({ colId, width: width ?? null, sort: sort ?? null }))
      // Widths are a comfort: a refusal must not disturb the list.
      void call('window.set', { key, value: state }).catch(() => undefined)
    }, calm)
  }
}

function useOpening(onOpen: (row: Row) => void) {
  const open = useCallback((event: RowDoubleClickedEvent<Row>) => event.data && onOpen(event.data), [onOpen])
  const onKey = useCallback(
    (event: CellKeyDownEvent<Row> | FullWidthCellKeyDownEvent<Row>) => {
      const key = event.event as KeyboardEvent | null
      if (key?.key === 'Enter' && !isComposing(key) && event.data) onOpen(event.data)
    },
    [onOpen],
  )
  return { open, onKey }
}
