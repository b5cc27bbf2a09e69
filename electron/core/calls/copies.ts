/** How often a paper was printed, in the notes of the access log: of one case, or of the office itself. */

import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { noteAccess } from '../register/access.ts'
import type { Db } from '../register/open.ts'
import { statement } from '../register/statements.ts'
import type { Tx } from '../register/unitOfWork.ts'

/** Which paper: `about` tells papers of the office apart, `recordId` those of cases. */
export interface Printed {
  readonly book: Book
  readonly recordId: string | null
  readonly paper: string
  readonly about: string | null
}

// A print taken back counts its copies off again.
const ofPaper = `FROM access_log WHERE record_id IS $recordId AND what IN ('print', 'print-undone')
  AND json_extract(facts, '$.paper') = $paper AND json_extract(facts, '$.about') IS $about`
const copiesSql = `SELECT coalesce(sum(json_extract(facts, '$.copies')), 0) ${ofPaper}`
const lastSql = `SELECT at, "by", what, facts ${ofPaper} ORDER BY k DESC LIMIT 1`
const keyOf = ({ recordId, paper, about }: Printed) => ({ recordId, paper, about })

/** Number of the first copy of the next print. */
export const nextCopyNo = (db: Db, of: Printed): number => Number(statement(db, copiesSql).pluck().get(keyOf(of))) + 1

const placeOf = ({ recordId }: Printed) => (recordId === null ? {} : { ledger: 'dispute' as const, recordId })

/** Facts of a print that are not the ordinary case. */
export const unusual = (
  facts: Readonly<Record<string, string | boolean>>,
): Readonly<Record<string, string | boolean>> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== '' && value !== false && value !== 'plain'))

/** An office event and a row of the access log; the facts hold no personal data. */
export function noteCopies(
  tx: Tx,
  of: Printed,
  facts: Readonly<Record<string, unknown>>,
  what: 'print' | 'print-undone',
) {
  const event = what === 'print' ? 'paper.printed' : 'paper.printUndone'
  tx.event(event, facts, { book: of.book, ...placeOf(of) })
  const noted = of.recordId === null ? { ...facts, book: of.book } : facts
  noteAccess(tx.db, { at: tx.at, by: tx.by, what, ...placeOf(of), facts: noted })
}

interface Last {
  readonly at: string
  readonly by: string
  readonly what: string
  readonly facts: string
}
interface Facts {
  readonly copyNo: number
  readonly copies: number
}

/**
 * Notes that the last print of a paper did not come out. Throws `print-not-last` when another came after it, it was
 * taken back before, or somebody else printed it: the numbers of those stand on paper. After a print is taken back its
 * number is given anew, so that the number alone would let a window left open take back a colleague's print.
 */
export function takeBackPrint(tx: Tx, of: Printed, copyNo: number): void {
  const last = statement(tx.db, lastSql).get(keyOf(of)) as Last | undefined
  const facts = last?.what === 'print' && last.by === tx.by ? (JSON.parse(last.facts) as Facts) : null
  if (last === undefined || facts?.copyNo !== copyNo) throw new AppError('print-not-last')
  noteCopies(tx, of, { ...facts, copies: -facts.copies }, 'print-undone')
  // What the dossier compares the case with is the last print that came out; a whole dossier takes its papers with it.
  const sql = `DELETE FROM paper_print WHERE record_id = ? AND at = ? AND ? IN (paper, 'dossier')`
  if (of.recordId !== null) statement(tx.db, sql).run(of.recordId, last.at, of.paper)
}
