import { Button, Select } from 'antd'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { nextMonth, previousMonth } from '../../../shared/rules/dates.ts'
import { localToday } from '../../format.ts'
import { go } from '../../route.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { blankForm, paperOf } from './papers.ts'

/** Months offered: the next one, which is planned now, and a year back. */
function months(): readonly string[] {
  const present = localToday().slice(0, 7)
  const back = Array.from({ length: 12 }).reduce<readonly string[]>(
    (all) => [...all, previousMonth(all.at(-1) ?? present)],
    [present],
  )
  return [nextMonth(present), ...back]
}

/** Beside a list: its paper of a month, or the form to be filled in by hand. Nothing for a ledger without a paper. */
export function ListPaper({ ledger }: { readonly ledger: LedgerName }) {
  const known = paperOf(ledger)
  if (known === undefined) return null
  if (known.about === 'record') return <Button onClick={() => go(ledger, 'paper', blankForm)}>{known.blank}</Button>
  return (
    <Select<string>
      aria-label={known.label}
      placeholder={known.label}
      style={{ minWidth: 140 }}
      value={null}
      onChange={(month) => go(ledger, 'paper', month)}
      options={months().map((value) => ({ value, label: value }))}
    />
  )
}

/** Above a record's form: its paper, with what is typed saved first. Nothing for a record without one, or a new one. */
export function RecordPaper({ form, save }: FormActions) {
  const { ledger } = form.tools
  const known = paperOf(ledger)
  if (known?.about !== 'record' || form.view === null) return null
  const { id } = form.view
  const open = async () => {
    if (!form.dirty || (await save()) !== null) go(ledger, 'paper', id)
  }
  return (
    <p className="record-paper">
      <Button onClick={() => void open()}>{known.label}</Button>
    </p>
  )
}
