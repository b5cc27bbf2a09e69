import { Alert, Button, Checkbox, Radio } from 'antd'
import { useState } from 'react'
import type { Filter } from '../../../shared/contract/records.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { useJob } from '../../api/client.ts'
import type { PageQuery } from '../../ledger/LedgerGrid.tsx'
import { JobState } from '../../parts/JobProgress.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'

const words = t.sheetDesk.export
type Format = keyof typeof words.formats

interface Props {
  readonly ledger: LedgerName
  readonly filters: readonly Filter[]
  readonly sort: PageQuery['sort']
  readonly total: number
  readonly onClose: () => void
}

/** 导出 of the list as it stands. */
export function ExportPanel({ ledger, filters, sort, total, onClose }: Props) {
  const [format, setFormat] = useState<Format>('xlsx')
  const [unmasked, setUnmasked] = useState(false)
  const run = useJob('export.run')
  const start = () => void run.start({ ledger, format, filters: [...filters], sort, unmasked, place: null })
  return (
    <Panel title={words.title} note={words.note}>
      <Radio.Group
        aria-label={words.title}
        value={format}
        disabled={run.running}
        onChange={(e) => setFormat(e.target.value as Format)}
        options={(Object.keys(words.formats) as Format[]).map((value) => ({ value, label: words.formats[value] }))}
      />
      {useIsHead(ledger) && (
        <Checkbox checked={unmasked} disabled={run.running} onChange={(e) => setUnmasked(e.target.checked)}>
          {words.unmasked}
        </Checkbox>
      )}
      <div className="button-line">
        <Button type="primary" disabled={total === 0} loading={run.running} onClick={start}>
          {fill(words.run, { count: total })}
        </Button>
        <Button onClick={onClose}>{words.close}</Button>
      </div>
      <JobState handle={run} label={words.running} />
      {run.outcome && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={fill(words.done, { ...run.outcome, place: t.papers.saveDefault })}
        />
      )}
    </Panel>
  )
}

function useIsHead(ledger: LedgerName): boolean {
  const { book } = ledgerOf(ledger)
  return useSession().roles.some((r) => r.book === book && r.role === 'head')
}
