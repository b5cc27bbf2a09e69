import type { ImportBatchRow } from '../../../shared/contract/sheets.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { useCall } from '../../api/client.ts'
import { formatInstant } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { type PlainColumn, PlainTable } from '../../parts/PlainTable.tsx'
import { hrefOf } from '../../route.ts'
import { fill, t } from '../../text.ts'

const words = t.sheetDesk.earlier
const isUnfinished = ({ state }: ImportBatchRow): boolean => state === 'saving' || state === 'undoing'

const columnsOf = (ledger: LedgerName): readonly PlainColumn<ImportBatchRow>[] => [
  { key: 'file', title: words.file, value: (b) => <bdi>{b.fileName}</bdi> },
  { key: 'at', title: words.at, value: (b) => formatInstant(b.at) },
  { key: 'by', title: words.by, value: (b) => b.by },
  { key: 'state', title: words.state, value: (b) => (isUnfinished(b) ? '▲ ' : '') + t.sheetDesk.states[b.state] },
  {
    key: 'saved',
    title: words.saved,
    value: (b) => fill(words.counted, { saved: b.saved, records: b.records }),
    numeric: true,
  },
  {
    key: 'open',
    title: '',
    value: (b) => <a href={hrefOf(ledger, 'import', b.batch)}>{isUnfinished(b) ? words.more : words.open}</a>,
  },
]

/** Imports of a ledger so far: each can be looked at, gone on with, or taken back. */
export function EarlierImports({ ledger }: { readonly ledger: LedgerName }) {
  const list = useCall('import.list', { ledger })
  return (
    <Panel title={words.title}>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.data && (
        <PlainTable
          label={words.title}
          columns={columnsOf(ledger)}
          rows={list.data}
          keyOf={(b) => b.batch}
          empty={words.none}
        />
      )}
    </Panel>
  )
}
