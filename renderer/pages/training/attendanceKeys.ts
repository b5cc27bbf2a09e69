/** Keys of the list of attendances: in the finder, and in the fields of the row that is meant. */
export type Act =
  | { readonly type: 'move'; readonly by: number }
  | { readonly type: 'bring' | 'rest' | 'guest' | 'remove' | 'clear' | 'next' | 'back' | 'fields' | 'unknown' }

export interface Pressed {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  /** In the finder, or in a field of the row. */
  readonly inFinder: boolean
  /** Something stands in the finder. */
  readonly finding: boolean
  /** In the field that says who sat in. */
  readonly inSubstitute: boolean
}

const alt: Readonly<Record<string, Act>> = {
  r: { type: 'bring' },
  a: { type: 'rest' },
  Enter: { type: 'guest' },
  Delete: { type: 'remove' },
}
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }

/** What a key means there; null when it is the field's own. */
export function actOf({ key, altKey, ctrlKey, inFinder, finding, inSubstitute }: Pressed): Act | null {
  if (ctrlKey) return null
  if (altKey)
    return key === '0' && inSubstitute ? { type: 'unknown' } : (alt[key.length === 1 ? key.toLowerCase() : key] ?? null)
  const by = steps[key]
  if (by !== undefined) return { type: 'move', by }
  if (!inFinder) return key === 'Enter' ? { type: 'next' } : key === 'Escape' ? { type: 'back' } : null
  if (key === 'ArrowRight' && !finding) return { type: 'fields' }
  if (key === 'Enter' || (key === 'Escape' && finding)) return { type: 'clear' }
  return null
}
