import { initials } from './initials.ts'

/** One entry of a list to choose from. */
export interface Choice {
  readonly value: string
  readonly label: string
  /** What may be typed to find it. */
  readonly keys: string
}

/** Found by its words, their pinyin initials, or a code that people know by its number. */
export const choiceOf = (value: string, label: string): Choice => ({
  value,
  label,
  keys: `${label} ${initials(label)} ${/^\d+$/.test(value) ? value : ''}`,
})

/** Words or initials that begin with what was typed come first: one letter and Enter are then often enough. */
export function byTyped(a: Choice, b: Choice, typed: string): number {
  const begins = ({ keys }: Choice) =>
    keys
      .toLowerCase()
      .split(' ')
      .some((k) => k.startsWith(typed.trim().toLowerCase()))
  return Number(begins(b)) - Number(begins(a))
}

export const isFound = (typed: string, choice?: Choice): boolean =>
  choice?.keys.toLowerCase().includes(typed.trim().toLowerCase()) ?? false
