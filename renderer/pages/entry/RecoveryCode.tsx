import { Button, Form, Input } from 'antd'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { localToday } from '../../format.ts'
import { fill, t } from '../../text.ts'
import type { FreshCode } from './EntryGate.tsx'
import { EntryPage } from './EntryPage.tsx'

/** The groups of a code as they are read aloud: split at anything that is not a letter or digit. */
const groupsOf = (code: string): readonly string[] => code.split(/[^0-9A-Za-z]+/).filter(Boolean)
const lastGroup = (code: string): string => groupsOf(code).at(-1) ?? ''
const plain = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase()

interface Props {
  readonly fresh: FreshCode
  readonly onKept: () => void
}

/** Shown once. Going on needs the last group typed back from the printed page. */
export function RecoveryCode({ fresh, onKept }: Props) {
  const today = chineseDate(localToday())
  const same = (_rule: unknown, typed: string | undefined) =>
    plain(typed ?? '') === plain(lastGroup(fresh.code))
      ? Promise.resolve()
      : Promise.reject(new Error(t.entry.recoveryWrong))
  return (
    <EntryPage title={t.entry.recoveryTitle}>
      <div className="recovery-sheet">
        <h2>{`${t.common.product} ${t.entry.recoveryCode}`}</h2>
        <p>{fill(t.entry.recoveryUnit, { unit: fresh.unitName })}</p>
        <p className="recovery-code" role="status" aria-label={t.entry.recoveryCode}>
          {fresh.code}
        </p>
        <p>{fill(t.entry.recoveryDate, { date: today })}</p>
      </div>
      <p>{t.entry.recoveryWhy}</p>
      <p>{t.entry.recoveryHow}</p>
      <Button onClick={() => window.print()}>{t.entry.recoveryPrint}</Button>
      <Form layout="vertical" requiredMark={false} onFinish={onKept} className="recovery-confirm">
        <Form.Item
          name="typed"
          label={t.entry.recoveryConfirm}
          validateTrigger="onSubmit"
          rules={[{ validator: same }]}
        >
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {t.entry.recoveryDone}
        </Button>
      </Form>
    </EntryPage>
  )
}
