import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { ImportView } from '../../../shared/contract/sheets.ts'
import { fill, t } from '../../text.ts'

const words = t.sheetDesk.view

interface Props {
  readonly view: ImportView
  readonly disabled: boolean
  readonly onRematch: (wishes: { readonly sheet?: number; readonly header?: ImportView['header'] }) => void
}

/** The file that was read, its sheet and where the header is; another choice looks at it anew. */
export function SheetFacts({ view, disabled, onRematch }: Props) {
  return (
    <div className="import-facts">
      <strong>
        <bdi>{view.fileName}</bdi>
      </strong>
      {view.sheets.length > 1 && (
        <Select
          aria-label={words.sheet}
          className="import-sheet"
          disabled={disabled}
          value={view.sheet}
          onChange={(sheet) => onRematch({ sheet })}
          options={view.sheets.map((s, value) => {
            const label = fill(words.sheetRows, { name: s.name, rows: s.rows })
            return { value, label: s.hidden ? fill(words.hidden, { name: label }) : label }
          })}
        />
      )}
      {view.encoding !== null && (
        <span className="quiet-line">
          {words.encoding} {t.sheetDesk.encodings[view.encoding]}
        </span>
      )}
      <HeaderRows
        key={JSON.stringify(view.header)}
        header={view.header}
        disabled={disabled}
        onChange={(header) => onRematch({ header })}
      />
    </div>
  )
}

interface HeaderProps {
  readonly header: ImportView['header']
  readonly disabled: boolean
  readonly onChange: (header: NonNullable<ImportView['header']>) => void
}
function HeaderRows({ header, disabled, onChange }: HeaderProps) {
  const [first, setFirst] = useState(header?.first ?? null)
  const [last, setLast] = useState(header?.last ?? null)
  const isOther = first !== (header?.first ?? null) || last !== (header?.last ?? null)
  const isSound = first !== null && last !== null && last >= first && last - first < 5
  return (
    <>
      {header === null && (
        <strong role="alert" className="import-no-header">
          {words.noHeader}
        </strong>
      )}
      <span>{words.headerFirst}</span>
      <InputNumber
        aria-label={words.headerFirst}
        size="small"
        min={1}
        precision={0}
        disabled={disabled}
        value={first}
        onChange={(value) => {
          setFirst(value)
          setLast((before) => (before === null || (value ?? 0) > before ? value : before))
        }}
      />
      <span>{words.headerLast}</span>
      <InputNumber
        aria-label={words.headerLast}
        size="small"
        min={1}
        precision={0}
        disabled={disabled}
        value={last}
        onChange={setLast}
      />
      {isOther && (
        <Button
          size="small"
          disabled={disabled || !isSound}
          onClick={() => first !== null && last !== null && onChange({ first, last })}
        >
          {words.again}
        </Button>
      )}
    </>
  )
}
