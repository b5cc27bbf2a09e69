import type { HistoryEntry } from '../../shared/contract/records.ts'
import type { AnyPart, AnyValue } from '../../shared/ledgers/describe.ts'

/** A value a field once held. */
export interface EarlierValue {
  readonly seq: number
  readonly value: AnyValue
  readonly by: string
  readonly at: string
}

function valueAt(state: unknown, index: string | undefined, inner: string | undefined): AnyValue {
  if (index === undefined || inner === undefined) return (state ?? null) as AnyValue
  const part = ((state ?? []) as readonly AnyPart[])[Number(index)]
  return (part?.[inner] ?? null) as AnyValue
}

/**
 * The values a field held in the saved revisions, newest first, each once, with who wrote it last and when. A part is
 * known by its place: in a list whose parts were moved, the place's own values are told.
 */
export function earlierValues(history: readonly HistoryEntry[], path: string): readonly EarlierValue[] {
  const [name = '', index, inner] = path.split('.')
  const written = history
    .toSorted((a, b) => b.seq - a.seq)
    .flatMap(({ seq, at, by, kind, changes }): readonly EarlierValue[] => {
      if (kind === 'event' || kind === 'remove') return []
      const change = changes.find((c) => c.field === name)
      if (change === undefined) return []
      const [before, after] = [valueAt(change.before, index, inner), valueAt(change.after, index, inner)]
      return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ seq, at, by, value: after }]
    })
  const seen = new Set<string>()
  return written.filter(({ value }) => {
    const key = JSON.stringify(value)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
