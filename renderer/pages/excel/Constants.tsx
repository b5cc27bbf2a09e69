import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { ImportTarget, ImportView } from '../../../shared/contract/sheets.ts'
import { inOneLine } from '../../format.ts'
import { codeLabel, fill, t } from '../../text.ts'

const words = t.sheetDesk.constants
export type Constant = ImportView['constants'][number]

interface Props {
  readonly view: ImportView
  /** Paths a column fills. */
  readonly taken: ReadonlySet<string>
  readonly constants: readonly Constant[]
  readonly disabled: boolean
  readonly onChange: (constants: readonly Constant[]) => void
}

/** What is the same in every row: offered first for what cannot be left out and has no column. */
export function Constants({ view, taken, constants, disabled, onChange }: Props) {
  const targetOf = (path: string) => view.targets.find((f) => f.path === path)
  const open = view.targets.filter((f) => f.constant && !taken.has(f.path) && !constants.some((c) => c.path === f.path))
  const lacking = view.lacking.filter((path) => !taken.has(path) && !constants.some((c) => c.path === path && c.text))
  const set = (path: string, text: string) =>
    onChange(constants.map((c) => (c.path === path ? { path, text, cell: null } : c)))
  return (
    <section className="import-constants" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className="quiet-line">{words.note}</p>
      {lacking.length > 0 && (
        <p role="alert" className="import-lacking">
          ▲ {fill(words.lacking, { fields: inOneLine(lacking.map((p) => targetOf(p)?.label ?? p)) })}
        </p>
      )}
      {constants.map((c) => (
        <div key={c.path} className="import-constant">
          <span>{targetOf(c.path)?.label ?? c.path}</span>
          <ValueInput
            target={targetOf(c.path)}
            value={c.text}
            disabled={disabled}
            onChange={(text) => set(c.path, text)}
          />
          <Button
            size="small"
            type="text"
            disabled={disabled}
            onClick={() => onChange(constants.filter((o) => o !== c))}
          >
            {words.remove}
          </Button>
          {c.cell !== null && <span className="quiet-line">{fill(words.fromCell, { cell: c.cell })}</span>}
        </div>
      ))}
      <AddConstant
        open={open}
        first={lacking[0]}
        disabled={disabled}
        onAdd={(path) => onChange([...constants, { path, text: '', cell: null }])}
      />
    </section>
  )
}

interface ValueProps {
  readonly target: ImportTarget | undefined
  readonly value: string
  readonly disabled: boolean
  readonly onChange: (text: string) => void
}
/** Codes are chosen by their words; everything else is typed as a cell would hold it. */
function ValueInput({ target, value, disabled, onChange }: ValueProps) {
  const label = target?.label ?? words.value
  const { list } = target ?? { list: null }
  if (target?.kind === 'code' && list !== null)
    return (
      <Select
        aria-label={label}
        size="small"
        className="import-field"
        disabled={disabled}
        value={value === '' ? null : value}
        onChange={onChange}
        options={target.codes.map((c) => ({ value: codeLabel(list, c), label: codeLabel(list, c) }))}
      />
    )
  return (
    <Input
      aria-label={label}
      size="small"
      className="import-field"
      maxLength={200}
      disabled={disabled}
      value={value}
      onChange={(e) => onChange(e.target.value)}
    />
  )
}

interface AddProps {
  readonly open: readonly ImportTarget[]
  /** What is still needed comes first. */
  readonly first: string | undefined
  readonly disabled: boolean
  readonly onAdd: (path: string) => void
}
function AddConstant({ open, first, disabled, onAdd }: AddProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const path = chosen ?? first ?? null
  if (open.length === 0) return null
  return (
    <div className="import-constant">
      <Select
        aria-label={words.field}
        size="small"
        className="import-field"
        disabled={disabled}
        showSearch={{ optionFilterProp: 'label' }}
        value={open.some((f) => f.path === path) ? path : null}
        placeholder={words.field}
        onChange={setChosen}
        options={open.map((f) => ({ value: f.path, label: f.label }))}
      />
      <Button
        size="small"
        disabled={disabled || !open.some((f) => f.path === path)}
        onClick={() => {
          if (path !== null) onAdd(path)
          setChosen(null)
        }}
      >
        {words.add}
      </Button>
    </div>
  )
}
