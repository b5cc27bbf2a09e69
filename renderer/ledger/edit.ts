/** Pure changes of a record in a form. */
import {
  type AbsentReason,
  type AnyData,
  type AnyPart,
  type AnyValue,
  emptyPart,
  isList,
  type Ledger,
  type ListField,
  type RuleContext,
} from '../../shared/ledgers/describe.ts'
import { withUnread } from '../entry/unread.ts'

export type Edit =
  /** `path` is `summary` or `parties.1.idNumber`. */
  | { readonly type: 'set'; readonly path: string; readonly value: AnyValue }
  | { readonly type: 'absent'; readonly path: string; readonly reason: AbsentReason | null }
  | { readonly type: 'add'; readonly list: string; readonly part?: AnyPart }
  | { readonly type: 'addAll'; readonly list: string; readonly parts: readonly AnyPart[] }
  | { readonly type: 'replaceAll'; readonly list: string; readonly parts: readonly AnyPart[] }
  /** In the place of all present ones: a table hands over its rows whole. */
  | { readonly type: 'rows'; readonly list: string; readonly parts: readonly AnyPart[] }
  | { readonly type: 'copy' | 'remove'; readonly list: string; readonly index: number }
  | { readonly type: 'move'; readonly list: string; readonly index: number; readonly by: -1 | 1 }

type Reasons = Readonly<Record<string, AbsentReason>>

export const partsOf = (data: AnyData, list: string): readonly AnyPart[] => (data[list] ?? []) as readonly AnyPart[]

function without(reasons: Reasons, name: string): Reasons {
  const { [name]: _gone, ...rest } = reasons
  return rest
}

/** A value that is given is no longer absent, and the other way round. */
function withValue<T extends AnyData | AnyPart>(owner: T, name: string, value: AnyValue): T {
  return { ...owner, [name]: value, absent: value === null ? owner.absent : without(owner.absent as Reasons, name) }
}
function withReason<T extends AnyData | AnyPart>(owner: T, name: string, reason: AbsentReason | null): T {
  const reasons = without(owner.absent as Reasons, name)
  if (reason === null) return { ...owner, absent: reasons }
  const blank = Array.isArray(owner[name]) ? [] : null
  return { ...owner, [name]: blank, absent: { ...reasons, [name]: reason } }
}

function changedParts(data: AnyData, list: string, change: (parts: readonly AnyPart[]) => readonly AnyPart[]): AnyData {
  const parts = change(partsOf(data, list))
  return {
    ...data,
    [list]: parts,
    absent: parts.length > 0 ? without(data.absent as Reasons, list) : (data.absent as Reasons),
  }
}

function moved(parts: readonly AnyPart[], index: number, by: -1 | 1): readonly AnyPart[] {
  const part = parts[index]
  const other = parts[index + by]
  return part && other ? parts.with(index, other).with(index + by, part) : parts
}

const nextReason = { none: 'unknown', unknown: 'refused', refused: null } as const

/** The reason after the present one, as a key pressed again steps through them. */
export function reasonAfter(data: AnyData, path: string): AbsentReason | null {
  const [name = '', index, inner] = path.split('.')
  const owner = inner === undefined ? data : partsOf(data, name)[Number(index)]
  const reasons = (owner?.absent ?? {}) as Reasons
  return nextReason[reasons[inner ?? name] ?? 'none']
}

/** What the ledger fills in by itself after a value was typed (sex out of an ID number, one type out of another). */
const filled = (ledger: Ledger, next: AnyData, before: AnyData, path: string, context: RuleContext): AnyData =>
  (ledger.fill?.(next as never, before as never, path, context) as AnyData | undefined) ?? next

function withField(data: AnyData, edit: Edit & { readonly type: 'set' | 'absent' }): AnyData {
  const [name = '', index, inner] = edit.path.split('.')
  const apply = <T extends AnyData | AnyPart>(owner: T, key: string): T =>
    edit.type === 'set' ? withValue(owner, key, edit.value) : withReason(owner, key, edit.reason)
  if (index === undefined || inner === undefined) return apply(data, name)
  const typed = (part: AnyPart): AnyPart => withUnread(apply(part, inner), inner, null)
  return changedParts(data, name, (parts) => parts.map((p, i) => (i === Number(index) ? typed(p) : p)))
}

/** The record after an edit. An edit of something that is not there changes nothing. */
export function edited(ledger: Ledger, data: AnyData, edit: Edit, context: RuleContext): AnyData {
  if (edit.type === 'absent') return withField(data, edit)
  if (edit.type === 'set') return filled(ledger, withField(data, edit), data, edit.path, context)
  const field = ledger.fields[edit.list]
  if (field === undefined || !isList(field)) return data
  const changed = changedList(data, edit, field)
  // A table hands over what was typed in it; adding, moving and taking out rows types nothing.
  return edit.type === 'rows' ? filled(ledger, changed, data, edit.list, context) : changed
}

type ListEdit = Exclude<Edit, { readonly type: 'set' | 'absent' }>

function changedList(data: AnyData, edit: ListEdit, field: ListField): AnyData {
  return changedParts(data, edit.list, (parts) => {
    if (edit.type === 'add') return [...parts, edit.part ?? emptyPart(field.part)]
    if (edit.type === 'addAll') return [...parts, ...edit.parts]
    if (edit.type === 'replaceAll') return edit.parts
    if (edit.type === 'rows') return edit.parts
    const part = parts[edit.index]
    if (part === undefined) return parts
    if (edit.type === 'move') return moved(parts, edit.index, edit.by)
    if (edit.type === 'copy') return parts.toSpliced(edit.index + 1, 0, part)
    return parts.toSpliced(edit.index, 1)
  })
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const absentOf = (data: AnyData, field: string): AbsentReason | null => (data.absent as Reasons)[field] ?? null

/** Fields in which two states of a record differ, in the description's order. */
export const changedFields = (ledger: Ledger, a: AnyData, b: AnyData): readonly string[] =>
  Object.keys(ledger.fields).filter((f) => !same(a[f], b[f]) || absentOf(a, f) !== absentOf(b, f))

/** Takes some fields, with their reasons for being blank, from another state of the record. */
export function takeFields(into: AnyData, from: AnyData, fields: readonly string[]): AnyData {
  const taken = new Set(fields)
  const values = fields.map((f) => [f, from[f] ?? null] as const)
  const kept = Object.entries(into.absent as Reasons).filter(([f]) => !taken.has(f))
  const theirs = Object.entries(from.absent as Reasons).filter(([f]) => taken.has(f))
  return { ...into, ...Object.fromEntries(values), absent: Object.fromEntries([...kept, ...theirs]) } as AnyData
}

/** A stored draft may be of an older description: unknown fields go, new ones are blank. */
export function asDataOf(blank: AnyData, stored: AnyData): AnyData {
  const known = Object.keys(blank).filter((f) => Object.hasOwn(stored, f))
  return { ...blank, ...Object.fromEntries(known.map((f) => [f, stored[f]])) } as AnyData
}
