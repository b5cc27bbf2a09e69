import { z } from 'zod'
import type { Problem } from '../errors.ts'
import { plain, plainSome } from '../plainText.ts'
import { type Gap, series } from '../rules/numbers.ts'
import type { Committee } from '../settings.ts'
import { read, write } from './call.ts'
import { type RecordView, recordId } from './records.ts'

const anyRole = ['clerk', 'mediator', 'head'] as const
const unit = { allow: anyRole, profile: 'unit' } as const
const maxSerial = 999_999

/** 「纸上最后一个号是多少？」, asked after a restore or a copy before the book goes on. */
export interface PaperQuestion {
  /** Highest serial this register knows of. */
  readonly known: number
  /** What the side file beside the register remembers, if that is more. */
  readonly proposed: number
}
export interface NextNumber {
  readonly number: string
  readonly serial: number
  /** What the number typed, or the day it is for, has against it; only an `error` stands in the way of giving it. */
  readonly problems: readonly Problem[]
  readonly question: PaperQuestion | null
  /** Nothing was given in this book so far: the office may have begun it on paper. */
  readonly untouched: boolean
}

export interface NumberRow {
  readonly number: string
  readonly serial: number | null
  /** A case this reader may not know of: its number counts, everything else of the row is null. */
  readonly locked: boolean
  readonly recordId: string | null
  readonly partyNames: string | null
  /** Day the number stands for. */
  readonly on: string | null
  /** Instant it was entered. */
  readonly at: string | null
  readonly voidReason: string | null
}
export interface NumberGap extends Gap {
  /** `paper`: said to be on paper when the book was asked after a restore; `skipped`: a later number was typed. */
  readonly cause: 'paper' | 'skipped'
}
/** One number book, newest number first. */
export interface NumberBookView {
  readonly committee: string
  readonly pattern: string
  /** First serial of the year that counts. */
  readonly first: number
  readonly next: { readonly number: string; readonly serial: number }
  readonly question: PaperQuestion | null
  readonly rows: readonly NumberRow[]
  /** Rows beyond those listed. */
  readonly more: number
  readonly gaps: readonly NumberGap[]
}
export interface NumberBooks {
  /** The office's own first; then those of its list, then names only typed. */
  readonly committees: readonly (Pick<Committee, 'name' | 'kind'> & { readonly numbered: boolean })[]
  /** Years that have a book, and this one, newest first. */
  readonly years: readonly number[]
}

/** What may become of a number a case has. */
export interface NumberStanding {
  readonly number: string
  /** `takeBack`: never printed and the last of its book; `void`: with a reason; `none`: in effect, or filed. */
  readonly may: 'takeBack' | 'void' | 'none'
  /** The caller decides alone; another's hand needs the signed slip (审批单). */
  readonly decides: boolean
}

const oneSeries = z.enum(series)
const caseNumber = { ledger: z.literal('dispute'), id: recordId, series: oneSeries }
const revision = z.number().int().min(1)
/** Null: the office's own committee. */
const committee = plain(60).nullable().default(null)
const mediation = z.literal('mediation')
const bookOf = { book: mediation, series: oneSeries, committee, year: z.number().int().min(1900).max(2999) }

export const numberCalls = {
  /** The next number of the day's year, or what a number typed from paper has against it. */
  'dispute.nextNumber': read<NextNumber>()(
    z.strictObject({
      book: mediation,
      series: oneSeries,
      on: z.iso.date(),
      committee,
      typed: plainSome(60).nullable().default(null),
    }),
    { allow: anyRole },
  ),
  /**
   * Takes the next number (or the one typed from paper) into the record: a save of its own, never re-used. Throws
   * `number-taken`, `number-ask-paper`, or `number-date-doubtful` unless that is confirmed.
   */
  'dispute.giveNumber': write<RecordView>()(
    z.strictObject({
      ...caseNumber,
      revision,
      on: z.iso.date(),
      typed: plainSome(60).nullable(),
      /** The day is right although it lies before the last day this register has seen. */
      confirmed: z.boolean().default(false),
    }),
    unit,
  ),
  'dispute.numberStanding': read<NumberStanding | null>()(z.strictObject(caseNumber), { allow: anyRole }),
  /**
   * 作废: the number stays visible with its reason and is never used again; the case has none. By the head, or by
   * whoever types the number and day of a signed slip. Throws `needs-slip`, or `record-frozen` in effect.
   */
  'dispute.voidNumber': write<RecordView>()(
    z.strictObject({
      ...caseNumber,
      revision,
      reason: plainSome(200),
      slipNo: plainSome(60).nullable().default(null),
      slipOn: z.iso.date().nullable().default(null),
    }),
    unit,
  ),
  /** 退回: a number never printed, the last of its book. Throws `number-printed` or `number-not-last`. */
  'dispute.takeBackNumber': write<RecordView>()(z.strictObject({ ...caseNumber, revision }), unit),
  'dispute.numberBooks': read<NumberBooks>()(z.strictObject({ book: mediation }), { allow: anyRole }),
  'dispute.numberBook': read<NumberBookView>()(z.strictObject(bookOf), { allow: anyRole }),
  /**
   * The last number on paper: the start of a book begun there, or the answer after a restore or a copy. Throws
   * `number-below-mark` for less than this program has given, unless that is confirmed.
   */
  'dispute.lastOnPaper': write<{ readonly next: string }>()(
    z.strictObject({
      ...bookOf,
      last: z.number().int().min(0).max(maxSerial),
      confirmed: z.boolean().default(false),
    }),
    unit,
  ),
} as const
