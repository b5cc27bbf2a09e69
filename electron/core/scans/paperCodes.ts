import type { ScanProposal } from '../../../shared/contract/scans.ts'
import { AppError } from '../../../shared/errors.ts'
import { randomBytes, toHex } from '../crypto.ts'
import { type Reader, readRecord } from '../register/access.ts'
import type { Db } from '../register/open.ts'
import { statement } from '../register/statements.ts'
import type { Tx } from '../register/unitOfWork.ts'
import type { StoredScan } from './store.ts'

/** Eighty random bits in characters a small code has room for: nobody guesses one, and none says anything. */
const newCode = (): string => toHex(randomBytes(10)).toUpperCase()

/** Codes of papers that were looked at and not yet printed: kept in memory, so that looking writes nothing. */
export function createPendingCodes() {
  const codes = new Map<string, string>()
  return {
    of: (recordId: string, paper: string): string => {
      const key = `${recordId} ${paper}`
      const code = codes.get(key) ?? newCode()
      codes.set(key, code)
      return code
    },
  }
}
export type PendingCodes = ReturnType<typeof createPendingCodes>

const storedCode = (db: Db, recordId: string, paper: string): string | undefined =>
  statement(db, 'SELECT code FROM paper_code WHERE record_id = ? AND paper = ?').pluck().get(recordId, paper) as
    | string
    | undefined

/** The code of a paper: the one it was printed with, or the one it will be. */
export const codeOf = (db: Db, pending: PendingCodes, recordId: string, paper: string): string =>
  storedCode(db, recordId, paper) ?? pending.of(recordId, paper)

/** Keeps a paper's code once the paper leaves the program. */
export function keepCode(tx: Tx, pending: PendingCodes, recordId: string, paper: string): void {
  if (storedCode(tx.db, recordId, paper) !== undefined) return
  const code = pending.of(recordId, paper)
  statement(tx.db, 'INSERT INTO paper_code (code, record_id, paper, at) VALUES (?, ?, ?, ?)').run(
    code,
    recordId,
    paper,
    tx.at,
  )
  tx.event('paper.coded', { paper, code }, { book: 'mediation', ledger: 'dispute', recordId })
}

interface Coded {
  readonly code: string
  readonly record_id: string
  readonly paper: string
}
const byCode = (db: Db, code: string): Coded | undefined =>
  statement(db, 'SELECT code, record_id, paper FROM paper_code WHERE code = ?').get(code) as Coded | undefined

/** Of the codes a scan shows, the one that is ours. */
export const ownCode = (db: Db, codes: readonly string[]): string | null =>
  codes.find((code) => byCode(db, code) !== undefined) ?? null

/** The case of a code, as far as the reader may know of it; of others nothing is said. */
function caseFor(db: Db, id: string, reader: Reader): ScanProposal['other'] {
  try {
    const { data } = readRecord(db, 'dispute', id, reader)
    return { id, caseNo: typeof data.caseNo === 'string' ? data.caseNo : null }
  } catch (e) {
    if (e instanceof AppError && e.code === 'not-found') return null
    throw e
  }
}

/** Where a scan's code says it belongs; null when it lies there, or when the reader may not know. */
export function proposalOf(db: Db, scan: StoredScan, reader: Reader): ScanProposal | null {
  const found = scan.code === null ? undefined : byCode(db, scan.code)
  if (found === undefined) return null
  if (found.record_id === scan.record_id) return found.paper === scan.item ? null : { item: found.paper, other: null }
  const other = caseFor(db, found.record_id, reader)
  return other === null ? null : { item: found.paper, other }
}
