import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { ImportPreview, MergeOutcome } from '../../../shared/contract/handover.ts'
import type { PickedFile } from '../../../shared/contract/office.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { useAct, useJob } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { JobState } from '../../parts/JobProgress.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { FilePicker } from '../../parts/PlacePickerFiles.tsx'
import { fill, t } from '../../text.ts'
import { ImportTable } from './ImportTable.tsx'

interface Props {
  readonly book: Book
  readonly onReceipts: () => void
}

/** Three steps on one page: choose files, look at what they hold, merge or give up. */
export function ReceiveFiles({ book, onReceipts }: Props) {
  const [files, setFiles] = useState<readonly PickedFile[]>([])
  const [discarded, setDiscarded] = useState(false)
  const inspect = useJob('city.inspect')
  const start = () => {
    setDiscarded(false)
    void inspect.start({ book, files: files.map((f) => f.token) })
  }
  const again = (gaveUp: boolean) => {
    setFiles([])
    setDiscarded(gaveUp)
    inspect.reset()
  }
  if (inspect.outcome) return <Preview book={book} preview={inspect.outcome} onEnd={again} onReceipts={onReceipts} />
  const label = files.length === 0 ? t.city.files.inspect : fill(t.city.files.inspectCount, { count: files.length })
  return (
    <div className="desk-column city-narrow">
      <Panel title={t.city.tabs.receive} note={t.city.files.intro}>
        {discarded && <Alert type="info" showIcon role="status" title={t.city.preview.discarded} />}
        <FilePicker
          label={t.city.files.choose}
          extensions={['jfb']}
          multiple
          value={files}
          onChange={setFiles}
          disabled={inspect.running}
        />
        <div>
          <Button type="primary" disabled={files.length === 0} loading={inspect.running} onClick={start}>
            {label}
          </Button>
        </div>
        <JobState handle={inspect} label={t.city.files.inspecting} />
      </Panel>
    </div>
  )
}

interface PreviewProps extends Props {
  readonly preview: ImportPreview
  readonly onEnd: (gaveUp: boolean) => void
}
function Preview({ book, preview, onEnd, onReceipts }: PreviewProps) {
  const merge = useJob('city.merge')
  const discard = useAct('city.discard')
  const words = t.city.preview
  const { batch } = preview
  const ready = preview.files.filter((f) => f.verdict === 'ready').length
  if (merge.outcome) return <Merged outcome={merge.outcome} onMore={() => onEnd(false)} onReceipts={onReceipts} />
  return (
    <div className="desk-column">
      <Panel title={words.title} note={words.intro}>
        <ImportTable files={preview.files} />
        {ready === 0 && <Alert type="info" showIcon role="note" title={words.nothingReady} />}
        <div className="button-line">
          {ready > 0 && (
            <Button type="primary" loading={merge.running} onClick={() => void merge.start({ book, batch })}>
              {fill(words.mergeCount, { count: ready })}
            </Button>
          )}
          <Button
            disabled={merge.running}
            loading={discard.isPending}
            onClick={() => discard.mutate({ book, batch }, { onSuccess: () => onEnd(true) })}
          >
            {words.discard}
          </Button>
        </div>
        <JobState handle={merge} label={words.merge} />
        <ErrorNotice error={discard.error} />
      </Panel>
    </div>
  )
}

interface MergedProps {
  readonly outcome: MergeOutcome
  readonly onMore: () => void
  readonly onReceipts: () => void
}
function Merged({ outcome, onMore, onReceipts }: MergedProps) {
  const words = t.city.merge
  const { files, rows, setAside } = outcome
  return (
    <div className="desk-column city-narrow">
      <Panel title={words.doneTitle}>
        <Alert
          type="success"
          showIcon
          role="status"
          title={fill(words.done, { files, rows, setAside })}
          description={words.next}
        />
        <div className="button-line">
          <Button type="primary" onClick={onReceipts}>
            {words.writeReceipts}
          </Button>
          <Button onClick={onMore}>{words.more}</Button>
        </div>
      </Panel>
    </div>
  )
}
