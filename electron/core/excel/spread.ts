import { isBlankCell, type SheetCell, type SheetRow } from '../../../shared/rules/sheetCell.ts'
import type { Merge } from './book.ts'

/**
 * Lets merged cells say in each of their cells what Excel keeps in the first; answers how many ranges did. Only inside the
 * rows and columns there are: a range may claim the whole sheet.
 */
export function spread(rows: SheetRow[], merges: readonly Merge[]): number {
  let done = 0
  const width = rows.reduce((w, r) => Math.max(w, r.length), 0)
  for (const { top, left, bottom, right } of merges) {
    const value = rows[top]?.[left] ?? null
    if (isBlankCell(value)) continue
    done += 1
    for (let r = top; r <= Math.min(bottom, rows.length - 1); r += 1) {
      const row: SheetCell[] = [...(rows[r] ?? [])]
      for (let c = left; c <= Math.min(right, width - 1); c += 1) {
        while (row.length < c) row.push(null)
        if (isBlankCell(row[c] ?? null)) row[c] = value
      }
      rows[r] = row
    }
  }
  return done
}
