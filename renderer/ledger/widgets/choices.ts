import { initials } from './initials.ts'

/** One entry of a list to choose from. */
export interface Choice {
  readonly value: string
  readonly label: string
  /** What may be typed to find it. */
  readonly keys: string
  /** Other words that lead to it. */
  readonly also?: readonly string[]
}

/** Found by its words, their pinyin initials, or a code that people know by its number. */
export const choiceOf = (value: string, label: string): Choice => ({
  value,
  label,
  keys: `${label} ${initials(label)} ${initials(label.replace(/\P{L}/gu, ''))} ${/^\d+$/.test(value) ? value : ''}`,
})

/** The same choice, found by other words too. */
export const alsoBy = (choice: Choice, also: readonly string[]): Choice => ({
  ...choice,
  also,
  keys: [choice.keys, ...also.map((w) => choiceOf(w, w).keys)].join(' '),
})

/** Of the other words those that were meant by what was typed. */
export const meant = ({ also = [] }: Choice, typed: string): readonly string[] =>
  typed.trim() === '' ? [] : also.filter((w) => isFound(typed, choiceOf(w, w)))

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
