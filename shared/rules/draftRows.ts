/** Rows of a table as a draft keeps them: a roster of thousands is mostly blanks, and a draft is small. */
import type { AnyPart } from '../ledgers/describe.ts'

const isSaid = (value: unknown): boolean =>
  value !== null && !(typeof value === 'object' && Object.keys(value).length === 0)

/** The row without its blanks. */
export const compactRow = (row: AnyPart): AnyPart =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => isSaid(value)))

/** Rows out of a draft, over blank ones: what the description no longer knows goes, anything that is no row too. */
export function wholeRows(blank: AnyPart, stored: unknown): readonly AnyPart[] {
  if (!Array.isArray(stored)) return []
  const known = new Set([...Object.keys(blank), 'unread'])
  return stored
    .filter((row): row is AnyPart => typeof row === 'object' && row !== null && !Array.isArray(row))
    .map((row) => ({ ...blank, ...Object.fromEntries(Object.entries(row).filter(([name]) => known.has(name))) }))
}
