import { Button, Input, Select } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import type { Filter } from '../../shared/contract/records.ts'
import type { LedgerName } from '../../shared/ledgers/index.ts'
import { typedDate } from '../../shared/rules/typedDate.ts'
import { typedInteger, typedMoney } from '../../shared/rules/typedNumber.ts'
import { localToday } from '../format.ts'
import { isComposing } from '../keys.ts'
import { codeLabel, t } from '../text.ts'
import { columnField } from './columns.ts'
import { type Choice, choiceOf, isFound } from './widgets/choices.ts'

interface Props {
  readonly ledger: LedgerName
  readonly field: string
  readonly onApply: (filters: readonly Filter[]) => void
}

const parsers = {
  date: (typed: string) => typedDate(typed, localToday()),
  integer: typedInteger,
  money: typedMoney,
} as const

/** The values of one condition, in the way the field's kind asks for it. */
export function FilterEditor({ ledger, field, onApply }: Props) {
  const described = columnField(ledger, field)
  if (described?.kind === 'code')
    return <CodeFilter field={field} list={described.list} codes={described.codes} onApply={onApply} />
  if (described?.kind === 'date' || described?.kind === 'integer' || described?.kind === 'money')
    return <RangeFilter field={field} parse={parsers[described.kind]} onApply={onApply} />
  return <StartFilter field={field} onApply={onApply} />
}

type Part = Pick<Props, 'field' | 'onApply'>

function CodeFilter({
  field,
  list,
  codes,
  onApply,
}: Part & { readonly list: string; readonly codes: readonly string[] }) {
  const [chosen, setChosen] = useState<string[]>([])
  return (
    <>
      <Select<string[], Choice>
        mode="multiple"
        autoFocus
        aria-label={t.form.list.valueOf}
        value={chosen}
        onChange={setChosen}
        options={codes.map((code) => choiceOf(code, codeLabel(list, code)))}
        showSearch={{ filterOption: isFound }}
      />
      <Apply disabled={chosen.length === 0} onApply={() => onApply([{ field, op: 'in', value: chosen }])} />
    </>
  )
}

function RangeFilter({ field, parse, onApply }: Part & { readonly parse: (typed: string) => string | number | null }) {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const bound = (typed: string) => (typed.trim() === '' ? null : parse(typed))
  const wrong = [from, to].some((typed) => typed.trim() !== '' && parse(typed) === null)
  const filters: readonly Filter[] = [
    ...(bound(from) === null ? [] : [{ field, op: 'from' as const, value: bound(from) }]),
    ...(bound(to) === null ? [] : [{ field, op: 'to' as const, value: bound(to) }]),
  ]
  const apply = () => !wrong && filters.length > 0 && onApply(filters)
  return (
    <>
      <Input
        autoFocus
        aria-label={t.form.list.from}
        placeholder={t.form.list.from}
        value={from}
        status={wrong ? 'error' : ''}
        onChange={(e) => setFrom(e.target.value)}
        onKeyDown={onEnter(apply)}
      />
      <Input
        aria-label={t.form.list.to}
        placeholder={t.form.list.to}
        value={to}
        status={wrong ? 'error' : ''}
        onChange={(e) => setTo(e.target.value)}
        onKeyDown={onEnter(apply)}
      />
      <Apply disabled={wrong || filters.length === 0} onApply={apply} />
    </>
  )
}

function StartFilter({ field, onApply }: Part) {
  const [typed, setTyped] = useState('')
  const apply = () => typed.trim() !== '' && onApply([{ field, op: 'startsWith', value: typed.trim() }])
  return (
    <>
      <Input
        autoFocus
        aria-label={t.form.list.startsWith}
        placeholder={t.form.list.startsWith}
        value={typed}
        onChange={(e) => setTyped(e.target.value)}
        onKeyDown={onEnter(apply)}
      />
      <Apply disabled={typed.trim() === ''} onApply={apply} />
    </>
  )
}

const onEnter = (run: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Enter' && !isComposing(event.nativeEvent)) run()
}

function Apply({ disabled, onApply }: { readonly disabled: boolean; readonly onApply: () => void }) {
  return (
    <Button type="primary" disabled={disabled} onClick={onApply}>
      {t.form.list.apply}
    </Button>
  )
}
