import type { Row } from '../../../shared/contract/records.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { DifferenceError } from '../usage.ts'
import type { Station } from './stations.ts'

/** Most rows the preview of what leaves shows, and of a page. */
const previewRows = 200
const pageRows = 500

async function rowsHeld(recipient: Station, ledger: LedgerName): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (;;) {
    const page = await recipient.call('city.page', { ledger, offset: rows.length, limit: pageRows })
    rows.push(...page.rows)
    if (page.rows.length < pageRows) return rows
  }
}

const inOrder = (columns: readonly string[], row: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(columns.map((c) => row[c] ?? null))

/** Throws unless the recipient has every shown row, the same values as often, and as many rows as leave. */
function compare(
  leaving: { ledger: LedgerName; columns: readonly string[]; changed: number; rows: readonly Values[] },
  held: readonly Row[],
): void {
  if (held.length !== leaving.changed)
    throw new DifferenceError(`${leaving.ledger} ${held.length} ≠ ${leaving.changed}`)
  const left = Map.groupBy(
    held.map((row) => inOrder(leaving.columns, row)),
    (key) => key,
  )
  for (const row of leaving.rows) {
    const key = inOrder(leaving.columns, row)
    if (left.get(key)?.pop() === undefined) throw new DifferenceError(`${leaving.ledger} ${key}`)
  }
}
type Values = Readonly<Record<string, unknown>>

/**
 * Compares what a recipient holds with what a full baseline would carry now: every row up to the preview's length by
 * its values, the rest by number, and the sums cell by cell. Answers the rows held of each ledger.
 */
export async function checkHeld(
  unit: Station,
  recipient: Station,
  book: Book,
): Promise<Readonly<Partial<Record<LedgerName, number>>>> {
  const should = await unit.call('handover.leaving', { book, baseline: true, rows: previewRows })
  const found: Partial<Record<LedgerName, number>> = {}
  for (const leaving of should.ledgers) {
    const held = await rowsHeld(recipient, leaving.ledger)
    compare(leaving, held)
    found[leaving.ledger] = held.length
  }
  const cells = (list: readonly Cell[]) =>
    list
      .map((c) => `${c.ledger} ${c.period} ${c.measure} ${c.category} ${c.amount}`)
      .sort()
      .join('\n')
  if (cells(should.counts) !== cells(await recipient.call('city.counts', { book })))
    throw new DifferenceError(`${book} counts`)
  return found
}

interface Cell {
  readonly ledger: LedgerName
  readonly period: string
  readonly measure: string
  readonly category: string
  readonly amount: number
}
