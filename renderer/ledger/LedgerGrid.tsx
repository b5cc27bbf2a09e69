import './gridModules.ts'
import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale'
import type { ColDef, ColumnState, GridApi, GridOptions, IDatasource, IGetRowsParams } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Filter, Page, Row } from '../../shared/contract/records.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Ledger } from '../../shared/ledgers/describe.ts'
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
  /** The space bar, in a list that has something to show for it. */
  readonly onSpace?: () => void
  readonly onTotal?: (total: number) => void
  /** Key under which widths and order are remembered for this user. */
  readonly settingsKey: string
  /** Instead of the described columns and their order: a recipient's merged list has its own. */
  readonly columns?: readonly ColDef<Row>[]
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

/** What never changes while a list is open. */
const fixed = {
  styleNonce: nonce,
  localeText: language === 'en' ? undefined : AG_GRID_LOCALE_CN,
  rowModelType: 'infinite',
  defaultColDef: {
    resizable: true,
    suppressHeaderMenuButton: true,
    minWidth: 60,
    // The space bar shows the row beside the list; the grid's own use for it would unmark the row.
    suppressKeyboardEvent: ({ event }) => event.key === ' ',
  },
  cacheBlockSize: block,
  maxBlocksInCache: 20,
  maxConcurrentDatasourceRequests: 2,
  blockLoadDebounceMillis: 50,
  getRowId: ({ data }) => data.id,
  rowSelection: { mode: 'singleRow', checkboxes: false, enableClickSelection: true },
  sortingOrder: ['asc', 'desc'],
  tooltipShowDelay: 600,
  suppressMultiSort: true,
  suppressNoRowsOverlay: true,
  animateRows: false,
} satisfies GridOptions<Row>

/** A list of records: rows from the core page by page, columns from the description, widths and order remembered. */
export function LedgerGrid(props: Props) {
  const { ledger, filters, fetchPage, onTotal, settingsKey, area = ledger } = props
  const [api, setApi] = useState<GridApi<Row> | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const remembered = useCall('window.get', { key: settingsKey })
  const settings = useCall('setting.all', {})
  const theme = useMemo(() => gridTheme(settings.data?.largeText ?? false), [settings.data?.largeText])
  const columns = useMemo(() => [...(props.columns ?? columnsOf(ledger))], [ledger, props.columns])
  const source = useMemo(
    () => datasource(fetchPage, filters, (total) => onTotal?.(total), setError),
    [fetchPage, filters, onTotal],
  )
  useRefresh(api, area)
  const events = useGridEvents(props)
  if (remembered.isPending) return <div className="grid" />
  return (
    <section className="grid" aria-label={fill(t.form.list.rows, { ledger: t.ledgers[ledger].name })}>
      <ErrorNotice error={error} onRetry={() => api?.purgeInfiniteCache()} />
      <AgGridReact<Row>
        {...fixed}
        {...events}
        theme={theme}
        datasource={source}
        columnDefs={columns}
        onGridReady={(event) => {
          restore(event.api, props.columns ? null : ledgerOf(ledger).order, remembered.data)
          setApi(event.api)
        }}
      />
    </section>
  )
}

/** Index of the row last in focus, by list: coming back to a list goes on where one was. */
const lastFocus = new Map<string, number>()

/** Arrow keys work at once in a list just opened, unless something is being typed elsewhere. */
function focusAgain(api: GridApi<Row>, key: string): void {
  const column = api.getAllDisplayedColumns()[0]
  if (document.activeElement instanceof HTMLInputElement || column === undefined) return
  const index = Math.min(lastFocus.get(key) ?? 0, api.getDisplayedRowCount() - 1)
  if (index < 0) return
  api.ensureIndexVisible(index)
  api.setFocusedCell(index, column)
}

function useGridEvents({ onOpen, onSelect, onSpace, settingsKey }: Props) {
  const remember = useRemember(settingsKey)
  return useMemo(
    () =>
      ({
        onFirstDataRendered: ({ api }) => focusAgain(api, settingsKey),
        onRowDoubleClicked: ({ data }) => data && onOpen(data),
        onCellKeyDown: ({ event, data }) => {
          const key = event as KeyboardEvent | null
          if (key === null || isComposing(key)) return
          if (key.key === 'Enter' && data) onOpen(data)
          if (key.key === ' ') onSpace?.()
        },
        onCellFocused: ({ rowIndex, api }) => {
          if (rowIndex === null) return
          lastFocus.set(settingsKey, rowIndex)
          api.getDisplayedRowAtIndex(rowIndex)?.setSelected(true, true)
        },
        onSelectionChanged: ({ api }) => {
          const row = api.getSelectedNodes()[0]?.data
          if (row) onSelect?.(row)
        },
        onColumnResized: ({ api, finished, source }) => finished && source !== 'api' && remember(api),
        onColumnMoved: ({ api, finished, source }) => finished && source !== 'api' && remember(api),
        onSortChanged: ({ api, source }) => source !== 'api' && remember(api),
      }) satisfies GridOptions<Row>,
    [onOpen, onSelect, onSpace, settingsKey, remember],
  )
}

/** Milliseconds over which many changes (an import) are one refresh; faster ones would keep rows from ever arriving. */
const burst = 500

function useRefresh(api: GridApi<Row> | null, area: string): void {
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | null = null
    const stop = onEvent((event) => {
      if (event.type !== 'changed' || event.what !== area || waiting !== null) return
      waiting = setTimeout(() => {
        waiting = null
        if (api?.isDestroyed() === false) api.refreshInfiniteCache()
      }, burst)
    })
    return () => {
      stop()
      if (waiting !== null) clearTimeout(waiting)
    }
  }, [api, area])
}

/** Widths, order and sort as this user left them; otherwise the given order, or the core's own. */
function restore(api: GridApi<Row>, order: Ledger['order'] | null, remembered: unknown): void {
  const known = Array.isArray(remembered) ? (remembered as ColumnState[]) : null
  api.applyColumnState(
    known === null
      ? { state: order === null ? [] : [{ colId: order.field, sort: order.direction }], defaultState: { sort: null } }
      : { state: known, applyOrder: true, defaultState: { sort: null } },
  )
}

function useRemember(key: string): (api: GridApi<Row>) => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(
    (api) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        const state = api
          .getColumnState()
          .map(({ colId, width, sort }) => ({ colId, width: width ?? null, sort: sort ?? null }))
        // Widths are a comfort: a refusal must not disturb the list.
        void call('window.set', { key, value: state }).catch(() => undefined)
      }, calm)
    },
    [key],
  )
}
