import { Alert, Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { type PickedFile, sheetExtensions } from '../../../shared/contract/office.ts'
import { largestSheetFile, mostSheetRows, sheetPartBytes } from '../../../shared/contract/sheets.ts'
import { AppError } from '../../../shared/errors.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { asAppError, call, useJob } from '../../api/client.ts'
import { DropZone } from '../../parts/DropZone.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { JobState } from '../../parts/JobProgress.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { FilePicker } from '../../parts/PlacePickerFiles.tsx'
import { sendInParts } from '../../parts/sendInParts.ts'
import { fill, t } from '../../text.ts'

const words = t.sheetDesk.choose
const accepted = sheetExtensions.map((e) => `.${e}`).join(',')
const megabytes = largestSheetFile / 1024 / 1024

interface Props {
  readonly ledger: LedgerName
  readonly onRead: (batch: string) => void
}

/** Where a sheet comes from: dropped, chosen, or from a stick; it is read at once. */
export function ChooseSheet({ ledger, onRead }: Props) {
  const { sent, error, take, read } = useSheetFile(ledger, onRead)
  const busy = sent !== null || read.running
  return (
    <Panel title={words.title}>
      {!busy && (
        <DropZone
          label={words.label}
          words={{ ...words, limits: fill(words.limits, { megabytes, rows: mostSheetRows.toLocaleString('en-US') }) }}
          accepted={accepted}
          onTake={([file]) => file && void take(file)}
        />
      )}
      {sent !== null && (
        <Progress
          percent={Math.round(sent * 100)}
          aria-label={fill(words.sending, { percent: Math.round(sent * 100) })}
        />
      )}
      <ErrorNotice error={error} />
      <JobState handle={read} label={words.reading} />
      {!busy && (
        <FromPlace onChoose={(file) => void read.start({ ledger, name: file.name, from: { file: file.token } })} />
      )}
      <Template ledger={ledger} />
    </Panel>
  )
}

/** Sends the file and starts the reading; tells the page when it was read. */
function useSheetFile(ledger: LedgerName, onRead: (batch: string) => void) {
  const read = useJob('import.read')
  const [sent, setSent] = useState<number | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const { outcome } = read
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each reading
  useEffect(() => {
    if (outcome !== null) onRead(outcome.batch)
  }, [outcome])
  const take = async (file: File) => {
    setError(null)
    try {
      if (file.size > largestSheetFile) throw new AppError('sheet-too-large', { megabytes })
      setSent(0)
      const part = (upload: string, at: number, bytes: Uint8Array<ArrayBuffer>) =>
        call('import.send', { ledger, upload, at, bytes })
      const upload = await sendInParts(file, sheetPartBytes, part, setSent)
      await read.start({ ledger, name: file.name, from: { upload } })
    } catch (e) {
      setError(e instanceof DOMException ? new AppError('scan-upload-gone') : asAppError(e))
    } finally {
      setSent(null)
    }
  }
  return { sent, error, take, read }
}

function FromPlace({ onChoose }: { readonly onChoose: (file: PickedFile) => void }) {
  const [files, setFiles] = useState<readonly PickedFile[]>([])
  const file = files[0]
  return (
    <details>
      <summary>{words.fromPlace}</summary>
      <FilePicker label={words.fromPlace} extensions={sheetExtensions} value={files} onChange={setFiles} />
      <Button disabled={file === undefined} onClick={() => file && onChoose(file)}>
        {words.read}
      </Button>
    </details>
  )
}

/** An empty workbook to fill in, for an office without a sheet of its own. */
function Template({ ledger }: { readonly ledger: LedgerName }) {
  const template = useJob('export.template')
  return (
    <>
      <div>
        <Button type="link" loading={template.running} onClick={() => void template.start({ ledger, place: null })}>
          {words.template}
        </Button>
      </div>
      <JobState handle={template} label={words.template} />
      {template.outcome && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={fill(words.templateDone, { fileName: template.outcome.fileName, place: t.papers.saveDefault })}
        />
      )}
    </>
  )
}
