import type { MergeOutcome } from '../../../shared/contract/handover.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { toHex } from '../crypto.ts'
import type { Work } from '../longWork.ts'
import { noteAccess } from '../register/access.ts'
import { transact } from '../register/unitOfWork.ts'
import { keepCopy, keptName } from './keptFiles.ts'
import { type KeptFile, type Merged, mergeFile, setFileAside } from './mergeFile.ts'
import { retrySetAside } from './retry.ts'
import { emptyStaging, type StagedFile, stagedFiles } from './staging.ts'

export interface Merge {
  readonly book: Book
  readonly batch: string
  /** Makes one verified backup of the register before the batch. */
  readonly beforeMerge: () => Promise<void>
}

/** The sealed files get their lasting names before the rows are there: a row never names a file that is not. */
async function keepAll(work: Work, files: readonly StagedFile[]): Promise<readonly KeptFile[]> {
  const kept: KeptFile[] = []
  for (const f of files) {
    const keptAs = keptName(f.manifest, f.fileHash)
    await keepCopy(work.register, f.copy, keptAs)
    work.register.step('import:kept')
    kept.push({ ...f, keptAs })
  }
  return kept
}

const noted = (f: KeptFile) => ({
  station: f.manifest.station,
  epoch: f.manifest.epoch.id,
  no: f.manifest.no,
  manifest: toHex(f.manifestHash),
})

/** One transaction for the whole batch: all of it is seen, or nothing. */
function mergeAll(work: Work, book: Book, files: readonly KeptFile[]): MergeOutcome {
  return transact(work.register, work.clock, work.by, (tx) => {
    const ready = files.filter((f) => f.verdict === 'ready')
    const aside = files.filter((f) => f.verdict === 'setAside')
    const late = retrySetAside(tx, book)
    const merged: Merged[] = ready.map((f) => mergeFile(tx, f))
    for (const f of aside) setFileAside(tx, f, book)
    const rows = merged.reduce((sum, m) => sum + m.rows, late)
    const setAside = merged.reduce((sum, m) => sum + m.setAside, 0)
    tx.event('handover.received', { merged: ready.map(noted), aside: aside.map(noted), rows, setAside }, { book })
    noteAccess(tx.db, { at: tx.at, by: tx.by, what: 'handover', facts: { book, received: ready.length, rows } })
    tx.db.exec('DELETE FROM staged_file')
    tx.step('import:before-commit')
    return { files: ready.length, rows, setAside: setAside + aside.length }
  })
}

/** Merges an inspected batch. Throws `import-outdated` when it was discarded or another inspection came after it. */
export async function merge(work: Work, { book, batch, beforeMerge }: Merge): Promise<MergeOutcome> {
  const files = stagedFiles(work.register.db, book, batch)
  if (files.length === 0) throw new AppError('import-outdated')
  work.step('preparing', null)
  await beforeMerge()
  work.step('merging', null)
  const outcome = mergeAll(work, book, await keepAll(work, files))
  work.register.step('import:done')
  // Overwriting what was staged takes as long as merging it: done in pieces, when everything is already held. What is
  // left of it now is cleared at the next start or inspection.
  await emptyStaging(work.register).catch(() => undefined)
  return outcome
}

/** Gives a batch up. Nothing of it was merged. */
export async function discard(work: Pick<Work, 'register'>, book: Book, batch: string): Promise<void> {
  if (stagedFiles(work.register.db, book, batch).length > 0) await emptyStaging(work.register)
}
