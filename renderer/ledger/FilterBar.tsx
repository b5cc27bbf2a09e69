import { Button, Popover, Select, Tag } from 'antd'
import { useState } from 'react'
import type { Filter } from '../../shared/contract/records.ts'
import { scalarColumns } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { formatValue, inOneLine } from '../format.ts'
import { codeLabel, fieldLabel, fill, t } from '../text.ts'
import { columnField } from './columns.ts'
import { FilterEditor } from './FilterEditor.tsx'
import { stageFilter, stageWordsOf, wordOfFilter } from './stageWords.ts'
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
  const shown = (v: unknown): string =>
    field === null ? String(v ?? '') : field.kind === 'codes' ? codeLabel(field.list, String(v)) : formatValue(field, v)
  const said = inOneLine(values.map(shown))
  switch (filter.op) {
    case 'from':
      return `${label} ${fill(t.form.list.since, { from: said })}`
    case 'to':
      return `${label} ${fill(t.form.list.until, { to: said })}`
    case 'fromOrBlank':
      return `${label} ${fill(t.form.list.sinceOrBlank, { from: said })}`
    case 'toOrBlank':
      return `${label} ${fill(t.form.list.untilOrBlank, { to: said })}`
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
      <StageWords ledger={ledger} filters={filters} onChange={onChange} />
      <FilterTags ledger={ledger} filters={filters} onChange={onChange} />
      <AddFilter ledger={ledger} onAdd={add} />
      {filters.length > 1 && (
        <Button size="small" type="text" onClick={() => onChange([])}>
          {t.form.list.clearFilters}
        </Button>
      )}
    </fieldset>
  )
}

/** Each condition in words, taken away by its cross. */
export function FilterTags({ ledger, filters, onChange }: Omit<Props, 'total'>) {
  const others = filters.filter((f) => wordOfFilter(ledger, f) === undefined)
  return others.map((f) => (
    <Tag key={`${f.field}-${f.op}`} closable onClose={() => onChange(filters.filter((other) => other !== f))}>
      {filterWords(ledger, f)}
    </Tag>
  ))
}

/** 待受理, 调解中 …: pressed once they are the list, pressed again they are all of it. */
function StageWords({ ledger, filters, onChange }: Omit<Props, 'total'>) {
  const rest = filters.filter((f) => f.field !== 'stage')
  const chosen = filters.map((f) => wordOfFilter(ledger, f)).find((word) => word !== undefined)
  return stageWordsOf(ledger).map((word) => (
    <Button
      key={word.key}
      size="small"
      type={word === chosen ? 'primary' : 'default'}
      aria-pressed={word === chosen}
      onClick={() => onChange(word === chosen ? rest : [stageFilter(word), ...rest])}
    >
      {t.form.list.stages[word.key]}
    </Button>
  ))
}

interface AddProps {
  readonly ledger: LedgerName
  readonly onAdd: (field: string, filters: readonly Filter[]) => void
}
function AddFilter({ ledger, onAdd }: AddProps) {
  const [open, setOpen] = useState(false)
  const [field, setField] = useState<string | null>(null)
  const indexed = scalarColumns(ledgerOf(ledger)).flatMap(([name, f]) => (f.index === true ? [name] : []))
  const offered = ledgerOf(ledger).stages.length > 1 ? ['stage', ...indexed] : indexed
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
        options={offered.map((name) => choiceOf(name, fieldLabel(ledger, name)))}
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
