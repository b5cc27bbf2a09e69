import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { CorrectionView } from '../../../shared/contract/cases.ts'
import { useAct, useCall } from '../../api/client.ts'
import { formatInstant, inOneLine } from '../../format.ts'
import { ChangesTable } from '../../ledger/HistoryPanel.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { fieldLabel, fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'

const words = t.caseActs.correction

/** 录入更正 of this case: what waits for another person, and what was corrected by whom. */
export function CorrectionsPanel({ actions: { form } }: { readonly actions: FormActions }) {
  return form.view === null || form.view.frozenFields.length === 0 ? null : <Corrections id={form.view.id} />
}

function Corrections({ id }: { readonly id: string }) {
  const list = useCall('correction.list', { ledger: 'dispute', id })
  const open = list.data?.filter((c) => c.state === 'open') ?? []
  const done = list.data?.filter((c) => c.state === 'approved') ?? []
  return (
    <>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {open.map((c) => (
        <OpenOne key={c.id} correction={c} />
      ))}
      {done.map((c) => (
        <DoneOne key={c.id} correction={c} />
      ))}
    </>
  )
}

const fieldsOf = (c: CorrectionView): string => inOneLine(c.changes.map(({ field }) => fieldLabel('dispute', field)))

function DoneOne({ correction }: { readonly correction: CorrectionView }) {
  const who = { proposer: correction.proposedBy, decider: correction.decidedBy ?? '' }
  const when = formatInstant(correction.decidedAt ?? correction.proposedAt)
  return (
    <details className="corrected">
      <summary>
        <strong>{words.done}</strong> {fill(words.doneBy, { fields: fieldsOf(correction), ...who, when })}
      </summary>
      <p>{correction.reason}</p>
      <ChangesTable ledger="dispute" changes={correction.changes} />
    </details>
  )
}

function OpenOne({ correction }: { readonly correction: CorrectionView }) {
  const { own, reason, proposedBy, proposedAt } = correction
  const approve = useAct('correction.approve')
  const decline = useAct('correction.decline')
  const [answer, setAnswer] = useState('')
  const key = { ledger: 'dispute', correction: correction.id } as const
  return (
    <section className="effect-panel correction-open" aria-label={words.open}>
      <p>
        <strong>{words.open}</strong>{' '}
        <span className="quiet">{fill(words.by, { name: proposedBy, when: formatInstant(proposedAt) })}</span>
      </p>
      <p>{reason}</p>
      <ChangesTable ledger="dispute" changes={correction.changes} />
      {own && <Alert type="info" showIcon title={words.own} />}
      {!own && (
        <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate(key)}>
          {words.approve}
        </Button>
      )}
      <Input
        aria-label={words.answer}
        placeholder={words.answer}
        maxLength={500}
        value={answer}
        onChange={(e) => setAnswer(e.target.value)}
      />
      <Button
        disabled={answer.trim() === ''}
        loading={decline.isPending}
        onClick={() => decline.mutate({ ...key, answer: answer.trim() })}
      >
        {own ? words.takeBack : words.decline}
      </Button>
      <ErrorNotice error={approve.error ?? decline.error} />
    </section>
  )
}
