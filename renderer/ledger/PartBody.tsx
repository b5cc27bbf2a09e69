import type { AbsentReason, AnyPart, AnyValue, ScalarField } from '../../shared/ledgers/describe.ts'
import { fieldLabel, partLabel, t } from '../text.ts'
import { FieldBox } from './FieldBox.tsx'
import { FieldGroup, type Marks, unmarked } from './FieldGroup.tsx'
import { useFormTools } from './FormContext.ts'
import { fieldsOfPart, foldedFields, orderOfPart } from './layout.ts'

export interface PartProps {
  readonly name: string
  readonly index: number
  readonly part: AnyPart
  readonly fields: Readonly<Record<string, ScalarField>>
  readonly marks: Marks
  readonly frozen: boolean
  readonly sealed: ReadonlySet<string>
  /** Parts can no more be added, moved or taken out. */
  readonly fixed: boolean
  readonly one: string
  readonly onCopy: () => void
  readonly onRemove: () => void
}

/** What a call of its own fills in has a panel of its own. */
const typedFields = (fields: PartProps['fields']): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) => (field.givenByCall ? [] : [name]))

/** A part with many fields: a card of its own. */
export function PartCard(props: PartProps) {
  const { name, index, part, fields, marks, frozen, sealed, fixed } = props
  const tools = useFormTools()
  const { ledger } = tools
  const [open, folded] = foldedFields(tools, name, orderOfPart(tools, name, typedFields(fields)))
  return (
    <div className="part-card">
      <div className="part-head">
        <strong>{partLabel(ledger, name, index + 1)}</strong>
        {!fixed && <PartButtons {...props} />}
      </div>
      <FieldGroup
        open={fieldsOfPart(name, part, open)}
        folded={fieldsOfPart(name, part, folded)}
        fields={fields}
        owner={part}
        prefix={`${name}.${index}.`}
        marks={marks}
        frozen={sealed}
        allFrozen={frozen}
      />
    </div>
  )
}

/** A short part: one row of a table. */
export function PartRow(props: PartProps) {
  const { name, index, part, fields, marks, frozen, sealed, fixed } = props
  return (
    <div className="part-row">
      <span className="part-no">{index + 1}</span>
      {Object.entries(fields).map(([field, described]) => {
        const path = `${name}.${index}.${field}`
        const mark = marks.get(path) ?? unmarked
        return (
          <div key={field} className={`cell kind-${described.kind}`}>
            <FieldBox
              bare
              path={path}
              field={described}
              value={(part[field] ?? null) as AnyValue}
              reason={(part.absent as Readonly<Record<string, AbsentReason>>)[field] ?? null}
              {...mark}
              frozen={frozen || sealed.has(field)}
            />
          </div>
        )
      })}
      {!fixed && <PartButtons {...props} />}
    </div>
  )
}

export function RowHeadings({ name, fields, fixed }: Pick<PartProps, 'name' | 'fields' | 'fixed'>) {
  const { ledger } = useFormTools()
  return (
    <div className="part-row headings" aria-hidden>
      <span className="part-no" />
      {Object.entries(fields).map(([field, described]) => (
        <div key={field} className={`cell kind-${described.kind}`}>
          {described.kind === 'flag' ? '' : fieldLabel(ledger, `${name}.${field}`)}
          {described.needed && !fixed && <span className="needed-word">{t.form.needed}</span>}
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
