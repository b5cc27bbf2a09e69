import { daysUntilErased } from '../../../shared/contract/scans.ts'
import type { Clock } from '../host.ts'
import { releaseAttachment, sweepAttachments } from '../register/attachments.ts'
import type { Register } from '../register/open.ts'
import { statement } from '../register/statements.ts'
import { transact } from '../register/unitOfWork.ts'
import type { StoredScan } from './store.ts'

const day = 86_400_000
const dueSql = `SELECT * FROM scan WHERE removed_at < ?
  OR NOT EXISTS (SELECT 1 FROM dispute r WHERE r.id = scan.record_id) ORDER BY id`

/**
 * Erases for good what was taken out long ago and what belonged to a case that is gone, then every file nothing refers
 * to. Called at opening, when nothing is being added.
 */
export function eraseScans(register: Register, clock: Clock): void {
  const before = new Date(Date.parse(clock.now()) - daysUntilErased * day).toISOString()
  const due = statement(register.db, dueSql).all(before) as StoredScan[]
  if (due.length > 0)
    transact(register, clock, '', (tx) => {
      for (const scan of due) {
        statement(tx.db, 'DELETE FROM scan WHERE id = ?').run(scan.id)
        releaseAttachment(tx, scan.attachment)
        const about = { book: 'mediation', ledger: 'dispute', recordId: scan.record_id } as const
        tx.event('scan.erased', { scan: scan.id, item: scan.item }, about)
      }
    })
  sweepAttachments(register)
}
