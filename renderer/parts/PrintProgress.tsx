import { Alert, Button } from 'antd'
import { fill, t } from '../text.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import type { usePrintJob } from './usePrintJob.ts'

const words = t.printing
type Job = ReturnType<typeof usePrintJob>

interface Props {
  readonly job: Job
  readonly disabled: boolean
  readonly onPrint: () => void
}

/** The button that prints, and where the printing stands. */
export function PrintProgress({ job, disabled, onPrint }: Props) {
  const { stage } = job
  const isMaking = stage.at === 'making'
  return (
    <>
      {stage.at !== 'waiting' && (
        <Button type="primary" block onClick={onPrint} disabled={disabled} loading={isMaking}>
          {isMaking ? fill(t.papers.preparing, { page: stage.page, pages: stage.pages }) : t.papers.print}
        </Button>
      )}
      {isMaking && <Button onClick={job.stop}>{words.cancelMaking}</Button>}
      {stage.at === 'waiting' && <Waiting job={job} done={stage.done} />}
      {stage.at === 'ended' && <Ended job={job} done={stage.done} seen={stage.seen} />}
      {stage.at === 'undone' && <Alert type="success" showIcon role="status" title={words.undone} />}
      <ErrorNotice error={job.error} />
    </>
  )
}

interface PartProps {
  readonly job: Job
  readonly done: number
}
/** Between two parts the printer has the time it needs, and a person may look at what came out. */
function Waiting({ job, done }: PartProps) {
  const parts = job.order?.parts ?? []
  const side = parts[done]?.[0]
  const isPage = job.order?.byHand === true
  const page = side?.page ?? 0
  const title = isPage
    ? fill(side?.back ? words.nextBackTitle : words.nextPageTitle, { page })
    : fill(words.nextTitle, { done })
  const text = isPage ? fill(words.nextPageText, { left: parts.length - done }) : words.nextText
  return (
    <>
      <Alert type="info" showIcon role="status" title={title} description={text} />
      <Button type="primary" block autoFocus onClick={() => job.send(done)}>
        {isPage ? fill(words.nextPage, { page }) : fill(words.next, { part: done + 1, parts: parts.length })}
      </Button>
      <div className="button-line">
        {done > 0 && <Button onClick={() => job.send(done - 1)}>{isPage ? words.againPage : words.again}</Button>}
        <Button onClick={() => job.end(done)}>{words.cancel}</Button>
      </div>
    </>
  )
}

/** What was noted, and the way back for a printer that was off. */
function Ended({ job, done, seen }: PartProps & { readonly seen: boolean }) {
  const { copyNo, order } = job
  if (copyNo === null || order === null) return null
  const noted = fill(t.papers.printed, { copyNo, copies: order.copies })
  const isPartial = done < order.parts.length
  const cut = isPartial ? fill(words.cancelled, { done, parts: order.parts.length }) : null
  return (
    <>
      <Alert
        type={seen ? 'success' : 'warning'}
        showIcon
        role="status"
        title={seen ? noted : words.unseen}
        description={seen ? cut : `${words.unseenText}${noted}`}
      />
      <Button type="link" className="paper-undo" onClick={job.undo}>
        {words.notOut}
      </Button>
    </>
  )
}
