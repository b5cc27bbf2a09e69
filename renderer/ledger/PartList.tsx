import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { AbsentReason, AnyPart, AnyValue, ListField, ScalarField } from '../../shared/ledgers/describe.ts'
import { isComposing } from '../keys.ts'
import { fieldLabel, fill, partLabel, t } from '../text.ts'
import type { Edit } from './edit.ts'
import { FieldBox } from './FieldBox.tsx'
import { FieldGroup, type Marks } from './FieldGroup.tsx'
import { focusPath, useFormTools } from './FormContext.ts'
import { fieldsOfPart, foldedFields, freshPart, orderOfPart, partStyle } from './layout.ts'

interface Props {
  readonly name: string
  readonly field: ListField
  readonly parts: readonly AnyPart[]
  readonly reason: AbsentReason | null
  readonly errors: string
  readonly marks: Marks
  readonly frozen: boolean
}

/** The edit an Alt key means inside part `index` of a list, and which part has the focus afterwards. */
function editOfKey(
  event: KeyboardEvent,
  list: string,
  index: number,
): { readonly edit: Edit; readonly focus: number } | null {
  if (isComposing(event.nativeEvent) || !event.altKey || event.ctrlKey) return null
  switch (event.key) {
    case 'Enter':
      return { edit: { type: 'add', list }, focus: Number.POSITIVE_INFINITY }
    case 'c':
      return { edit: { type: 'copy', list, index }, focus: index + 1 }
    case 'Delete':
      return { edit: { type: 'remove', list, index }, focus: Math.max(0, index - 1) }
    case 'ArrowUp':
      return { edit: { type: 'move', list, index, by: -1 }, focus: index - 1 }
    case 'ArrowDown':
      return { edit: { type: 'move', list, index, by: 1 }, focus: index + 1 }
    default:
      return null
  }
}

/** Parts of a record: a table of rows when they are short, cards when they are long; all by keyboard. */
export function PartList({ name, field, parts, reason, errors, marks, frozen }: Props) {
  const { ledger, edit } = useFormTools()
  const label = fieldLabel(ledger, name)
  const one = fieldLabel(ledger, `${name}.one`)
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const index = Math.max(0, Math.min(wanted.current, parts.length - 1))
    wanted.current = null
    focusPath(parts.length === 0 ? name : `${name}.${index}`)
  }, [parts, name])
  const change = (edits: Edit, focus: number) => {
    wanted.current = focus
    edit(edits)
  }
  const onKey = (index: number) => (event: KeyboardEvent) => {
    const meant = frozen ? null : editOfKey(event, name, index)
    if (meant === null) return
    event.preventDefault()
    event.stopPropagation()
    change(
      meant.edit.type === 'add' ? { ...meant.edit, part: freshPart(ledger, name, field.part) } : meant.edit,
      meant.focus,
    )
  }
  const Style = partStyle(Object.keys(field.part.fields), field.part.fields) === 'rows' ? PartRow : PartCard
  return (
    <fieldset className={`field span-12 part-list${errors ? ' has-error' : ''}`} data-path={name} disabled={frozen}>
      <legend>
        {label}
        {parts.length > 0 && <span className="quiet"> {fill(t.form.partCount, { count: parts.length })}</span>}
        {field.neededAt !== undefined && !frozen && <span className="needed-word">{t.form.needed}</span>}
        {frozen && <span className="frozen-word">{t.form.frozen}</span>}
      </legend>
      {Style === PartRow && parts.length > 0 && <RowHeadings name={name} fields={field.part.fields} />}
      {parts.map((part, index) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity; their place tells them apart
          key={index}
          className="part"
          data-path={`${name}.${index}`}
          onKeyDown={onKey(index)}
          aria-label={partLabel(ledger, name, index + 1)}
        >
          <Style
            name={name}
            index={index}
            part={part}
            fields={field.part.fields}
            marks={marks}
            frozen={frozen}
            one={one}
            onCopy={() => change({ type: 'copy', list: name, index }, index + 1)}
            onRemove={() => change({ type: 'remove', list: name, index }, index - 1)}
          />
        </fieldset>
      ))}
      {!frozen && (
        <div className="part-foot">
          <button
            type="button"
            className="link add-part"
            onClick={() => change({ type: 'add', list: name, part: freshPart(ledger, name, field.part) }, parts.length)}
          >
            ＋ {fill(t.form.addPart, { one })}
          </button>
          {parts.length > 0 && <span className="quiet part-keys">{t.form.addKeys}</span>}
          {parts.length === 0 && field.neededAt !== undefined && reason !== null && (
            <span className="absent-word">{t.codes.absent[reason]}</span>
          )}
        </div>
      )}
      {errors && <p className="field-problem">{errors}</p>}
    </fieldset>
  )
}

interface PartProps {
  readonly name: string
  readonly index: number
  readonly part: AnyPart
  readonly fields: Readonly<Record<string, ScalarField>>
  readonly marks: Marks
  readonly frozen: boolean
  readonly one: string
  readonly onCopy: () => void
  readonly onRemove: () => void
}

const none: ReadonlySet<string> = new Set()

function PartCard(props: PartProps) {
  const { name, index, part, fields, marks, frozen } = props
  const { ledger } = useFormTools()
  const [open, folded] = foldedFields(ledger, name, orderOfPart(name, Object.keys(fields)))
  return (
    <div className="part-card">
      <div className="part-head">
        <strong>{partLabel(ledger, name, index + 1)}</strong>
        {!frozen && <PartButtons {...props} />}
      </div>
      <FieldGroup
        open={fieldsOfPart(name, part, open)}
        folded={fieldsOfPart(name, part, folded)}
        fields={fields}
        owner={part}
        prefix={`${name}.${index}.`}
        marks={marks}
        frozen={none}
        allFrozen={frozen}
      />
    </div>
  )
}

function PartRow(props: PartProps) {
  const { name, index, part, fields, marks, frozen } = props
  return (
    <div className="part-row">
      <span className="part-no">{index + 1}</span>
      {Object.entries(fields).map(([field, described]) => {
        const path = `${name}.${index}.${field}`
        const mark = marks.get(path)
        return (
          <div key={field} className={`cell kind-${described.kind}`}>
            <FieldBox
              bare
              path={path}
              field={described}
              value={(part[field] ?? null) as AnyValue}
              reason={(part.absent as Readonly<Record<string, AbsentReason>>)[field] ?? null}
              errors={mark?.errors ?? ''}
              warnings={mark?.warnings ?? ''}
              frozen={frozen}
            />
          </div>
        )
      })}
      {!frozen && <PartButtons {...props} />}
    </div>
  )
}

function RowHeadings({ name, fields }: Pick<PartProps, 'name' | 'fields'>) {
  const { ledger } = useFormTools()
  return (
    <div className="part-row headings" aria-hidden>
      <span className="part-no" />
      {Object.entries(fields).map(([field, described]) => (
        <div key={field} className={`cell kind-${described.kind}`}>
          {described.kind === 'flag' ? '' : fieldLabel(ledger, `${name}.${field}`)}
          {described.neededAt !== undefined && <span className="needed-word">{t.form.needed}</span>}
        </div>
      ))}
      <span className="part-buttons" />
    </div>
  )
}

function PartButtons({ one, index, onCopy, onRemove }: PartProps) {
  return (
    <span className="part-buttons">
      <button
        type="button"
        className="link"
        tabIndex={-1}
        onClick={onCopy}
        aria-label={`${t.form.copyPart} ${one} ${index + 1}`}
      >
        {t.form.copyPart}
      </button>
      <button
        type="button"
        className="link"
        tabIndex={-1}
        onClick={onRemove}
        aria-label={`${t.form.removePart} ${one} ${index + 1}`}
      >
        {t.form.removePart}
      </button>
    </span>
  )
}
