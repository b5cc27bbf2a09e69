import { Button } from 'antd'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { go, goInstead } from '../../route.ts'
import { fill, t } from '../../text.ts'
import { ChooseSheet } from './ChooseSheet.tsx'
import { DryRun } from './DryRun.tsx'
import { EarlierImports } from './EarlierImports.tsx'
import '../../parts/Panel.css'
import './excel.css'

const words = t.sheetDesk

interface Props {
  readonly ledger: LedgerName
  /** The import that is looked at; none: a sheet is chosen first. */
  readonly batch?: string | undefined
}

/** 导入: choose an old sheet, look at what it holds, save the good rows; or an earlier import again. */
export function ImportPage({ ledger, batch }: Props) {
  return (
    <div className="desk flow import-page">
      <header className="desk-head">
        <h1>{fill(words.title, { ledger: t.ledgers[ledger].name })}</h1>
        <Button onClick={() => go(ledger)}>{words.back}</Button>
      </header>
      {batch === undefined ? <Begin ledger={ledger} /> : <Batch key={batch} ledger={ledger} batch={batch} />}
    </div>
  )
}

function Begin({ ledger }: { readonly ledger: LedgerName }) {
  return (
    <>
      <p className="quiet-line">{words.note}</p>
      <ChooseSheet ledger={ledger} onRead={(batch) => go(ledger, 'import', batch)} />
      <EarlierImports ledger={ledger} />
    </>
  )
}

function Batch({ ledger, batch }: { readonly ledger: LedgerName; readonly batch: string }) {
  const view = useCall('import.view', { ledger, batch })
  if (view.error) return <ErrorNotice error={view.error} onRetry={() => void view.refetch()} />
  if (view.data === undefined) return <p className="loading">{t.common.loading}</p>
  return (
    <DryRun
      ledger={ledger}
      view={view.data}
      onChanged={() => void view.refetch()}
      onGone={() => goInstead(ledger, 'import')}
    />
  )
}
