import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { BookState, LeavingView, SealOutcome } from '../../../shared/contract/handover.ts'
import type { Place } from '../../../shared/contract/office.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { useJob } from '../../api/client.ts'
import { JobState } from '../../parts/JobProgress.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PlacePicker } from '../../parts/PlacePicker.tsx'
import { bytesShown } from '../../parts/shown.ts'
import { fill, t } from '../../text.ts'
import { VerifyFile } from './VerifyFile.tsx'

interface Props {
  readonly book: Book
  readonly state: BookState
  readonly leaving: LeavingView | undefined
  readonly baseline: boolean
}

export const recordsOf = (view: LeavingView): number => view.ledgers.reduce((sum, l) => sum + l.changed + l.removed, 0)

/** To whom, where to, and the one button; then what is safe and what comes next. */
export function SealPanel({ book, state, leaving, baseline }: Props) {
  const [place, setPlace] = useState<Place | null>(null)
  const seal = useJob('handover.seal')
  const words = t.report.seal
  if (seal.outcome)
    return (
      <div className="desk-column">
        <Sealed outcome={seal.outcome} onAgain={seal.reset} />
        <VerifyFile book={book} />
      </div>
    )
  const why = state.recipient === null ? words.needRecipient : place === null ? words.needPlace : null
  const start = () => (place === null ? undefined : void seal.start({ book, place: place.token, baseline }))
  return (
    <div className="desk-column">
      <Panel title={words.title}>
        <SealFacts state={state} leaving={leaving} />
        <PlacePicker label={words.place} value={place} onChange={setPlace} disabled={seal.running} />
        <Button
          type="primary"
          size="large"
          block
          disabled={why !== null || leaving === undefined}
          loading={seal.running}
          onClick={start}
        >
          {words.button}
        </Button>
        {why && <p className="quiet-line">{why}</p>}
        <JobState handle={seal} label={words.title} />
      </Panel>
    </div>
  )
}

function SealFacts({ state, leaving }: Pick<Props, 'state' | 'leaving'>) {
  const words = t.report.seal
  return (
    <dl className="facts-list">
      <dt>{words.to}</dt>
      <dd>{state.recipient?.name ?? t.report.card.none}</dd>
      <dt>{words.content}</dt>
      <dd>{leaving && fill(words.contentOf, { no: leaving.no, count: recordsOf(leaving) })}</dd>
    </dl>
  )
}

function Sealed({ outcome, onAgain }: { readonly outcome: SealOutcome; readonly onAgain: () => void }) {
  const words = t.report.seal
  const { fileName, bytes, records, placeLabel } = outcome
  return (
    <Panel title={words.doneTitle}>
      <Alert
        type="success"
        showIcon
        role="status"
        title={fill(words.doneFile, { fileName, size: bytesShown(bytes), records })}
        description={fill(words.donePlace, { label: placeLabel })}
      />
      <p>{words.safe}</p>
      <strong>{words.next}</strong>
      <ol className="next-steps">
        <li>{words.step1}</li>
        <li>{words.step2}</li>
        <li>{words.step3}</li>
      </ol>
      <div>
        <Button onClick={onAgain}>{words.again}</Button>
      </div>
    </Panel>
  )
}
