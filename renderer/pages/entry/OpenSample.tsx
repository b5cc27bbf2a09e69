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
  /** True from the start of the work to its end. */
  readonly onMaking: (making: boolean) => void
}
const sampleCases = 60

/** Makes the generated register of 示例乡 and walks in. */
export function OpenSample({ onBack, onOpened, onMaking }: Props) {
  const { start, job, running, outcome, error, cancel } = useJob('register.createSample')
  useEffect(() => {
    if (outcome) void onOpened().then(() => onMaking(false))
  }, [outcome, onOpened, onMaking])
  useEffect(() => {
    if (error) onMaking(false)
  }, [error, onMaking])
  const make = () => {
    onMaking(true)
    void start({ cases: sampleCases })
  }
  return (
    <EntryPage title={t.entry.openSample} note={t.entry.sampleNone} sample>
      <ErrorNotice error={error} />
      {job && <JobProgress job={job} onCancel={() => void cancel()} />}
      <div className="buttons">
        <Button type="primary" autoFocus loading={running} onClick={make}>
          {running ? t.entry.samplePreparing : t.entry.openSample}
        </Button>
        <Button onClick={onBack} disabled={running}>
          {t.common.back}
        </Button>
      </div>
    </EntryPage>
  )
}
