import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useAct, useJob } from '../../api/client.ts'
import { inOneLine } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { InView } from '../../parts/InView.tsx'
import { JobState } from '../../parts/JobProgress.tsx'
import { go } from '../../route.ts'
import { fill, t } from '../../text.ts'
import type { BatchProps } from './DryRun.tsx'
import { UndoImport } from './UndoImport.tsx'

const words = t.sheetDesk.commit

interface Props extends BatchProps {
  readonly onGone: () => void
}

/** What can be done with the batch as it stands: save, write out what is wrong, give up, or take back. */
export function CommitBar({ ledger, view, onChanged, onGone }: Props) {
  const { state, counts } = view
  const isOpen = state === 'staged' || state === 'saving'
  return (
    <section className="import-commit" aria-label={t.sheetDesk.import}>
      <SaveRows open={isOpen} {...{ ledger, view, onChanged }} />
      {!isOpen && state !== 'undone' && (
        <p role="status">
          {fill(words.done, { saved: counts.saved })}{' '}
          <Button size="small" onClick={() => go(ledger)}>
            {words.see}
          </Button>
        </p>
      )}
      {state === 'undone' && <p role="status">{t.sheetDesk.states.undone}</p>}
      <div className="button-line">
        {counts.bad > 0 && <ProblemsFile ledger={ledger} view={view} />}
        {state === 'staged' && <GiveUp ledger={ledger} view={view} onGone={onGone} />}
      </div>
      {state !== 'staged' && <UndoImport {...{ ledger, view, onChanged }} />}
    </section>
  )
}

/** The button while something can be saved; what came of it is said also when nothing is left. */
function SaveRows({ open, ledger, view, onChanged }: BatchProps & { readonly open: boolean }) {
  const [takesEqual, setTakesEqual] = useState(false)
  const commit = useJob('import.commit')
  const { good, bad, equal } = view.counts
  const count = good + (takesEqual ? equal : 0)
  const save = () =>
    void commit.start({ ledger, batch: view.batch, equal: takesEqual ? 'take' : 'leave' }).then(onChanged)
  return (
    <>
      {open && count === 0 && equal === 0 && <Alert type="warning" showIcon role="note" title={nothingWords(view)} />}
      {open && (
        <div className="button-line">
          <Button type="primary" disabled={count === 0} loading={commit.running} onClick={save}>
            {view.state === 'saving' ? words.goOn : fill(words.button, { count })}
          </Button>
          {equal > 0 && (
            <Checkbox checked={takesEqual} onChange={(e) => setTakesEqual(e.target.checked)}>
              {fill(words.takeEqual, { count: equal })}
            </Checkbox>
          )}
          {bad > 0 && <span className="quiet-line">{fill(words.note, { bad })}</span>}
        </div>
      )}
      <JobState handle={commit} label={words.saving} />
      {commit.outcome && commit.outcome.refused > 0 && (
        <Alert type="warning" showIcon role="status" title={fill(words.refused, { refused: commit.outcome.refused })} />
      )}
    </>
  )
}

/** Why no row can be saved: what the whole sheet lacks is said by name, and where to write it. */
function nothingWords({ lacking, targets }: BatchProps['view']): string {
  if (lacking.length === 0) return words.nothing
  const fields = inOneLine(lacking.map((path) => targets.find((f) => f.path === path)?.label ?? path))
  return fill(words.lacking, { fields, again: t.sheetDesk.view.again })
}

function ProblemsFile({ ledger, view }: Omit<BatchProps, 'onChanged'>) {
  const write = useJob('import.problemsFile')
  return (
    <>
      <Button loading={write.running} onClick={() => void write.start({ ledger, batch: view.batch, place: null })}>
        {words.problemsFile}
      </Button>
      <JobState handle={write} label={words.problemsFile} />
      {write.outcome && (
        <InView>
          <Alert
            type="success"
            showIcon
            role="status"
            title={fill(words.problemsDone, { ...write.outcome, place: t.papers.saveDefault })}
          />
        </InView>
      )}
    </>
  )
}

function GiveUp({ ledger, view, onGone }: Omit<Props, 'onChanged'>) {
  const discard = useAct('import.discard')
  return (
    <>
      <Button
        loading={discard.isPending}
        onClick={() => discard.mutate({ ledger, batch: view.batch }, { onSuccess: onGone })}
      >
        {t.sheetDesk.view.discard}
      </Button>
      <ErrorNotice error={discard.error} />
    </>
  )
}
