/** A file into staging: read in a thread of its own, under limits of time and memory, never a byte of it on the disk. */

import type { SheetEncoding } from '../../../shared/contract/sheets.ts'
import { AppError } from '../../../shared/errors.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { sha256 } from '../crypto.ts'
import type { Work } from '../longWork.ts'
import { runThread } from '../register/thread.ts'
import { beginBatch, forgetBatch, keepBook, stageRows } from './batches.ts'
import type { BookFacts, ReadMessage, ReadOrder } from './book.ts'

/** The largest sheet takes twenty seconds, on an old machine a minute. */
const longestMs = 180_000
/** Of the thread's JavaScript heap, in MB: 200,000 rows of 15 columns take 900. */
const limits = { maxOldGenerationSizeMb: 1536 } as const

export interface FileToRead {
  readonly ledger: LedgerName
  readonly name: string
  readonly bytes: Uint8Array
  readonly encoding: SheetEncoding | null
}

function withTime(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(longestMs)])
}

async function readInto(work: Work, batch: number, order: ReadOrder): Promise<BookFacts> {
  const { db } = work.register
  let failed: unknown = null
  let book: BookFacts | null = null
  let refused: AppError | null = null
  const onMessage = (m: ReadMessage) => {
    try {
      if (m.type === 'rows' && failed === null) {
        stageRows(db, batch, m.sheet, m.first, m.rows)
        work.register.step('sheet:staged')
      } else if (m.type === 'book') book = m.book
      else if (m.type === 'refused') refused = new AppError(m.code, m.details, { cause: m.cause })
    } catch (e) {
      failed ??= e
    }
  }
  const signal = withTime(work.signal)
  try {
    await runThread<ReadMessage>(import.meta.url, 'readWorker', { order, onMessage, signal, limits })
  } catch (e) {
    if (work.signal.aborted) throw new AppError('cancelled')
    const outOfMemory = e instanceof Error && 'code' in e && e.code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (signal.aborted || outOfMemory) throw new AppError('sheet-hostile', {}, { cause: e })
    throw e
  }
  if (failed !== null) throw failed
  if (refused !== null) throw refused
  if (book === null) throw new AppError('sheet-cut')
  return book
}

/** Reads a file into a new batch and answers its id. Nothing is left of one that cannot be read. */
export async function readFile(work: Work, file: FileToRead): Promise<string> {
  const { db } = work.register
  const batch = beginBatch(db, {
    ledger: file.ledger,
    fileName: file.name,
    fileHash: sha256(file.bytes),
    at: work.clock.now(),
    by: work.by,
  })
  try {
    return keepBook(db, batch, await readInto(work, batch, { bytes: file.bytes, encoding: file.encoding }))
  } catch (e) {
    await forgetBatch(db, batch).catch(() => undefined)
    throw e
  }
}
