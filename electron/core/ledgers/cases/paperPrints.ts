/** What was printed of a case for signing, and with which content. */
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import type { CasePaper } from '../../../../shared/rules/casePapers.ts'
import { wallDay } from '../../../../shared/rules/dates.ts'
import { withFixedAges } from '../../../../shared/rules/party.ts'
import type { Settings } from '../../../../shared/settings.ts'
import { papersOfCase } from '../../papers/casePapers.ts'
import { fingerprintOf } from '../../papers/fingerprint.ts'
import type { Db } from '../../register/open.ts'
import type { StoredRecord } from '../../register/records.ts'
import { statement } from '../../register/statements.ts'
import type { Tx } from '../../register/unitOfWork.ts'

export interface PaperPrint {
  readonly paper: string
  readonly fingerprint: string
  readonly copies: number
  readonly pages: number | null
  readonly at: string
}

/**
 * The content of a case's paper. Ages not fixed yet are counted on one day for good, so that a birthday or a later
 * printing is no change.
 */
export function contentOf(record: StoredRecord, paper: CasePaper, part: number, settings: Settings): string {
  const data = record.data as unknown as DisputeData
  const on = data.acceptanceDate ?? wallDay(record.created_at)
  const committee = data.committee ?? settings.committee
  const aged = withFixedAges(data, data, on)
  return fingerprintOf(
    papersOfCase[paper].make({ paper, data: aged, committee, mode: 'final', part, on, sample: false, settings }),
  )
}

export function notePrint(tx: Tx, recordId: string, print: Omit<PaperPrint, 'at'>): void {
  const { paper, fingerprint, copies, pages } = print
  const sql = `INSERT INTO paper_print (record_id, paper, fingerprint, copies, pages, at, by)
    VALUES (?, ?, ?, ?, ?, ?, ?)`
  statement(tx.db, sql).run(recordId, paper, fingerprint, copies, pages, tx.at, tx.by)
}

/** The last print of each paper of a case. */
export function lastPrints(db: Db, recordId: string): ReadonlyMap<string, PaperPrint> {
  const sql = `SELECT paper, fingerprint, copies, pages, at FROM paper_print WHERE k IN
    (SELECT max(k) FROM paper_print WHERE record_id = ? GROUP BY paper)`
  const rows = statement(db, sql).all(recordId) as PaperPrint[]
  return new Map(rows.map((r) => [r.paper, r]))
}
