import { Button, Input } from 'antd'
import { useState } from 'react'
import type { PaperQuestion } from '../../../shared/contract/numbers.ts'
import type { Series } from '../../../shared/rules/numbers.ts'
import { typedInteger } from '../../../shared/rules/typedNumber.ts'
import { useAct } from '../../api/client.ts'
import { isComposing } from '../../keys.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { fieldLabel, fill, t } from '../../text.ts'
import './numbers.css'

const words = t.numbers
const mostSerials = 999_999

interface Props {
  readonly series: Series
  /** Null for the office's own. */
  readonly committee: string | null
  readonly year: number
  /** Asked after a restore or a copy; null where the year was begun on paper. */
  readonly question: PaperQuestion | null
}

/** Asked where the book has to ask or nothing was given yet; else it may be told, which is seldom. */
export function PaperPlace({ open, ...book }: Props & { readonly open: boolean }) {
  const [telling, setTelling] = useState(false)
  if (open || telling || book.question !== null) return <LastOnPaper {...book} />
  return (
    <Button type="link" size="small" onClick={() => setTelling(true)}>
      {words.paperOffer}
    </Button>
  )
}

/** 「纸上最后一个号是多少？」: proposed is what this computer remembers, answered is what the paper says. */
function LastOnPaper({ series, committee, year, question }: Props) {
  const [typed, setTyped] = useState(question === null ? '' : String(question.proposed))
  const act = useAct('dispute.lastOnPaper')
  const last = typedInteger(typed)
  const right = last !== null && last >= 0 && last <= mostSerials
  const send = (confirmed: boolean) => {
    if (right) act.mutate({ book: 'mediation', series, committee, year, last, confirmed })
  }
  const label = fieldLabel('dispute', series)
  return (
    <section className="last-on-paper" aria-label={words.paperTitle}>
      <p>{question === null ? words.paperStart : fill(words.paperAsk, { year, committee: committee ?? '', label })}</p>
      {question && <p className="quiet">{fill(words.paperFacts, { ...question })}</p>}
      <div className="row">
        <Input
          aria-label={words.paperField}
          className="serial-input"
          inputMode="numeric"
          value={typed}
          status={typed !== '' && !right ? 'error' : ''}
          onChange={(e) => {
            act.reset()
            setTyped(e.target.value)
          }}
          onKeyDown={(e) => e.key === 'Enter' && !isComposing(e.nativeEvent) && send(false)}
        />
        <Button type="primary" disabled={!right} loading={act.isPending} onClick={() => send(false)}>
          {words.paperSave}
        </Button>
        <span role="status">{act.data && fill(words.paperSaved, { number: act.data.next })}</span>
      </div>
      {typed !== '' && !right && <p className="field-problem">{words.paperWrong}</p>}
      <ErrorNotice error={act.error} />
      {act.error?.code === 'number-below-mark' && (
        <Button onClick={() => send(true)}>{fill(words.paperConfirm, { last: last ?? 0 })}</Button>
      )}
    </section>
  )
}
