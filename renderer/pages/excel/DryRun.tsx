import { Alert } from 'antd'
import type { ImportView } from '../../../shared/contract/sheets.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { useJob } from '../../api/client.ts'
import { formatInstant } from '../../format.ts'
import { JobState } from '../../parts/JobProgress.tsx'
import { fill, t, textAt } from '../../text.ts'
import { CommitBar } from './CommitBar.tsx'
import { ImportRows } from './ImportRows.tsx'
import { MatchPanel } from './MatchPanel.tsx'
import { SheetFacts } from './SheetFacts.tsx'

const words = t.sheetDesk.view

export interface BatchProps {
  readonly ledger: LedgerName
  readonly view: ImportView
  /** Something about the batch is different now. */
  readonly onChanged: () => void
}
interface Props extends BatchProps {
  /** The batch was given up. */
  readonly onGone: () => void
}

/** The dry run: what the sheet is, what its columns mean, what would come of each row; then saving, or taking back. */
export function DryRun({ ledger, view, onChanged, onGone }: Props) {
  const match = useJob('import.match')
  const isStaged = view.state === 'staged'
  const rematch = (wishes: object) => {
    void match.start({ ledger, batch: view.batch, ...wishes }).then(onChanged)
  }
  const changed = match.outcome ?? view
  return (
    <>
      <SheetFacts view={view} disabled={!isStaged || match.running} onRematch={rematch} />
      {view.earlier.map((e) => (
        <Alert
          key={e.at}
          type="warning"
          showIcon
          role="note"
          title={fill(words.earlier, { at: formatInstant(e.at), by: e.by, saved: e.saved })}
        />
      ))}
      <Remarks view={view} />
      <CommitBar ledger={ledger} view={view} onChanged={onChanged} onGone={onGone} />
      {isStaged && (
        <MatchPanel
          key={JSON.stringify([changed.sheet, changed.columns, changed.constants])}
          view={changed}
          busy={match.running}
          onRematch={rematch}
        />
      )}
      <JobState handle={match} label={words.looking} />
      <ImportRows ledger={ledger} view={view} />
    </>
  )
}

/** What was left out or read otherwise, so that nothing is dropped in silence. */
function Remarks({ view }: { readonly view: ImportView }) {
  if (view.remarks.length === 0) return null
  return (
    <details open className="import-remarks">
      <summary>{words.remarks}</summary>
      <ul>
        {view.remarks.map((r) => (
          <li key={`${r.code} ${JSON.stringify(r.params)}`}>
            {fill(textAt(t, 'sheets', 'remarks', r.code) ?? r.code, r.params)}
          </li>
        ))}
      </ul>
    </details>
  )
}
