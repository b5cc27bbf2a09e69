import { Alert, Button, Progress } from 'antd'
import { useState } from 'react'
import type { JobView } from '../../shared/contract/office.ts'
import type { AnswerError } from '../../shared/errors.ts'
import { fill, t, textAt } from '../text.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import { InView } from './InView.tsx'
import './JobProgress.css'

/** What the progress needs of a job; every {@link JobHandle} has it. */
export interface ShownJob {
  readonly job: JobView | null
  readonly running: boolean
  readonly error: AnswerError | null
  readonly cancel: () => Promise<void>
  readonly reset: () => void
}

/** A long job from its start to a failure or cancelling; the page itself says how it ended well. */
export function JobState({ handle, label }: { readonly handle: ShownJob; readonly label: string }) {
  const { job, error, reset } = handle
  if (job?.state === 'cancelled' || error?.code === 'cancelled')
    return (
      <InView>
        <Alert type="info" showIcon role="status" title={t.settings.job.cancelled} closable={{ onClose: reset }} />
      </InView>
    )
  if (error)
    return (
      <InView>
        <ErrorNotice error={error} onClose={reset} />
      </InView>
    )
  return job && <JobProgress job={job} label={label} onCancel={() => void handle.cancel()} />
}

interface Props {
  readonly job: JobView
  readonly onCancel: () => void
  /** What the job is, for readers of the screen. */
  readonly label?: string
}

/** Step, progress and cancel of a job that runs; nothing once it has ended. */
export function JobProgress({ job, onCancel, label = t.settings.job.working }: Props) {
  const [cancelling, setCancelling] = useState(false)
  if (job.state !== 'running') return null
  const cancel = () => {
    setCancelling(true)
    onCancel()
  }
  const percent = job.progress === null ? null : Math.floor(job.progress * 100)
  return (
    <section className="job-progress" aria-label={label}>
      <div className="job-progress-line">
        <span role="status">{textAt(t.steps, job.step) ?? t.settings.job.working}</span>
        <Button size="small" onClick={cancel} loading={cancelling}>
          {cancelling ? t.settings.job.cancelling : t.settings.job.cancel}
        </Button>
      </div>
      <Progress
        percent={percent ?? 100}
        status="active"
        size="small"
        aria-label={label}
        format={() => (percent === null ? '' : fill(t.settings.job.percent, { percent }))}
      />
      <p className="job-progress-note">{t.settings.job.background}</p>
    </section>
  )
}
