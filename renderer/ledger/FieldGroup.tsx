import { useRef, useState } from 'react'
import type { Offer } from '../../shared/errors.ts'
import type { AbsentReason, AnyData, AnyPart, AnyValue, Field } from '../../shared/ledgers/describe.ts'
import { PartsField } from '../entry/PartsField.tsx'
import { fill, t } from '../text.ts'
import { FieldBox } from './FieldBox.tsx'
import { useFormTools } from './FormContext.ts'
import { isUsual } from './layout.ts'
import { ownLists } from './ownLists.ts'

/** Sentences to show at one path, and what would settle them. */
export interface Mark {
  readonly errors: string
  readonly warnings: string
  readonly offers: readonly Offer[]
}
/** One object, so that a field without problems is not drawn anew. */
export const unmarked: Mark = { errors: '', warnings: '', offers: [] }
export type Marks = ReadonlyMap<string, Mark>

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

const isFilled = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)

/** Fields of a section or part on the form's grid; folded ones show when filled, wrong, or asked for. */
export function FieldGroup(props: GroupProps) {
  const { open, folded, owner, prefix, marks } = props
  const [unfolded, setUnfolded] = useState(false)
  // What has once been in sight stays: a field must not vanish while it is being emptied.
  const seen = useRef(new Set<string>())
  for (const name of folded)
    if ((isFilled(owner[name]) && !isUsual(prefix, name, owner[name])) || marks.has(prefix + name))
      seen.current.add(name)
  const shown = unfolded ? folded : folded.filter((name) => seen.current.has(name))
  const hidden = folded.length - shown.length
  return (
    <div className="field-grid">
      {open.map((name) => (
        <OneField key={name} name={name} {...props} />
      ))}
      {shown.map((name) => (
        <OneField key={name} name={name} {...props} />
      ))}
      {(hidden > 0 || unfolded) && (
        <button
          type="button"
          className="link more-fields"
          aria-expanded={unfolded}
          data-folds={folded
            .filter((name) => !shown.includes(name))
            .map((name) => prefix + name)
            .join(' ')}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? t.form.lessFields : fill(t.form.moreFields, { count: hidden })}
        </button>
      )}
    </div>
  )
}

/** Fields that are frozen in every part of a list, from paths such as `performances.amount`. */
function frozenInside(frozen: ReadonlySet<string>, list: string): ReadonlySet<string> {
  const start = `${list}.`
  const inside = [...frozen].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length))
  return new Set(inside.filter((name) => !/^\d+$/.test(name)))
}

/** Parts of a list that are frozen whole, from paths such as `supplements.0`. */
const frozenParts = (frozen: ReadonlySet<string>, list: string): ReadonlySet<number> =>
  new Set(
    [...frozen].flatMap((path) =>
      new RegExp(`^${list}\\.\\d+$`).test(path) ? [Number(path.slice(list.length + 1))] : [],
    ),
  )

function OneField({
  name,
  fields,
  owner,
  prefix,
  marks,
  frozen,
  allFrozen = false,
}: GroupProps & { readonly name: string }) {
  const { ledger } = useFormTools()
  const field = fields[name]
  if (field === undefined) return null
  const path = prefix + name
  const reason = (owner.absent as Readonly<Record<string, AbsentReason>>)[name] ?? null
  const mark = marks.get(path) ?? unmarked
  const Own = ownLists[`${ledger}.${path}`]
  if (Own !== undefined) return <Own parts={(owner[name] ?? []) as readonly AnyPart[]} mark={mark} marks={marks} />
  if (field.kind === 'list')
    return (
      <PartsField
        name={name}
        field={field}
        parts={(owner[name] ?? []) as readonly AnyPart[]}
        reason={reason}
        mark={mark}
        marks={marks}
        frozen={allFrozen || frozen.has(name)}
        sealed={frozenInside(frozen, name)}
        frozenParts={frozenParts(frozen, name)}
      />
    )
  return (
    <FieldBox
      path={path}
      field={field}
      value={(owner[name] ?? null) as AnyValue}
      reason={reason}
      {...mark}
      frozen={allFrozen || frozen.has(name)}
    />
  )
}
