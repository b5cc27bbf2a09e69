/** Sealing a handover, and what the register remembers of it. */
import { basename } from 'node:path'
import type { LeavingView, SealOutcome } from '../../../shared/contract/handover.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { equalBytes, toHex } from '../crypto.ts'
import { diskError } from '../files.ts'
import type { Clock } from '../host.ts'
import type { JobControl } from '../jobs.ts'
import { noteAccess } from '../register/access.ts'
import { currentEpoch } from '../register/life.ts'
import type { Register } from '../register/open.ts'
import { statement } from '../register/statements.ts'
import { runThread } from '../register/thread.ts'
import { transact } from '../register/unitOfWork.ts'
import { hashFile } from './ageFile.ts'
import { handoverFileName } from './format.ts'
import { nextNo } from './recipients.ts'
import { checkTarget, dropDraft, publishDraft } from './sealedFile.ts'
import type { ReadingOrder, Sealed, SealOrder } from './sealReading.ts'
import type { Order } from './sealWorker.ts'

/** Who seals, where and when. */
export interface Desk {
  readonly register: Register
  readonly clock: Clock
  readonly userId: string
}
interface Message {
  readonly step?: string
  readonly progress?: number
  readonly result?: unknown
}

async function readInThread<T>(
  register: Register,
  order:
    | Omit<Extract<Order, { task: 'leaving' }>, 'registerDir' | 'key'>
    | Omit<Extract<Order, { task: 'seal' }>, 'registerDir' | 'key'>,
  job?: JobControl,
): Promise<T> {
  const last = await runThread<Message>(import.meta.url, 'sealWorker', {
    order: { registerDir: register.dataDir, key: register.key, ...order },
    ...(job ? { signal: job.cancelled } : {}),
    onMessage: ({ step, progress }) => {
      if (step === undefined) return
      register.step(`seal:${step}`)
      if (!job?.cancelled.aborted) job?.step(step, progress ?? null)
    },
  })
  if (last.result === undefined) throw new AppError('internal', { what: 'sealWorker' })
  return last.result as T
}

/** Exactly what would leave now (H15). */
export const leavingView = (
  register: Register,
  order: ReadingOrder & { readonly rows: number },
): Promise<LeavingView> => readInThread(register, { task: 'leaving', ...order })

const batch = 2000
/** Before the file gets its name: a record that was perhaps sent must get its tombstone; one too many harms nobody. */
async function rememberHanded({ register, clock, userId }: Desk, book: Book, handed: Sealed['handed']): Promise<void> {
  // One statement for a batch takes a fifth of one for each id.
  const insert = 'INSERT OR IGNORE INTO handed (book, ledger, record_id) SELECT ?, ?, value FROM json_each(?)'
  const remember = (ledger: LedgerName, ids: readonly string[]) =>
    transact(register, clock, userId, (tx) => void statement(tx.db, insert).run(book, ledger, JSON.stringify(ids)))
  for (const [ledger, ids] of handed) {
    for (let at = 0; at < ids.length; at += batch) {
      remember(ledger, ids.slice(at, at + batch))
      // Pages are served between two batches.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

function takeNumber({ register, clock, userId }: Desk, book: Book, s: Sealed): void {
  transact(register, clock, userId, (tx) => {
    tx.db
      .prepare(
        `INSERT INTO handover (book, epoch, no, recipient_key, at, file_name, base, up_to, records, bytes, manifest_hash, file_hash, state)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'begun')`,
      )
      .run(
        book,
        s.epoch,
        s.no,
        s.recipient,
        tx.at,
        s.fileName,
        s.base,
        s.upTo,
        s.records,
        s.bytes,
        s.manifestHash,
        s.fileHash,
      )
  })
}

function finish({ register, clock, userId }: Desk, book: Book, s: Sealed): void {
  const { epoch, no, base, upTo, records, bytes } = s
  transact(register, clock, userId, (tx) => {
    tx.db.prepare("UPDATE handover SET state = 'sent' WHERE book = ? AND epoch = ? AND no = ?").run(book, epoch, no)
    tx.event(
      'handover.sealed',
      {
        no,
        base,
        upTo,
        records,
        bytes,
        recipient: s.recipient,
        manifest: toHex(s.manifestHash),
        file: toHex(s.fileHash),
      },
      { book },
    )
    noteAccess(tx.db, { at: tx.at, by: tx.by, what: 'handover', facts: { book, no, records } })
  })
}

/**
 * Numbers that were taken and whose file never got as far as being called finished: the power went, or the stick. The
 * number stays taken; the next handover carries everything.
 */
function settleUnfinished({ register, clock, userId }: Desk, book: Book): void {
  const left = register.db
    .prepare("SELECT no FROM handover WHERE book = ? AND state = 'begun'")
    .pluck()
    .all(book) as number[]
  if (left.length === 0) return
  transact(register, clock, userId, (tx) => {
    tx.db.prepare("UPDATE handover SET state = 'unfinished' WHERE book = ? AND state = 'begun'").run(book)
    tx.event('handover.unfinished', { nos: left }, { book })
  })
}

/** What a killed seal left beside the name of a number that will not come again. */
function dropLeftovers(register: Register, book: Book, folder: string): void {
  const names = register.db
    .prepare("SELECT file_name FROM handover WHERE book = ? AND state = 'unfinished'")
    .pluck()
    .all(book)
  for (const name of names as string[]) dropDraft({ folder, name })
}

const sealing = new WeakMap<Register, Map<Book, Promise<unknown>>>()
/** One seal of a book at a time: two would take the same number. */
function afterOthers<T>(register: Register, book: Book, work: () => Promise<T>): Promise<T> {
  const queues = sealing.get(register) ?? new Map<Book, Promise<unknown>>()
  sealing.set(register, queues)
  const mine = (queues.get(book) ?? Promise.resolve()).then(work, work)
  queues.set(
    book,
    mine.catch(() => undefined),
  )
  return mine
}

export interface SealInput extends ReadingOrder {
  readonly folder: string
  readonly unitCode: string
}

/** Seals a handover into a folder: after this its file is there under its name, whole, and the register knows it. */
export function seal(desk: Desk, input: SealInput, job: JobControl): Promise<Omit<SealOutcome, 'placeLabel'>> {
  return afterOthers(desk.register, input.book, () => sealNow(desk, input, job))
}

async function sealNow(
  desk: Desk,
  { book, baseline, folder, unitCode }: SealInput,
  job: JobControl,
): Promise<Omit<SealOutcome, 'placeLabel'>> {
  const { register, clock } = desk
  settleUnfinished(desk, book)
  const target = {
    folder,
    name: handoverFileName(unitCode, book, nextNo(register.db, book, currentEpoch(register.db).id)),
  }
  checkTarget(target)
  dropLeftovers(register, book, folder)
  job.step('reading', null)
  try {
    const order: SealOrder = { book, baseline, folder, at: clock.now(), today: clock.today() }
    const sealed = await readInThread<Sealed>(register, { task: 'seal', ...order }, job)
    register.step('seal:written')
    job.step('finishing', null)
    await rememberHanded(desk, book, sealed.handed)
    register.step('seal:handed')
    takeNumber(desk, book, sealed)
    register.step('seal:numbered')
    await publishDraft(target)
    register.step('seal:published')
    finish(desk, book, sealed)
    register.step('seal:finished')
    return { no: sealed.no, fileName: sealed.fileName, bytes: sealed.bytes, records: sealed.records }
  } catch (e) {
    dropDraft(target)
    throw e
  }
}

/** 核对: whether a file on a stick is, byte for byte, one this office sealed. Throws `file-not-ours`, `target-gone`. */
export async function verifySealed(
  register: Register,
  book: Book,
  file: string,
): Promise<{ readonly intact: boolean; readonly no: number }> {
  const { hash } = await hashFile(file).catch((e) => {
    throw diskError(e, 'target')
  })
  const known = register.db
    .prepare('SELECT no, file_name, file_hash FROM handover WHERE book = ? ORDER BY k DESC')
    .all(book) as {
    no: number
    file_name: string
    file_hash: Uint8Array
  }[]
  const same = known.find((h) => equalBytes(h.file_hash, hash))
  if (same) return { intact: true, no: same.no }
  const named = known.find((h) => h.file_name === basename(file))
  if (!named) throw new AppError('file-not-ours')
  return { intact: false, no: named.no }
}
