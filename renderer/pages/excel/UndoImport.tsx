import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { UndoOutcome } from '../../../shared/contract/sheets.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { useJob } from '../../api/client.ts'
import { JobState } from '../../parts/JobProgress.tsx'
import { hrefOf } from '../../route.ts'
import { fill, t } from '../../text.ts'
import type { BatchProps } from './DryRun.tsx'

const words = t.sheetDesk.undo

/** Takes a whole import back, after asking once. */
export function UndoImport({ ledger, view, onChanged }: BatchProps) {
  const [asking, setAsking] = useState(false)
  const undo = useJob('import.undo')
  const start = () => {
    setAsking(false)
    void undo.start({ ledger, batch: view.batch }).then(onChanged)
  }
  const label = view.state === 'undoing' ? words.goOn : fill(words.button, { count: view.counts.saved })
  return (
    <>
      {asking ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={words.confirm}
          action={
            <span className="button-line">
              <Button danger size="small" onClick={start}>
                {words.yes}
              </Button>
              <Button size="small" onClick={() => setAsking(false)}>
                {words.no}
              </Button>
            </span>
          }
        />
      ) : (
        view.state !== 'undone' &&
        view.counts.saved > 0 && (
          <div>
            <Button loading={undo.running} onClick={() => setAsking(true)}>
              {label}
            </Button>
          </div>
        )
      )}
      <JobState handle={undo} label={words.undoing} />
      {undo.outcome && <Undone ledger={ledger} outcome={undo.outcome} />}
    </>
  )
}

function Undone({ ledger, outcome }: { readonly ledger: LedgerName; readonly outcome: UndoOutcome }) {
  const { removed, left } = outcome
  return (
    <>
      <Alert type="success" showIcon role="status" title={fill(words.done, { removed })} />
      {left.length > 0 && (
        <>
          <p>{fill(words.left, { count: left.length })}</p>
          <ul>
            {left.map((l) => (
              <li key={l.recordId}>
                <a href={hrefOf(ledger, l.recordId)}>{l.title}</a> {words.why[l.why]}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
