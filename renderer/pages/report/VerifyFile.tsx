import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { PickedFile } from '../../../shared/contract/office.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { useJob } from '../../api/client.ts'
import { InView } from '../../parts/InView.tsx'
import { JobState } from '../../parts/JobProgress.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { FilePicker } from '../../parts/PlacePickerFiles.tsx'
import { fill, t } from '../../text.ts'

/** 核对: reads a sealed file back after the stick was pulled out and put in again. */
export function VerifyFile({ book }: { readonly book: Book }) {
  const [files, setFiles] = useState<readonly PickedFile[]>([])
  const verify = useJob('handover.verify')
  const words = t.report.seal
  const file = files[0]
  const choose = (chosen: readonly PickedFile[]) => {
    setFiles(chosen)
    verify.reset()
  }
  return (
    <Panel title={words.verifyTitle} note={words.verifyHint}>
      <FilePicker
        label={words.verifyChoose}
        extensions={['jfb']}
        value={files}
        onChange={choose}
        disabled={verify.running}
      />
      <Button
        disabled={file === undefined}
        loading={verify.running}
        onClick={() => file && void verify.start({ book, file: file.token })}
      >
        {words.verify}
      </Button>
      <JobState handle={verify} label={words.verifyTitle} />
      {verify.outcome && (
        <InView>
          <Alert
            type={verify.outcome.intact ? 'success' : 'error'}
            showIcon
            role={verify.outcome.intact ? 'status' : 'alert'}
            title={verify.outcome.intact ? fill(words.intact, { no: verify.outcome.no }) : words.broken}
          />
        </InView>
      )}
    </Panel>
  )
}
