import type { UseQueryResult } from '@tanstack/react-query'
import type { SetAsideView } from '../../../shared/contract/handover.ts'
import type { AppError } from '../../../shared/errors.ts'
import { formatInstant } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PlainTable } from '../../parts/PlainTable.tsx'
import { t, textAt } from '../../text.ts'
import { reasonShown } from './reasons.ts'

/** Rows that could not be merged: kept, with their reasons, until the unit's next state replaces them. */
export function SetAsideTab({ aside }: { readonly aside: UseQueryResult<readonly SetAsideView[], AppError> }) {
  const words = t.city.setAside
  return (
    <div className="desk-column">
      <Panel title={words.title} note={words.hint}>
        <ErrorNotice error={aside.error} onRetry={() => void aside.refetch()} />
        <PlainTable
          label={words.title}
          columns={[
            { key: 'unit', title: words.unit, value: (s) => s.unitName },
            { key: 'no', title: words.no, value: (s) => s.no },
            {
              key: 'ledger',
              title: words.ledger,
              value: (s) => (s.ledger === '' ? words.wholeFile : (textAt(t.ledgers, s.ledger, 'name') ?? s.ledger)),
            },
            { key: 'reason', title: words.reason, value: (s) => reasonShown(s.reason) },
            { key: 'at', title: words.at, value: (s) => formatInstant(s.at) },
          ]}
          rows={aside.data ?? []}
          keyOf={(s) => s.id}
          empty={words.none}
        />
      </Panel>
    </div>
  )
}
