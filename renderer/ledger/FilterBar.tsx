import { Button, Popover, Select, Tag } from 'antd'
import { useState } from 'react'
import type { Filter } from '../../shared/contract/records.ts'
import { scalarColumns } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { formatValue } from '../format.ts'
import { fieldLabel, fill, t } from '../text.ts'
import { columnField } from './columns.ts'
import { FilterEditor } from './FilterEditor.tsx'
import { type Choice, choiceOf, isFound } from './widgets/choices.ts'

interface Props {
  readonly ledger: LedgerName
  readonly filters: readonly Filter[]
  readonly onChange: (filters: readonly Filter[]) => void
  readonly total: number | null
}

/** A condition in words: `类型是 邻里纠纷、合同纠纷`, `受理日期 2026-01-01 起`. */
function filterWords(ledger: LedgerName, filter: Filter): string {
  const field = columnField(ledger, filter.field)
  const label = fieldLabel(ledger, filter.field)
  const values = Array.isArray(filter.value) ? filter.value : [filter.value]
  const said = values.map((v) => (field ? formatValue(field, v) : String(v ?? ''))).join('、')
  switch (filter.op) {
    case 'from':
      return `${label} ${fill(t.form.list.since, { from: said })}`
    case 'to':
      return `${label} ${fill(t.form.list.until, { to: said })}`
    case 'blank':
    case 'notBlank':
      return `${label}${t.form.list[filter.op]}`
    default:
      return `${label}${t.form.list[filter.op]} ${said}`
  }
}

/** Filters as words above the grid; each is taken away by its cross. */
export function FilterBar({ ledger, filters, onChange, total }: Props) {
  const add = (field: string, added: readonly Filter[]) =>
    onChange([...filters.filter((f) => f.field !== field), ...added])
  return (
    <fieldset className="filter-bar" aria-label={t.form.list.filter}>
      {total !== null && <span className="quiet total">{fill(t.form.list.total, { count: total })}</span>}
      {filters.map((f) => (
        <Tag key={`${f.field}-${f.op}`} closable onClose={() => onChange(filters.filter((other) => other !== f))}>
          {filterWords(ledger, f)}
        </Tag>
      ))}
      <AddFilter ledger={ledger} onAdd={add} />
      {filters.length > 1 && (
        <Button size="small" type="text" onClick={() => onChange([])}>
          {t.form.list.clearFilters}
        </Button>
      )}
    </fieldset>
  )
}

interface AddProps {
  readonly ledger: LedgerName
  readonly onAdd: (field: string, filters: readonly Filter[]) => void
}
function AddFilter({ ledger, onAdd }: AddProps) {
  const [open, setOpen] = useState(false)
  const [field, setField] = useState<string | null>(null)
  const indexed = scalarColumns(ledgerOf(ledger)).filter(([, f]) => f.index === true)
  const turn = (opened: boolean) => {
    setOpen(opened)
    setField(null)
  }
  const add = (filters: readonly Filter[]) => {
    if (field !== null) onAdd(field, filters)
    turn(false)
  }
  const editor = (
    <div className="filter-editor">
      <Select<string, Choice>
        autoFocus
        aria-label={t.form.list.field}
        placeholder={t.form.list.field}
        value={field}
        onChange={setField}
        showSearch={{ filterOption: isFound }}
        options={indexed.map(([name]) => choiceOf(name, fieldLabel(ledger, name)))}
      />
      {field !== null && <FilterEditor key={field} ledger={ledger} field={field} onApply={add} />}
    </div>
  )
  return (
    <Popover content={editor} trigger="click" open={open} onOpenChange={turn} placement="bottomLeft" destroyOnHidden>
      <Button size="small">{t.form.list.filterAdd}</Button>
    </Popover>
  )
}
