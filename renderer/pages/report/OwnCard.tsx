import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { Place } from '../../../shared/contract/office.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { useAct, useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PlacePicker } from '../../parts/PlacePicker.tsx'
import { fill, t } from '../../text.ts'
import { CardFacts } from './EnrolCard.tsx'

interface Props {
  /** The book a recipient receives; null for a unit. */
  readonly book: Book | null
  readonly title: string
  readonly note: string
  /** Said after writing, with `{fileName}`. */
  readonly written: string
}

/** This register's own card: its 核对码 to read aloud, and writing it to a stick. */
export function OwnCard({ book, title, note, written }: Props) {
  const own = useCall('card.own', { book })
  const write = useAct('card.write')
  const [place, setPlace] = useState<Place | null>(null)
  return (
    <Panel title={title} note={note}>
      <ErrorNotice error={own.error} onRetry={() => void own.refetch()} />
      {own.data && <CardFacts card={own.data} withCode />}
      <PlacePicker label={t.report.seal.place} value={place} onChange={setPlace} />
      <div>
        <Button
          type="primary"
          disabled={place === null}
          loading={write.isPending}
          onClick={() => place && write.mutate({ book, place: place.token })}
        >
          {t.report.card.write}
        </Button>
      </div>
      {write.data && (
        <Alert type="success" showIcon role="status" title={fill(written, { fileName: write.data.fileName })} />
      )}
      <ErrorNotice error={write.error} />
    </Panel>
  )
}
