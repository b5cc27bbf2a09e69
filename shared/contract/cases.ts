import { z } from 'zod'
import { plainSome } from '../plainText.ts'
import { read, smallJson, write } from './call.ts'
import { type RecordView, recordId } from './records.ts'

const unit = { allow: ['clerk', 'mediator', 'head'], profile: 'unit' } as const
const ledger = z.literal('dispute')
const caseOf = { ledger, id: recordId }
const caseAt = { ...caseOf, revision: z.number().int().min(1) }
const actDates = {
  signedByPartiesOn: z.iso.date().nullable(),
  signedByMediatorsOn: z.iso.date().nullable(),
  sealedOn: z.iso.date().nullable(),
  /** Accepts characters no font has: they were written by hand on the paper. */
  handwritten: z.boolean().default(false),
}
const note = plainSome(500)

export const correctionStates = ['open', 'approved', 'declined', 'withdrawn'] as const
export type CorrectionState = (typeof correctionStates)[number]

/** 录入更正: what of a signed or filed case was typed wrongly, by whom it was found and by whom confirmed. */
export interface CorrectionView {
  readonly id: string
  readonly caseId: string
  /** The case as lists name it. */
  readonly title: string
  readonly state: CorrectionState
  readonly reason: string
  readonly proposedBy: string
  readonly proposedAt: string
  /** Who asks proposed it: another has to confirm it. */
  readonly own: boolean
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  /** What whoever declined it wrote. */
  readonly answer: string | null
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[]
}

export const nearFields = ['sessions', 'facts', 'clauses'] as const
/** A text that reads like that of another case. */
export interface NearText {
  readonly id: string
  /** The other case as lists name it. */
  readonly title: string
  readonly caseNo: string | null
  readonly field: (typeof nearFields)[number]
  /** Common pieces as a share of all, 0 to 1. */
  readonly share: number
}

/** The acts of a case that are more than a save of its form. */
export const caseCalls = {
  /** Enters the three acts of 人民调解法 29; at 生效 the PDF is kept by hash and the printed values freeze. */
  'agreement.takeEffect': write<{ effectiveOn: string | null }>()(z.strictObject({ ...caseAt, ...actDates }), unit),
  /** The same acts of a 补充协议 to an agreement in effect; `part` is its place in the list, from 0. */
  'supplement.takeEffect': write<{ effectiveOn: string | null }>()(
    z.strictObject({ ...caseAt, ...actDates, part: z.number().int().min(0).max(499) }),
    unit,
  ),
  /** Takes 结案 and 归档 back, by the head or with a slip. Throws `approval-needed`, `case-not-finished`. */
  'case.reopen': write<RecordView>()(
    z.strictObject({
      ...caseAt,
      reason: note,
      slip: z
        .strictObject({ no: plainSome(60), on: z.iso.date() })
        .nullable()
        .default(null),
    }),
    unit,
  ),
  /** 重新调解: a new case with the parties and the type of this one. Throws `agreement-not-in-effect`. */
  'case.mediateAgain': write<RecordView>()(z.strictObject(caseOf), unit),
  /** Proposes new values for frozen fields that were typed wrongly; another user confirms it. */
  'correction.propose': write<{ correction: string }>()(
    z.strictObject({
      ...caseAt,
      changes: z
        .record(z.string().max(60), z.unknown())
        .refine((c) => Object.keys(c).length > 0, { message: 'blank' })
        .refine(smallJson(2_000_000), { message: 'tooLong' }),
      reason: note,
    }),
    unit,
  ),
  /** The corrections of one case, newest first; without a case those still open. */
  'correction.list': read<readonly CorrectionView[]>()(z.strictObject({ ledger, id: recordId.nullable() }), unit),
  /** Throws `second-person-needed` for who proposed it, `correction-outdated` when the values have moved on. */
  'correction.approve': write<RecordView>()(z.strictObject({ ledger, correction: recordId }), unit),
  /** By another it is declined with a word; by who proposed it, taken back. */
  'correction.decline': write<null>()(z.strictObject({ ledger, correction: recordId, answer: note }), unit),
  /** Texts of this case nearly equal to another's of the same mediators, of the cases the head may know; nearest first. */
  'case.nearTexts': read<readonly NearText[]>()(z.strictObject(caseOf), { allow: ['head'], profile: 'unit' }),
} as const
