import { z } from 'zod'
import type { Book } from '../ledgers/describe.ts'
import type { LedgerName } from '../ledgers/index.ts'
import { job, read, write } from './call.ts'
import { placeToken } from './office.ts'
import { ledgerName, type Page, pageInput } from './records.ts'
import { book } from './session.ts'

const anyRole = ['clerk', 'mediator', 'head'] as const

/** A card as it is shown before it is accepted; the 核对码 is read aloud by telephone. */
export interface CardView {
  readonly kind: 'unit' | 'recipient'
  readonly name: string
  readonly code: string
  readonly book: Book | null
  readonly sample: boolean
  readonly checkCode: string
}

export interface LeavingLedger {
  readonly ledger: LedgerName
  /** Columns of the city layout, in order. */
  readonly columns: readonly string[]
  readonly changed: number
  readonly removed: number
  /** Records only counted (T0): secret or held back. */
  readonly countedOnly: number
  /** First rows exactly as they will leave. */
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}
/** Exactly what will leave, before sealing (H15). */
export interface LeavingView {
  readonly book: Book
  readonly recipient: CardView | null
  readonly no: number
  /** Seq acknowledged by the recipient; 0 means a full baseline. */
  readonly base: number
  readonly upTo: number
  readonly ledgers: readonly LeavingLedger[]
  readonly counts: readonly {
    readonly ledger: LedgerName
    readonly period: string
    readonly measure: string
    readonly category: string
    readonly amount: number
  }[]
}

export interface SentView {
  readonly no: number
  readonly at: string
  readonly fileName: string
  readonly base: number
  readonly upTo: number
  readonly records: number
  readonly bytes: number
  readonly state: 'sent' | 'acknowledged' | 'confirmedByPhone' | 'refused'
  readonly receiptAt: string | null
  readonly exceptions: number
}
/** What the recipient holds (「第 1–37 号已收，3 条待处理」). */
export interface BookState {
  readonly book: Book
  readonly recipient: CardView | null
  readonly acknowledgedNo: number | null
  readonly mark: number
  readonly missingNos: readonly number[]
  readonly exceptions: readonly {
    readonly no: number
    readonly ledger: LedgerName
    readonly recordId: string | null
    readonly reason: string
  }[]
  readonly sent: readonly SentView[]
}

export interface SealOutcome {
  readonly no: number
  readonly fileName: string
  readonly bytes: number
  readonly records: number
  readonly placeLabel: string
}
export interface ReceiptOutcome {
  readonly book: Book
  readonly mark: number
  readonly acknowledgedNo: number | null
  readonly missingNos: readonly number[]
  readonly exceptions: number
}

export type ImportVerdict = 'ready' | 'alreadyHeld' | 'refused' | 'setAside'
export interface ImportFileView {
  readonly token: string
  readonly fileName: string
  readonly verdict: ImportVerdict
  /** Error code when refused or set aside. */
  readonly reason: string | null
  readonly unitName: string | null
  readonly no: number | null
  readonly date: string | null
  readonly ledgers: readonly {
    readonly ledger: LedgerName
    readonly fresh: number
    readonly changed: number
    readonly same: number
    readonly removed: number
    readonly bothSides: number
    readonly setAside: number
  }[]
  /** Numbers of this unit that were never received. */
  readonly missingNos: readonly number[]
}
export interface ImportPreview {
  readonly batch: string
  readonly files: readonly ImportFileView[]
}
export interface MergeOutcome {
  readonly files: number
  readonly rows: number
  readonly setAside: number
}

export interface UnitState {
  readonly stationId: string
  readonly unitName: string
  readonly unitCode: string
  readonly enrolledAt: string
  readonly revoked: boolean
  readonly lastNo: number | null
  readonly lastDate: string | null
  readonly missingNos: readonly number[]
  readonly records: number
  readonly setAside: number
  readonly receiptPending: boolean
}
export interface SetAsideView {
  readonly id: number
  readonly unitName: string
  readonly no: number
  readonly ledger: string
  readonly reason: string
  readonly at: string
}

export const handoverCalls = {
  'card.own': read<CardView>()(z.strictObject({ book: book.nullable() }), { allow: 'signedIn' }),
  'card.write': write<{ fileName: string }>()(z.strictObject({ book: book.nullable(), place: placeToken }), {
    allow: 'signedIn',
  }),
  'card.inspect': read<CardView>()(z.strictObject({ file: placeToken }), { allow: 'signedIn' }),
  /** After the 核对码 was compared by telephone; typed in, so that it is really compared. */
  'card.accept': write<CardView>()(z.strictObject({ file: placeToken, checkCode: z.string().max(40) }), {
    allow: 'admin',
  }),

  'handover.leaving': read<LeavingView>()(
    z.strictObject({ book, baseline: z.boolean().default(false), rows: z.number().int().min(0).max(200).default(50) }),
    { allow: ['clerk', 'head'], profile: 'unit' },
  ),
  'handover.seal': job<SealOutcome>()(
    z.strictObject({ book, place: placeToken, baseline: z.boolean().default(false) }),
    { allow: ['clerk', 'head'], profile: 'unit' },
  ),
  /** 核对: re-reads a sealed file from the stick after it was pulled out and put in again. */
  'handover.verify': job<{ intact: boolean; no: number }>()(z.strictObject({ book, file: placeToken }), {
    allow: ['clerk', 'head'],
    profile: 'unit',
  }),
  'handover.state': read<BookState>()(z.strictObject({ book }), { allow: anyRole, profile: 'unit' }),
  'handover.takeReceipt': job<ReceiptOutcome>()(z.strictObject({ book, file: placeToken }), {
    allow: ['clerk', 'head'],
    profile: 'unit',
  }),
  /** A lost receipt confirmed by telephone (H8). */
  'handover.confirmByPhone': write<BookState>()(
    z.strictObject({ book, no: z.number().int().min(1), code: z.string().max(20) }),
    { allow: ['clerk', 'head'], profile: 'unit' },
  ),

  'city.inspect': job<ImportPreview>()(z.strictObject({ book, files: z.array(placeToken).min(1).max(200) }), {
    allow: ['clerk', 'head'],
    profile: 'recipient',
  }),
  'city.merge': job<MergeOutcome>()(z.strictObject({ book, batch: z.string() }), {
    allow: ['clerk', 'head'],
    profile: 'recipient',
  }),
  'city.discard': write<null>()(z.strictObject({ book, batch: z.string() }), {
    allow: ['clerk', 'head'],
    profile: 'recipient',
  }),
  'city.page': read<Page>()(z.strictObject({ ledger: ledgerName, ...pageInput }), {
    allow: anyRole,
    profile: 'recipient',
  }),
  'city.units': read<readonly UnitState[]>()(z.strictObject({ book }), { allow: anyRole, profile: 'recipient' }),
  'city.counts': read<
    readonly {
      readonly unitName: string
      readonly ledger: LedgerName
      readonly period: string
      readonly measure: string
      readonly category: string
      readonly amount: number
    }[]
  >()(z.strictObject({ book }), { allow: anyRole, profile: 'recipient' }),
  'city.setAside': read<readonly SetAsideView[]>()(z.strictObject({ book }), { allow: anyRole, profile: 'recipient' }),
  /** The recipient's own decision on a row (H11): never overwritten by an office's update. */
  'city.decide': write<null>()(
    z.strictObject({
      ledger: ledgerName,
      rowId: z.number().int(),
      mark: z.enum(['none', 'checked', 'query']),
      note: z.string().max(500),
    }),
    { allow: ['clerk', 'head'], profile: 'recipient' },
  ),
  'city.writeReceipt': job<{ fileName: string; phoneCode: string; acknowledgedNo: number }>()(
    z.strictObject({ book, stationId: z.string(), place: placeToken }),
    { allow: ['clerk', 'head'], profile: 'recipient' },
  ),
  'city.revoke': write<null>()(z.strictObject({ stationId: z.string(), reason: z.string().trim().min(1).max(200) }), {
    allow: 'admin',
    profile: 'recipient',
  }),
} as const
