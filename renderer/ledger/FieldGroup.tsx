import { useState } from 'react'
import type { AbsentReason, AnyData, AnyPart, AnyValue, Field } from '../../shared/ledgers/describe.ts'
import { fill, t } from '../text.ts'
import { FieldBox } from './FieldBox.tsx'
import { PartList } from './PartList.tsx'

/** Sentences to show at each path. */
export type Marks = ReadonlyMap<string, { readonly errors: string; readonly warnings: string }>

export interface GroupProps {
  /** Names in order: always open, then folded until asked for. */
  readonly open: readonly string[]
  readonly folded: readonly string[]
  readonly fields: Readonly<Record<string, Field>>
  readonly owner: AnyData | AnyPart
  /** Path before the names: empty, or `parties.1.`. */
  readonly prefix: string
  readonly marks: Marks
  readonly frozen: ReadonlySet<string>
  /** Every field frozen, as for a part of a frozen list. */
  readonly allFrozen?: boolean
}

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)

/** Fields of a section or part on the form's grid; folded ones show when filled, wrong, or asked for. */
export function FieldGroup(props: GroupProps) {
  const { open, folded, owner, prefix, marks } = props
  const [unfolded, setUnfolded] = useState(false)
  const pressing = folded.some((n) => isFilled(owner[n]) || marks.has(prefix + n))
  const all = unfolded || pressing
  return (
    <div className="field-grid">
      {open.map((name) => (
        <OneField key={name} name={name} {...props} />
      ))}
      {all && folded.map((name) => <OneField key={name} name={name} {...props} />)}
      {folded.length > 0 && !pressing && (
        <button type="button" className="link more-fields" aria-expanded={all} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? t.form.lessFields : fill(t.form.moreFields, { count: folded.length })}
        </button>
      )}
    </div>
  )
}

function OneField({ name, fields, owner, prefix, marks, frozen, allFrozen = false }: GroupProps & { readonly name: string }) {
  const field = fields[name]
  if (field === undefined) return null
  const path = prefix + name
  const reason = (owner.absent as Readonly<Record<string, AbsentReason>>)[name] ?? null
  const mark = marks.get(path)
  if (field.kind === 'list')
    return (
      <PartList
        name={name}
        field={field}
        parts={(owner[name] ?? []) as readonly AnyPart[]}
        reason={reason}
        errors={mark?.errors ?? ''}
        marks={marks}
        frozen={allFrozen || frozen.has(name)}
      />
    )
  return (
    <FieldBox
      path={path}
      field={field}
      value={(owner[name] ?? null) as AnyValue}
      reason={reason}
      errors={mark?.errors ?? ''}
      warnings={mark?.warnings ?? ''}
      frozen={allFrozen || frozen.has(name)}
    />
  )
}
