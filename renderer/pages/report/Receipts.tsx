import { Alert, Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { ReceiptOutcome } from '../../../shared/contract/handover.ts'
import type { PickedFile } from '../../../shared/contract/office.ts'
import type { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { useAct, useJob } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { InView } from '../../parts/InView.tsx'
import { JobState } from '../../parts/JobProgress.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { FilePicker } from '../../parts/PlacePickerFiles.tsx'
import { numbersShown } from '../../parts/shown.ts'
import { fill, t } from '../../text.ts'

/** Takes in the receipt file: only now do its handovers count as delivered. */
export function TakeReceipt({ book }: { readonly book: Book }) {
  const [files, setFiles] = useState<readonly PickedFile[]>([])
  const take = useJob('handover.takeReceipt')
  const words = t.report.receipt
  const file = files[0]
  const choose = (chosen: readonly PickedFile[]) => {
    setFiles(chosen)
    take.reset()
  }
  return (
    <Panel title={words.title}>
      <FilePicker label={words.choose} extensions={['jfr']} value={files} onChange={choose} disabled={take.running} />
      <Button
        type="primary"
        disabled={file === undefined}
        loading={take.running}
        onClick={() => file && void take.start({ book, file: file.token })}
      >
        {words.take}
      </Button>
      <JobState handle={take} label={words.title} />
      {take.outcome && (
        <InView>
          <Taken outcome={take.outcome} />
        </InView>
      )}
    </Panel>
  )
}

function Taken({ outcome }: { readonly outcome: ReceiptOutcome }) {
  const words = t.report.receipt
  const { acknowledgedNo, missingNos, exceptions } = outcome
  const more = [
    missingNos.length > 0 ? fill(words.doneMissing, { nos: numbersShown(missingNos) }) : '',
    exceptions > 0 ? fill(words.doneExceptions, { count: exceptions }) : '',
  ].filter(Boolean)
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={acknowledgedNo === null ? words.doneNothing : fill(words.done, { no: acknowledgedNo })}
      description={more.length > 0 ? more.map((line) => <p key={line}>{line}</p>) : undefined}
    />
  )
}

interface PhoneValues {
  readonly no: number
  readonly code: string
}

/** A lost receipt, confirmed by telephone until its file comes. */
export function ConfirmByPhone({ book }: { readonly book: Book }) {
  const confirm = useAct('handover.confirmByPhone')
  const words = t.report.receipt
  const needed = { required: true, message: t.settings.password.needed }
  return (
    <Panel title={words.phone} note={words.phoneHint}>
      <Form<PhoneValues>
        layout="inline"
        className="phone-form"
        requiredMark={false}
        onFinish={(v) => confirm.mutate({ book, no: v.no, code: v.code.trim() })}
      >
        <Form.Item name="no" label={words.phoneNo} rules={[needed]}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
        <Form.Item name="code" label={words.phoneCode} rules={[needed]}>
          <Input autoComplete="off" spellCheck={false} maxLength={20} />
        </Form.Item>
        <Button htmlType="submit" loading={confirm.isPending}>
          {words.phoneConfirm}
        </Button>
      </Form>
      {confirm.data && (
        <InView>
          <Alert
            type="success"
            showIcon
            role="status"
            title={fill(words.phoneDone, { no: confirm.data.acknowledgedNo ?? '' })}
          />
        </InView>
      )}
      {confirm.error && (
        <InView>
          <PhoneError error={confirm.error} />
        </InView>
      )}
    </Panel>
  )
}

/** A code that does not match is the usual slip here; the general words are about receipt files. */
function PhoneError({ error }: { readonly error: AppError }) {
  if (error.code !== 'receipt-unknown') return <ErrorNotice error={error} />
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t.report.receipt.phoneWrong}
      description={t.report.receipt.phoneWrongNext}
    />
  )
}
