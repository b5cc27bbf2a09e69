import * as fs from 'node:fs'
import * as path from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { sign, toHex } from '../crypto.ts'
import { formatVersion, type Receipt, receiptFileName } from '../handover/format.ts'
import { phoneCode } from '../handover/phoneCode.ts'
import { writeReceipt } from '../handover/receiptFile.ts'
import type { Work } from '../longWork.ts'
import { currentStation } from '../register/life.ts'
import type { Db } from '../register/open.ts'
import { statement } from '../register/statements.ts'
import { transact } from '../register/unitOfWork.ts'
import { latestLife } from './lives.ts'
import { type Mark, markOf, missingNos, type Series } from './numbers.ts'
import { type Unit, unitOf } from './units.ts'

export interface ReceiptOrder {
  readonly book: Book
  readonly station: string
  readonly folder: string
  /** This recipient's name and whether its register is a sample. */
  readonly recipientName: string
  readonly sample: boolean
}
export interface ReceiptWritten {
  readonly fileName: string
  /** Empty while no handover is wholly held: there is nothing to confirm by telephone. */
  readonly phoneCode: string
  readonly acknowledgedNo: number
}

/** Most of what one receipt can name; more waits for the next one. */
const namedAtMost = { exceptions: 100_000, refused: 1000 } as const

/** Rows that are not in the lists as the office sent them, each with its reason. */
const exceptionsSql = `SELECT no, ledger, handed_id AS id, seq, reason FROM set_aside WHERE station = ? AND book = ?
  UNION ALL SELECT no, ledger, handed_id, seq, reason FROM city_other_life WHERE station = ? AND book = ?
  ORDER BY no, seq LIMIT ${namedAtMost.exceptions}`

/** This recipient's own lives, oldest first. */
const ownLives = (db: Db): readonly string[] =>
  statement(db, 'SELECT id FROM epoch ORDER BY position').pluck().all() as string[]

function receiptOf(db: Db, o: ReceiptOrder, series: Series, mark: Mark, at: string): Receipt {
  const lives = ownLives(db)
  const refused = statement(
    db,
    'SELECT no, reason FROM set_aside_file WHERE station = ? AND book = ? AND epoch = ? ORDER BY no LIMIT ?',
  ).all(series.station, series.book, series.epoch, namedAtMost.refused) as Receipt['refused']
  const exceptions = statement(db, exceptionsSql).all(o.station, o.book, o.station, o.book) as Receipt['exceptions']
  return {
    format: 'jiefenbu-receipt',
    version: formatVersion,
    book: o.book,
    sample: o.sample,
    recipient: {
      station: currentStation(db).id,
      epoch: lives.at(-1) ?? '',
      earlier: lives.slice(0, -1),
      name: o.recipientName,
    },
    station: o.station,
    epoch: series.epoch,
    mark: mark.mark,
    markChain: toHex(mark.chain),
    no: mark.no,
    missingNos: [...missingNos(db, series)],
    exceptions,
    refused,
    at,
  }
}

/** The code read aloud when the receipt's file is lost; it confirms the handover the mark comes from. */
function phoneCodeOf(db: Db, unit: Unit, series: Series, mark: Mark): string {
  const manifestHash = statement(
    db,
    'SELECT manifest_hash FROM received WHERE station = ? AND book = ? AND epoch = ? AND no = ?',
  )
    .pluck()
    .get(series.station, series.book, series.epoch, mark.no) as Uint8Array | undefined
  if (manifestHash === undefined) return ''
  const own = currentStation(db)
  const facts = { ...series, no: mark.no, mark: mark.mark, manifestHash }
  return phoneCode(facts, { ageIdentity: own.age_identity, ageRecipient: own.age_recipient }, unit.age_recipient)
}

/** Two PCs of one unit have one code: a receipt of the other one, or an older one, is never written over. */
function freeName(folder: string, name: string): string {
  const { name: stem, ext } = path.parse(name)
  const names = [name, ...Array.from({ length: 98 }, (_, i) => `${stem}-${i + 2}${ext}`)]
  return names.find((n) => !fs.existsSync(path.join(folder, n))) ?? name
}

/**
 * Writes what this recipient holds of a station, signed and sealed to it. Throws `not-found` when nothing was ever
 * received, and what a target can refuse with; then nothing is noted as written.
 */
export async function writeReceiptFor(work: Work, o: ReceiptOrder): Promise<ReceiptWritten> {
  const { db } = work.register
  const unit = unitOf(db, o.station)
  const epoch = latestLife(db, o.station)
  if (epoch === null) throw new AppError('not-found')
  const series: Series = { station: o.station, book: o.book, epoch }
  const mark = markOf(db, series)
  const own = currentStation(db)
  const receipt = receiptOf(db, o, series, mark, work.clock.now())
  const fileName = freeName(o.folder, receiptFileName(unit.code, o.book, mark.no))
  work.step('writing', null)
  await writeReceipt({
    target: { folder: o.folder, name: fileName },
    recipient: unit.age_recipient,
    receipt,
    sign: (message) => sign({ publicKey: own.sign_public, privateKey: own.sign_private }, message),
    step: work.register.step,
  })
  noteWritten(work, receipt)
  work.register.step('receipt:noted')
  return { fileName, phoneCode: phoneCodeOf(db, unit, series, mark), acknowledgedNo: mark.no }
}

function noteWritten(work: Work, r: Receipt): void {
  transact(work.register, work.clock, work.by, (tx) => {
    statement(tx.db, 'UPDATE unit SET receipt_pending = 0 WHERE station = ?').run(r.station)
    statement(tx.db, 'UPDATE city_other_life SET told_at = ? WHERE station = ? AND book = ? AND told_at IS NULL').run(
      tx.at,
      r.station,
      r.book,
    )
    const { station, epoch, no, mark, missingNos: missing } = r
    tx.event(
      'receipt.written',
      { station, epoch, no, mark, missing, exceptions: r.exceptions.length },
      { book: r.book },
    )
  })
}
