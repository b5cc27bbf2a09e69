import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api/client.ts'
import { named } from '../../named.ts'
import { isMediationHead, useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { ActError } from './ActError.tsx'
import { isWholeSlip, noSlip, SlipFields } from './SlipFields.tsx'

interface Props {
  readonly actions: FormActions
  readonly onDone: () => void
}

/** Takes 结案 and 归档 back, by the head or with a slip, with a reason. */
export function ReopenForm({ actions: { form }, onDone }: Props) {
  const reopen = useAct('case.reopen')
  const [reason, setReason] = useState('')
  const [slip, setSlip] = useState(noSlip)
  const head = isMediationHead(useSession())
  const act = t.pages.case.acts.reopen
  const roles = String(named({ roles: 'head' }).roles)
  const { view } = form
  if (view === null) return null
  const start = () =>
    reopen.mutate(
      {
        ledger: 'dispute',
        id: view.id,
        revision: view.revision,
        reason: reason.trim(),
        slip: isWholeSlip(slip) ? { no: slip.no.trim(), on: slip.on ?? '' } : null,
      },
      {
        onSuccess: (next) => {
          form.adopt(next)
          onDone()
        },
      },
    )
  return (
    <div className="way-form">
      <p>{t.caseActs.reopenNote}</p>
      <label htmlFor="reopen-reason">{t.caseActs.reopenReason}</label>
      <Input id="reopen-reason" maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} />
      {!head && (
        <SlipFields
          note={fill(t.caseActs.slipNote, { act, roles })}
          slip={slip}
          today={form.tools.today}
          onChange={setSlip}
        />
      )}
      <Button
        type="primary"
        disabled={reason.trim() === '' || form.dirty || !(head || isWholeSlip(slip))}
        loading={reopen.isPending}
        onClick={start}
      >
        {fill(t.caseActs.confirm, { act })}
      </Button>
      <ActError error={reopen.error} />
    </div>
  )
}
