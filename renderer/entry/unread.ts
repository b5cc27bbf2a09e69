/**
 * Text typed or pasted into a grid that no value could be read from. It stays in its part, under `unread`, so that
 * drafts and undo keep it; a part that has any cannot be saved.
 */
import type { Problem } from '../../shared/errors.ts'
import {
  type AnyData,
  type AnyPart,
  type Field,
  type Ledger,
  listFields,
  type ScalarField,
} from '../../shared/ledgers/describe.ts'

type Texts = Readonly<Record<string, string>>

/** Texts by field; empty for a part that was read whole. */
export const unreadOf = (part: AnyPart): Texts => (part.unread ?? {}) as Texts

/** The part with this text kept for a field, or with none. */
export function withUnread(part: AnyPart, field: string, text: string | null): AnyPart {
  const { unread: _texts, ...rest } = part
  const { [field]: _old, ...others } = unreadOf(part)
  const texts = text === null ? others : { ...others, [field]: text }
  return Object.keys(texts).length === 0 ? rest : { ...rest, unread: texts }
}

/** The problem of text that a field of this kind cannot read. */
function unreadCode(field: Field | undefined): string {
  switch (field?.kind) {
    case 'date':
      return 'notADate'
    case 'time':
      return 'notATime'
    case 'integer':
    case 'money':
      return 'notANumber'
    case 'decimal':
      return field.degrees === undefined ? 'notANumber' : 'notDegrees'
    case 'flag':
      return 'notAFlag'
    default:
      return 'notInList'
  }
}

/** Problems of the texts kept in one part; `prefix` is `households.3.`. */
export const unreadProblems = (
  fields: Readonly<Record<string, ScalarField | Field>>,
  part: AnyPart,
  prefix: string,
): readonly Problem[] =>
  Object.keys(unreadOf(part)).map((name) => ({
    path: prefix + name,
    code: unreadCode(fields[name]),
    severity: 'error',
  }))

const hasUnread = (part: AnyPart): boolean => part.unread !== undefined
/** The part as it would be saved. */
export function withoutUnread(part: AnyPart): AnyPart {
  const { unread: _texts, ...rest } = part
  return rest
}

/** A record as it would be saved, and the problems of what in its lists could not be read. */
export function partsRead(ledger: Ledger, data: AnyData): readonly [AnyData, readonly Problem[]] {
  const lists = listFields(ledger).filter(([name]) => ((data[name] ?? []) as readonly AnyPart[]).some(hasUnread))
  if (lists.length === 0) return [data, []]
  const clean = lists.map(([name]) => [name, (data[name] as readonly AnyPart[]).map(withoutUnread)] as const)
  const problems = lists.flatMap(([name, { part }]) =>
    (data[name] as readonly AnyPart[]).flatMap((p, i) => unreadProblems(part.fields, p, `${name}.${i}.`)),
  )
  return [{ ...data, ...Object.fromEntries(clean) }, problems]
}
