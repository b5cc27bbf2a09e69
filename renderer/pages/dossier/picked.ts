/** Which items of a list are meant: one is active, and several may be chosen. Pure, so that its keys can be tested. */
export interface Picked {
  readonly active: string | null
  /** Where a range began. */
  readonly anchor: string | null
  readonly chosen: ReadonlySet<string>
}

export const nothingPicked: Picked = { active: null, anchor: null, chosen: new Set() }

/** Items from one to another, in the order of the list. */
function between(keys: readonly string[], from: string | null, to: string): ReadonlySet<string> {
  const [a, b] = [Math.max(0, keys.indexOf(from ?? to)), keys.indexOf(to)]
  return new Set(keys.slice(Math.min(a, b), Math.max(a, b) + 1))
}

/** Makes an item the active one; with `extend` everything from the anchor to it is chosen. */
export function at(picked: Picked, keys: readonly string[], key: string, extend: boolean): Picked {
  if (!extend) return { ...picked, active: key, anchor: key }
  const anchor = picked.anchor ?? picked.active ?? key
  return { active: key, anchor, chosen: between(keys, anchor, key) }
}

/** Chooses an item, or leaves it out again. */
export function toggled(picked: Picked, key: string): Picked {
  const chosen = new Set(picked.chosen)
  if (!chosen.delete(key)) chosen.add(key)
  return { active: key, anchor: key, chosen }
}

export const cleared = (picked: Picked): Picked => ({ ...picked, anchor: picked.active, chosen: new Set() })

/** What an act is about: the chosen items in the order of the list, or the active one. */
export function meant({ active, chosen }: Picked, keys: readonly string[]): readonly string[] {
  if (chosen.size > 0) return keys.filter((k) => chosen.has(k))
  return active !== null && keys.includes(active) ? [active] : []
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }

/** What a key of the list makes of the choice; null for a key that moves nothing. */
export function keyed(
  picked: Picked,
  keys: readonly string[],
  { key, shiftKey, ctrlKey }: Readonly<Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey'>>,
): Picked | null {
  const last = keys.length - 1
  if (last < 0) return null
  if (ctrlKey && key.toLowerCase() === 'a') return { ...picked, chosen: new Set(keys) }
  if (key === 'Escape') return picked.chosen.size === 0 ? null : cleared(picked)
  const now = picked.active === null ? -1 : keys.indexOf(picked.active)
  const step = steps[key]
  const to = key === 'Home' ? 0 : key === 'End' ? last : step === undefined ? null : now < 0 ? 0 : now + step
  const next = to === null ? undefined : keys[Math.min(last, Math.max(0, to))]
  return next === undefined ? null : at(picked, keys, next, shiftKey)
}
