import { type BlankForm, blankForms } from '../../../shared/contract/blankPapers.ts'

/** How many of each paper; what is not named is not wanted. */
export type Copies = Readonly<Partial<Record<BlankForm, number>>>

export const totalOf = (copies: Copies): number => Object.values(copies).reduce((sum, n) => sum + n, 0)

/** In the order of the work, as the sheets come out of the printer. */
export const setOf = (copies: Copies): { paper: BlankForm; copies: number }[] =>
  blankForms.flatMap((paper) => {
    const n = copies[paper] ?? 0
    return n > 0 ? [{ paper, copies: n }] : []
  })

const isCopies = (n: unknown): n is number => typeof n === 'number' && Number.isInteger(n) && n > 0 && n <= 20

/** What was remembered, of papers there still are; anything else is no set. */
export function readCopies(value: unknown): Copies {
  const kept = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  return Object.fromEntries(blankForms.flatMap((paper) => (isCopies(kept[paper]) ? [[paper, kept[paper]]] : [])))
}
