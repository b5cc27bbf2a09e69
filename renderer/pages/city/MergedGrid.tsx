import '../../ledger/gridModules.ts'
import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale'
import type { GridApi, IDatasource } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useEffect, useMemo, useRef } from 'react'
import type { Row } from '../../../shared/contract/records.ts'
import type { AppError } from '../../../shared/errors.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { asAppError, call, onEvent, useCall } from '../../api/client.ts'
import { nonce } from '../../csp.ts'
import { language, t } from '../../text.ts'
import { gridTheme } from '../../theme.ts'
import { mergedColumns, unitField } from './mergedColumns.ts'

const localeText = language === 'en' ? undefined : AG_GRID_LOCALE_CN

interface Props {
  readonly ledger: LedgerName
  /** Only this unit's rows; null for all. */
  readonly unit: string | null
  readonly onRow: (row: Row | null) => void
  readonly onTotal: (total: number) => void
  readonly onError: (error: AppError | null) => void
}

/** The merged rows, a block at a time from the core, sorted there. */
export function MergedGrid({ ledger, unit, onRow, onTotal, onError }: Props) {
  const api = useRef<GridApi<Row> | null>(null)
  const settings = useCall('setting.all', {})
  const theme = useMemo(() => gridTheme(settings.data?.largeText ?? false), [settings.data?.largeText])
  const columns = useMemo(() => mergedColumns(ledger), [ledger])
  const source = useMemo(() => mergedRows({ ledger, unit, onTotal, onError }), [ledger, unit, onTotal, onError])
  useEffect(() => onEvent((event) => event.type === 'changed' && api.current?.refreshInfiniteCache()), [])
  return (
    <div className="merged-grid">
      <AgGridReact<Row>
        theme={theme}
        styleNonce={nonce}
        localeText={localeText}
        rowModelType="infinite"
        columnDefs={columns}
        datasource={source}
        getRowId={({ data }) => data.id}
        cacheBlockSize={200}
        maxBlocksInCache={20}
        blockLoadDebounceMillis={50}
        defaultColDef={{ resizable: true, suppressHeaderMenuButton: true, minWidth: 60 }}
        sortingOrder={['asc', 'desc']}
        suppressMultiSort
        suppressNoRowsOverlay
        animateRows={false}
        onCellFocused={({ rowIndex, api: grid }) =>
          rowIndex !== null && grid.getDisplayedRowAtIndex(rowIndex)?.setSelected(true, true)
        }
        rowSelection={{ mode: 'singleRow', checkboxes: false, enableClickSelection: true }}
        onGridReady={(e) => {
          api.current = e.api
          e.api.setGridAriaProperty('label', t.ledgers[ledger].name)
        }}
        onSelectionChanged={(e) => onRow(e.api.getSelectedRows()[0] ?? null)}
      />
    </div>
  )
}

function mergedRows({ ledger, unit, onTotal, onError }: Omit<Props, 'onRow'>): IDatasource {
  return {
    getRows: ({ startRow, endRow, sortModel, successCallback, failCallback }) => {
      const [sort] = sortModel
      call('city.page', {
        ledger,
        offset: startRow,
        limit: endRow - startRow,
        filters: unit === null ? [] : [{ field: unitField, op: 'equals', value: unit }],
        ...(sort ? { sort: { field: sort.colId, direction: sort.sort } } : {}),
      }).then(
        (page) => {
          onError(null)
          onTotal(page.total)
          successCallback([...page.rows], page.total)
        },
        (error: unknown) => {
          onError(asAppError(error))
          failCallback()
        },
      )
    },
  }
}
