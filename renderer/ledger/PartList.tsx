import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { type AbsentReason, type AnyPart, type ListField, seenFields } from '../../shared/ledgers/describe.ts'
import { isComposing } from '../keys.ts'
import { fieldLabel, fill, partLabel, t } from '../text.ts'
import type { Edit } from './edit.ts'
import type { Mark, Marks } from './FieldGroup.tsx'
import { focusPath, useFormTools } from './FormContext.ts'
import { freshPart, partStyle, rowFieldsOf } from './layout.ts'
import { PartCard, PartRow, RowHeadings } from './PartBody.tsx'
import { partTools } from './partTools.ts'

export interface PartListProps {
  readonly name: string
  readonly field: ListField
  readonly parts: readonly AnyPart[]
  readonly reason: AbsentReason | null
  readonly mark: Mark
  readonly marks: Marks
  readonly frozen: boolean
  /** Fields frozen in every part; parts can then no more be added, moved or taken out. */
  readonly sealed: ReadonlySet<string>
  /** Places of parts that stay as they are, and where they are. */
  readonly frozenParts: ReadonlySet<number>
  /** Beside the list's name: the way to type it as a table. */
  readonly head?: ReactNode
}

/** Parts of a record: a table of rows when they are short, cards when they are long; all by keyboard. */
export function PartList(props: PartListProps) {
  const { name, field, parts, reason, mark, marks, frozen, sealed, frozenParts, head } = props
  const tools = useFormTools()
  const { ledger } = tools
  const one = fieldLabel(ledger, `${name}.one`)
  const fresh = freshPart(ledger, name, field.part)
  const { change, onKey } = usePartEdits(name, parts, fresh)
  const add = () => change({ type: 'add', list: name, part: fresh }, parts.length)
  const inRow = rowFieldsOf(tools, name)
  const fields = inRow === undefined ? seenFields(field.part.fields) : fieldsNamed(field.part.fields, inRow)
  const isTable = inRow !== undefined || partStyle(fields) === 'rows'
  const Style = isTable ? PartRow : PartCard
  const Tool = partTools[`${ledger}.${name}`]
  const fixed = frozen || sealed.size > 0
  // A part before a frozen one may not go: the frozen one would move.
  const keptUpTo = Math.max(-1, ...frozenParts)
  return (
    <fieldset
      className={`field span-12 part-list${mark.errors ? ' has-error' : ''}`}
      data-path={name}
      disabled={frozen}
    >
      <Legend name={name} count={parts.length} needed={field.needed === true && !fixed} frozen={frozen}>
        {head}
      </Legend>
      {isTable && parts.length > 0 && <RowHeadings name={name} fields={fields} fixed={fixed} />}
      {parts.map((part, index) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity; their place tells them apart
          key={index}
          className="part"
          data-path={`${name}.${index}`}
          onKeyDown={fixed || index <= keptUpTo ? undefined : onKey(index)}
          aria-label={partLabel(ledger, name, index + 1)}
        >
          <Style
            {...{ name, index, part, fields, marks, sealed, one }}
            frozen={frozen || frozenParts.has(index)}
            fixed={fixed || index <= keptUpTo}
            onCopy={() => change({ type: 'copy', list: name, index }, index + 1)}
            onRemove={() => change({ type: 'remove', list: name, index }, index - 1)}
          />
        </fieldset>
      ))}
      {!fixed && <Foot one={one} empty={parts.length === 0} reason={reason} onAdd={add} />}
      {!fixed && Tool && <Tool list={name} parts={parts} />}
      {mark.errors && <p className="field-problem">{mark.errors}</p>}
      {mark.warnings && <p className="field-warning">{mark.warnings}</p>}
    </fieldset>
  )
}

const fieldsNamed = (fields: ListField['part']['fields'], names: readonly string[]): ListField['part']['fields'] =>
  Object.fromEntries(names.flatMap((n) => (fields[n] === undefined ? [] : [[n, fields[n]]])))

interface Meant {
  readonly edit: Edit
  /** Index of the part that has the focus afterwards. */
  readonly focus: number
}

/** What an Alt key means inside part `index` of a list. */
function meantBy(event: KeyboardEvent, list: string, index: number, fresh: AnyPart): Meant | null {
  if (isComposing(event.nativeEvent) || !event.altKey || event.ctrlKey) return null
  switch (event.key) {
    case 'Enter':
      return { edit: { type: 'add', list, part: fresh }, focus: Number.POSITIVE_INFINITY }
    case 'c':
      return { edit: { type: 'copy', list, index }, focus: index + 1 }
    case 'Delete':
      return { edit: { type: 'remove', list, index }, focus: index - 1 }
    case 'ArrowUp':
      return { edit: { type: 'move', list, index, by: -1 }, focus: index - 1 }
    case 'ArrowDown':
      return { edit: { type: 'move', list, index, by: 1 }, focus: index + 1 }
    default:
      return null
  }
}

/** Changes of a list, with the focus following the part that was meant. */
function usePartEdits(name: string, parts: readonly AnyPart[], fresh: AnyPart) {
  const { edit } = useFormTools()
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const index = Math.max(0, Math.min(wanted.current, parts.length - 1))
    wanted.current = null
    focusPath(parts.length === 0 ? name : `${name}.${index}`)
  }, [parts, name])
  const change = (made: Edit, focus: number) => {
    wanted.current = focus
    edit(made)
  }
  const onKey = (index: number) => (event: KeyboardEvent) => {
    const meant = meantBy(event, name, index, fresh)
    if (meant === null) return
    event.preventDefault()
    event.stopPropagation()
    change(meant.edit, meant.focus)
  }
  return { change, onKey }
}

interface LegendProps {
  readonly name: string
  readonly count: number
  readonly needed: boolean
  readonly frozen: boolean
  readonly children?: ReactNode
}
export function Legend({ name, count, needed, frozen, children }: LegendProps) {
  const { ledger } = useFormTools()
  return (
    <legend>
      {fieldLabel(ledger, name)}
      {count > 0 && <span className="quiet"> {fill(t.form.partCount, { count })}</span>}
      {needed && <span className="needed-word">{t.form.needed}</span>}
      {frozen && <span className="frozen-word">{t.form.frozen}</span>}
      {children}
    </legend>
  )
}

interface FootProps {
  readonly one: string
  readonly empty: boolean
  readonly reason: AbsentReason | null
  readonly onAdd: () => void
}
function Foot({ one, empty, reason, onAdd }: FootProps) {
  return (
    <div className="part-foot">
      <button type="button" className="link add-part" onClick={onAdd}>
        ＋ {fill(t.form.addPart, { one })}
      </button>
      {!empty && <span className="quiet part-keys">{t.form.addKeys}</span>}
      {empty && reason !== null && <span className="absent-word">{t.codes.absent[reason]}</span>}
    </div>
  )
}
