import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { UnitState } from '../../../shared/contract/handover.ts'
import type { Place } from '../../../shared/contract/office.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { useJob } from '../../api/client.ts'
import { JobState } from '../../parts/JobProgress.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PlacePicker } from '../../parts/PlacePicker.tsx'
import { fill, t } from '../../text.ts'

interface Props {
  readonly book: Book
  readonly unit: UnitState
  readonly onClose: () => void
}

/** Writes a unit's receipt; its telephone code helps when the file gets lost on the way. */
export function WriteReceipt({ book, unit, onClose }: Props) {
  const [place, setPlace] = useState<Place | null>(null)
  const write = useJob('city.writeReceipt')
  const words = t.city.receipt
  const start = () =>
    place === null ? undefined : void write.start({ book, stationId: unit.stationId, place: place.token })
  const { outcome } = write
  return (
    <Panel title={fill(words.title, { unit: unit.unitName })} note={words.hint}>
      {outcome ? (
        <>
          <Alert
            type="success"
            showIcon
            role="status"
            title={fill(words.done, { fileName: outcome.fileName })}
            description={fill(words.doneNo, { no: outcome.acknowledgedNo })}
          />
          <dl className="facts-list">
            <dt>{words.phoneCode}</dt>
            <dd className="check-code">{outcome.phoneCode}</dd>
          </dl>
          <p className="panel-note">{words.phoneHint}</p>
        </>
      ) : (
        <PlacePicker label={t.report.seal.place} value={place} onChange={setPlace} disabled={write.running} />
      )}
      <JobState handle={write} label={words.write} />
      <div className="button-line">
        {!outcome && (
          <Button type="primary" disabled={place === null} loading={write.running} onClick={start}>
            {words.write}
          </Button>
        )}
        <Button onClick={onClose}>{outcome ? words.close : t.city.units.cancel}</Button>
      </div>
    </Panel>
  )
}
