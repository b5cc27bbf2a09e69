/** The long readings of a handover, on a read-only connection inside one read transaction: the preview, and the file. */
import type { LeavingLedger, LeavingView } from '../../../shared/contract/handover.ts'
import type { Profile } from '../../../shared/contract/session.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { handedOver, type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { sign, toHex } from '../crypto.ts'
import { freeBytes } from '../files.ts'
import { readFact } from '../register/facts.ts'
import { chainAt, chainEnd } from '../register/journal.ts'
import { currentEpoch, currentStation, type Epoch, type Station } from '../register/life.ts'
import type { Db } from '../register/open.ts'
import { cityColumns } from '../register/schema.ts'
import { type WrittenHandover, writeHandover } from './container.ts'
import { type Entry, formatVersion, handoverFileName, type Manifest, suite } from './format.ts'
import { changedSince, handedIds, type Leaving, leavingOf, recordCount, type Scope, wasHanded } from './leaving.ts'
import { findRecipient, markIn, nextNo, type Recipient, recipientOf, recipientView } from './recipients.ts'
import { checkTarget } from './sealedFile.ts'

export interface ReadingOrder {
  readonly book: Book
  readonly baseline: boolean
}
/** How far a long reading is, 0–1. */
export type Report = (step: string, progress: number) => void

interface Frame {
  readonly epoch: Epoch
  readonly station: Station
  readonly scope: Scope
  readonly no: number
  readonly upTo: number
}
function frameOf(db: Db, order: ReadingOrder, recipient: Recipient | null): Frame {
  const epoch = currentEpoch(db)
  const station = currentStation(db)
  const base = order.baseline ? 0 : markIn(recipient, epoch.id)
  const scope = { book: order.book, base, idOf: handedIds(station.handed_secret) }
  return { epoch, station, scope, no: nextNo(db, order.book, epoch.id), upTo: chainEnd(db).seq }
}

/** Everything read inside sees one state of the register. */
async function inOneReading<T>(db: Db, work: () => T | Promise<T>): Promise<T> {
  db.exec('BEGIN')
  try {
    return await work()
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK')
  }
}

const columnsOf = (name: LedgerName): readonly string[] => cityColumns(ledgerOf(name)).map(([n]) => n)

/** Exactly what {@link writeSeal} would write now, with the first rows of each ledger. */
export function readLeaving(db: Db, order: ReadingOrder & { readonly rows: number }): Promise<LeavingView> {
  return inOneReading(db, () => {
    const recipient = findRecipient(db, order.book)
    const { scope, no, upTo } = frameOf(db, order, recipient)
    const views = new Map<LedgerName, LeavingLedger>(
      handedOver(order.book).map((n) => [
        n,
        { ledger: n, columns: columnsOf(n), changed: 0, removed: 0, countedOnly: 0, rows: [] },
      ]),
    )
    const counts: LeavingView['counts'][number][] = []
    for (const item of leavingOf(db, scope)) {
      if (item.entry?.kind === 'count') counts.push({ ...item.entry, ledger: item.ledger })
      const view = views.get(item.ledger)
      if (view) views.set(item.ledger, counted(view, item, order.rows))
    }
    return {
      book: order.book,
      recipient: recipient && recipientView(recipient),
      no,
      base: scope.base,
      upTo,
      ledgers: [...views.values()],
      counts,
    }
  })
}

function counted(view: LeavingLedger, { what, entry }: Leaving, rows: number): LeavingLedger {
  switch (what) {
    case 'state': {
      const shown = view.rows.length < rows && entry?.kind === 'state'
      return { ...view, changed: view.changed + 1, rows: shown ? [...view.rows, entry.data] : view.rows }
    }
    case 'tombstone':
      return { ...view, removed: view.removed + 1 }
    case 'countedOnly':
      return { ...view, countedOnly: view.countedOnly + 1 }
    default:
      return view
  }
}

export interface SealOrder extends ReadingOrder {
  readonly folder: string
  readonly at: string
  readonly today: string
}
/** What the register must remember of a written file. */
export interface Sealed {
  readonly fileName: string
  readonly recipient: string
  readonly epoch: string
  readonly no: number
  readonly base: number
  readonly upTo: number
  readonly records: number
  readonly bytes: number
  readonly manifestHash: Uint8Array
  readonly fileHash: Uint8Array
  /** Records sent for the first time, by ledger. */
  readonly handed: readonly (readonly [LedgerName, readonly string[]])[]
}

/** A row of ours takes far less compressed; what is missing after all is found while writing. */
const bytesPerRecord = 150
function checkSpace(folder: string, records: number): void {
  const free = freeBytes(folder)
  if (free !== null && free < 256 * 1024 + records * bytesPerRecord) throw new AppError('target-full')
}

type Tally = Record<string, { states: number; tombstones: number; counts: number }>

/** The entries of a handover as they are read, with what has to be remembered of them. */
function collect(db: Db, scope: Scope, report: Report) {
  const tally: Tally = Object.fromEntries(
    handedOver(scope.book).map((n) => [n, { states: 0, tombstones: 0, counts: 0 }]),
  )
  const handed = new Map<LedgerName, string[]>(handedOver(scope.book).map((n) => [n, []]))
  const total = recordCount(db, scope.book)
  let read = 0
  function note({ ledger, what, recordId }: Leaving): void {
    const of = tally[ledger]
    if (of && what === 'state') of.states++
    if (of && what === 'tombstone') of.tombstones++
    if (of && what === 'count') of.counts++
    if (what === 'state' && recordId !== null && !wasHanded(db, scope.book, ledger, recordId))
      handed.get(ledger)?.push(recordId)
    if (what !== 'count' && ++read % 500 === 0) report('sealing', Math.min(1, read / total))
  }
  function* entries(): Generator<Entry> {
    for (const item of leavingOf(db, scope)) {
      note(item)
      if (item.entry !== null) yield item.entry
    }
  }
  return { tally, handed, entries }
}

const hexAt = (db: Db, seq: number): string => {
  const chain = chainAt(db, seq)
  if (chain === null) throw new AppError('internal')
  return toHex(chain)
}

interface Heading {
  readonly frame: Frame
  readonly recipient: Recipient
  readonly profile: Profile
  readonly order: SealOrder
}
function manifestOf(
  db: Db,
  { frame, recipient, profile, order }: Heading,
  tally: Tally,
  parts: Manifest['parts'],
): Manifest {
  const { epoch, station, scope, no, upTo } = frame
  return {
    format: 'jiefenbu-handover',
    version: formatVersion,
    suite,
    book: scope.book,
    sample: profile.sample,
    unit: { code: profile.unitCode, name: profile.unitName },
    station: station.id,
    epoch: {
      id: epoch.id,
      reason: epoch.reason,
      parent: epoch.parent,
      parentSeq: epoch.parent_seq,
      parentChain: epoch.parent_chain && toHex(epoch.parent_chain),
    },
    no,
    base: { seq: scope.base, chain: hexAt(db, scope.base) },
    upTo: { seq: upTo, chain: hexAt(db, upTo) },
    level: 'T1',
    shapes: Object.fromEntries(handedOver(scope.book).map((n) => [n, ledgerOf(n).shape])),
    ledgers: tally,
    recipient: { station: recipient.station, age: [recipient.age_recipient] },
    parts,
    date: order.today,
    at: order.at,
  }
}

function sealedOf(
  { frame, recipient }: Heading,
  fileName: string,
  tally: Tally,
  handed: Sealed['handed'],
  written: WrittenHandover,
): Sealed {
  const records = Object.values(tally).reduce((sum, t) => sum + t.states + t.tombstones, 0)
  return {
    fileName,
    recipient: recipient.age_recipient,
    epoch: frame.epoch.id,
    no: frame.no,
    base: frame.scope.base,
    upTo: frame.upTo,
    records,
    bytes: written.bytes,
    manifestHash: written.manifestHash,
    fileHash: written.hash,
    handed,
  }
}

/**
 * Writes the file beside its name in the target folder. Throws `no-recipient`, `sample-mismatch`,
 * `nothing-to-hand-over`, and what a target can do wrong; then nothing of it is left.
 */
export function writeSeal(db: Db, order: SealOrder, report: Report): Promise<Sealed> {
  return inOneReading(db, async () => {
    const recipient = recipientOf(db, order.book)
    const profile = readFact<Profile>(db, 'profile')
    if (profile === null) throw new AppError('internal')
    if (profile.sample !== (recipient.sample === 1)) throw new AppError('sample-mismatch')
    const frame = frameOf(db, order, recipient)
    if (!order.baseline && !changedSince(db, order.book, frame.scope.base)) throw new AppError('nothing-to-hand-over')
    const target = { folder: order.folder, name: handoverFileName(profile.unitCode, order.book, frame.no) }
    checkTarget(target)
    checkSpace(order.folder, recordCount(db, order.book, frame.scope.base))
    const heading: Heading = { frame, recipient, profile, order }
    const { tally, handed, entries } = collect(db, frame.scope, report)
    const { sign_public: publicKey, sign_private: privateKey } = frame.station
    const written = await writeHandover({
      target,
      recipients: [recipient.age_recipient],
      entries: entries(),
      manifest: (parts) => manifestOf(db, heading, tally, parts),
      sign: (message) => sign({ publicKey, privateKey }, message),
      onPart: () => report('writing', 1),
    })
    return sealedOf(heading, target.name, tally, [...handed], written)
  })
}
