import { Button } from 'antd'
import { useEffect } from 'react'
import { useJob } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { JobProgress } from '../../parts/JobProgress.tsx'
import { t } from '../../text.ts'
import { EntryPage } from './EntryPage.tsx'

interface Props {
  readonly onBack: () => void
  readonly onOpened: () => Promise<void>
}
const sampleCases = 60

/** Makes the generated register of 示例乡 and walks in. */
export function OpenSample({ onBack, onOpened }: Props) {
  const { start, job, running, outcome, error, cancel } = useJob('register.createSample')
  useEffect(() => {
    if (outcome) void onOpened()
  }, [outcome, onOpened])
  return (
    <EntryPage title={t.entry.openSample} note={t.entry.sampleNone} sample>
      <ErrorNotice error={error} />
      {job && <JobProgress job={job} onCancel={() => void cancel()} />}
      <div className="buttons">
        <Button type="primary" autoFocus loading={running} onClick={() => void start({ cases: sampleCases })}>
          {running ? t.entry.samplePreparing : t.entry.openSample}
        </Button>
        <Button onClick={onBack} disabled={running}>
          {t.common.back}
        </Button>
      </div>
    </EntryPage>
  )
}
