import { Button, Select } from 'antd'
import { useState } from 'react'
import type { ImportColumn, ImportTarget, ImportView } from '../../../shared/contract/sheets.ts'
import { inOneLine } from '../../format.ts'
import { type PlainColumn, PlainTable } from '../../parts/PlainTable.tsx'
import { fill, t } from '../../text.ts'
import { type Constant, Constants } from './Constants.tsx'

const words = t.sheetDesk.match

export interface MatchWishes {
  readonly columns: readonly { readonly column: number; readonly path: string | null }[]
  readonly constants: readonly Pick<Constant, 'path' | 'text'>[]
}
interface Props {
  readonly view: ImportView
  readonly busy: boolean
  readonly onRematch: (wishes: MatchWishes) => void
}

/** What every column means, and what holds for the whole sheet; changes are applied together. */
export function MatchPanel({ view, busy, onRematch }: Props) {
  const [paths, setPaths] = useState<ReadonlyMap<number, string | null>>(new Map())
  const [constants, setConstants] = useState<readonly Constant[]>(() => [...view.constants, ...asked(view)])
  const taken = new Set(view.columns.map((c) => pathOf(c, paths)).filter((p) => p !== null))
  const isChanged = paths.size > 0 || JSON.stringify(written(constants)) !== JSON.stringify(view.constants)
  const apply = () => {
    const gone = view.constants.filter((c) => !constants.some((now) => now.path === c.path))
    onRematch({
      columns: [...paths].map(([column, path]) => ({ column, path })),
      constants: [...constants, ...gone.map((c) => ({ ...c, text: '' }))].map(({ path, text }) => ({ path, text })),
    })
  }
  const isLacking = view.lacking.length > 0
  const wholeSheet = (
    <>
      <Constants view={view} taken={taken} constants={constants} disabled={busy} onChange={setConstants} />
      {isChanged && (
        <div className="button-line">
          <Button type="primary" loading={busy} onClick={apply}>
            {t.sheetDesk.view.again}
          </Button>
          <span role="status">{words.changed}</span>
        </div>
      )}
    </>
  )
  return (
    <details className="panel" open={wantsLook(view) || isChanged}>
      <summary>{fill(words.summary, countsOf(view))}</summary>
      {isLacking && wholeSheet}
      <p className="quiet-line">{words.note}</p>
      <PlainTable
        label={words.title}
        columns={columnsFor({ view, paths, taken, busy, onChoose: (c, path) => setPaths(new Map(paths).set(c, path)) })}
        rows={view.columns}
        keyOf={(c) => c.column}
        empty={t.sheetDesk.view.noHeader}
      />
      {!isLacking && wholeSheet}
    </details>
  )
}

/** What is needed and has no column stands ready to be written, so that nobody has to find it. */
const asked = ({ lacking, targets }: ImportView): readonly Constant[] =>
  targets
    .filter((f) => f.constant && lacking.includes(f.path))
    .map(({ path }): Constant => ({ path, text: '', cell: null }))
const written = (constants: readonly Constant[]) => constants.filter((c) => c.text !== '')

/** Columns without a meaning, or something needed that nothing says. */
const wantsLook = (view: ImportView): boolean =>
  view.lacking.length > 0 || view.columns.some((c) => c.role === 'field' && c.path === null)

const countsOf = ({ columns }: ImportView) => {
  const fields = columns.filter((c) => c.role === 'field')
  const matched = fields.filter((c) => c.path !== null).length
  return { matched, left: fields.length - matched }
}

const pathOf = (c: ImportColumn, paths: ReadonlyMap<number, string | null>): string | null => {
  const chosen = paths.get(c.column)
  return chosen === undefined ? c.path : chosen
}

interface Choosing {
  readonly view: ImportView
  readonly paths: ReadonlyMap<number, string | null>
  readonly taken: ReadonlySet<string>
  readonly busy: boolean
  readonly onChoose: (column: number, path: string | null) => void
}

const columnsFor = ({ view, paths, taken, busy, onChoose }: Choosing): readonly PlainColumn<ImportColumn>[] => [
  { key: 'letter', title: words.column, value: (c) => c.letter },
  { key: 'header', title: words.header, value: (c) => <bdi>{c.header || words.noHeader}</bdi> },
  {
    key: 'examples',
    title: words.examples,
    value: (c) => <bdi className="import-examples">{inOneLine(c.examples)}</bdi>,
  },
  {
    key: 'field',
    title: words.field,
    value: (c) =>
      c.role === 'field' ? (
        <FieldSelect
          label={`${c.letter} ${c.header}`}
          targets={view.targets}
          taken={taken}
          disabled={busy}
          value={pathOf(c, paths)}
          onChange={(path) => onChoose(c.column, path)}
        />
      ) : (
        words[c.role]
      ),
  },
  {
    key: 'by',
    title: words.by,
    value: (c) => (paths.has(c.column) ? words.bys.chosen : c.by === null ? '' : words.bys[c.by]),
  },
]

interface SelectProps {
  readonly label: string
  readonly targets: readonly ImportTarget[]
  readonly taken: ReadonlySet<string>
  readonly disabled: boolean
  readonly value: string | null
  readonly onChange: (path: string | null) => void
}
const nothing = ''

/** Fields by name, those of the record and those of each row apart; one field is filled by one column. */
function FieldSelect({ label, targets, taken, disabled, value, onChange }: SelectProps) {
  const group = (of: ImportTarget['of'], title: string) => ({
    label: title,
    options: targets
      .filter((f) => f.of === of)
      .map((f) => ({ value: f.path, label: f.label, disabled: taken.has(f.path) && f.path !== value })),
  })
  const rows = group('row', words.rowGroup.replace('{name}', ''))
  return (
    <Select
      aria-label={label}
      className="import-field"
      size="small"
      disabled={disabled}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? nothing}
      onChange={(path) => onChange(path === nothing ? null : path)}
      options={[
        { value: nothing, label: words.none },
        group('record', words.recordGroup),
        ...(rows.options.length === 0 ? [] : [rows]),
      ]}
    />
  )
}
