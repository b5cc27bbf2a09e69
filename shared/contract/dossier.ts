import { z } from 'zod'
import { plainSome } from '../plainText.ts'
import type { CasePaper } from '../rules/casePapers.ts'
import { type FileState, markStates } from '../rules/dossier.ts'
import type { DossierCheck } from '../rules/dossierChecks.ts'
import type { DossierKind, FileItem } from '../rules/dossierLists.ts'
import { job, read, write } from './call.ts'
import { placeToken } from './office.ts'
import { type PaperView, printed } from './papers.ts'
import { recordId } from './records.ts'

const unit = { allow: ['clerk', 'mediator', 'head'], profile: 'unit' } as const
const caseOf = { ledger: z.literal('dispute'), id: recordId }

/** Key of an item of a dossier: `identity`, `mediationRecord.0`. */
export const fileKey = z.string().regex(/^[a-z][A-Za-z]{1,39}(\.\d{1,3})?$/)

const mark = z.strictObject({
  state: z.enum(markStates),
  /** The day somebody looked; not after today. */
  day: z.iso.date(),
  /** Who looked. */
  byName: plainSome(60),
  /** Needed where a must is not needed in this case. */
  reason: plainSome(200).nullable().default(null),
  /** Pages of the original, where it lies in the dossier on paper alone: numbers run on behind it. */
  pages: z.number().int().min(1).max(999).nullable().default(null),
})
const marking = z.strictObject({
  item: fileKey,
  /** Null takes the mark away. */
  mark: mark.nullable(),
})
export type FileMarkView = z.output<typeof mark>
/** A mark with its item: what a marking answers is its own undo. */
export type FileMarking = z.output<typeof marking>

export interface DossierItem {
  readonly key: string
  readonly item: FileItem
  /** Null for what is scanned only. */
  readonly paper: CasePaper | null
  readonly part: number
  /** How many of the item the case has: more than one are counted (第1次 …). */
  readonly of: number
  readonly need: 'must' | 'ifNeeded'
  /** False for what this case does not call for; it can be put in all the same. */
  readonly asked: boolean
  readonly state: FileState
  /** Paths of fields still empty that it waits for. */
  readonly lacks: readonly string[]
  readonly mark: FileMarkView | null
  readonly scans: number
  /** In effect, its PDF kept: never changed. */
  readonly kept: boolean
  readonly printed: {
    readonly at: string
    readonly copies: number
    /** 打印后有改动，请重印或说明. */
    readonly changed: boolean
  } | null
}

export interface DossierView {
  /** Null for a case without a dossier: calmed on the spot, or not accepted. */
  readonly kind: DossierKind | null
  /** In the order of the list. */
  readonly items: readonly DossierItem[]
  readonly checks: readonly DossierCheck[]
  /** Marks can no longer be changed: the case is filed. */
  readonly locked: boolean
  /** 补录: the whole dossier may be marked in one step, also what the register has nothing of. */
  readonly late: boolean
  /** Pages of the dossier as last printed as a whole, nothing left out. */
  readonly builtPages: number | null
}

/** How the one PDF is made. */
const building = {
  /** Printed at the top outer corner; false leaves it for pencil or stamp. */
  printNumbers: z.boolean().default(true),
  /** On both sides of the sheets: each paper begins on a front. */
  duplex: z.boolean().default(false),
  /**
   * 原件已在卷: such papers are not printed again; the 卷内目录 says 原件, and leaves the page numbers from the first of
   * them on for the pencil.
   */
  leaveOutOriginals: z.boolean().default(false),
}

export interface DossierBuilt {
  /**
   * Pages with a number: what 总页数 counts where there are no {@link originals}. Covers, contents and blank backs are not
   * among them.
   */
  readonly pages: number
  /** Pages of the PDF. */
  readonly sheets: number
  /** Items whose original lies in the dossier and of which nothing was printed: numbers end before the first. */
  readonly originals: readonly string[]
  /** Items asked for that are not there. */
  readonly missing: readonly string[]
  /** Covers bound with what is known so far: the rest is written by hand. */
  readonly unfilled: readonly string[]
  /** Titles of scans that can no longer be read; a page says so in their place. */
  readonly unreadable: readonly string[]
  /** Characters no font has. */
  readonly missingGlyphs: readonly string[]
}

export interface ReviewRowView {
  readonly key: string
  readonly text: string
  readonly points: number
  /** Points proposed to be taken off, for what the checks found. */
  readonly suggested: number
  /** What the reviewer gave; null while it is open. */
  readonly score: number | null
  readonly reason: string | null
}
export interface ReviewView {
  readonly rows: readonly ReviewRowView[]
  readonly points: number
  /** Of the rows scored; null while one is open. */
  readonly reached: number | null
  /** Who scored last, and when. */
  readonly by: string | null
  readonly at: string | null
}

export const dossierCalls = {
  /** How a case's dossier stands: items, and what a reviewer would remark on. */
  'dossier.view': read<DossierView>()(z.strictObject(caseOf), unit),
  /**
   * Marks items as 原件已在卷 or 不需要, or takes marks away. Answers what stood there before: given to the same call, it
   * undoes the marking. Throws `input-invalid` naming the item where a must is given no reason, `not-found` for an item
   * the dossier has not, `case-finished` after 归档.
   */
  'dossier.mark': write<{ before: readonly FileMarking[] }>()(
    z.strictObject({
      ...caseOf,
      marks: z
        .array(marking)
        .min(1)
        .max(600)
        .refine((all) => new Set(all.map((m) => m.item)).size === all.length, { message: 'twice' }),
    }),
    unit,
  ),
  /**
   * 全部原件已在卷: every item that is filled and not marked yet; of a 补录 case everything asked for. Answers what stood
   * there before.
   */
  'dossier.markAll': write<{ before: readonly FileMarking[] }>()(
    z.strictObject({ ...caseOf, day: z.iso.date(), byName: plainSome(60) }),
    unit,
  ),
  /** Binds the dossier as one PDF, kept at this window until the next one; `not-found` for a case without a dossier. */
  'dossier.build': job<DossierBuilt>()(z.strictObject({ ...caseOf, ...building }), unit),
  /** The PDF as it was bound last at this window. Throws `dossier-not-built`. */
  'dossier.preview': read<PaperView>()(z.strictObject(caseOf), unit),
  /** Notes that it went to the printer. Throws `dossier-not-built`. */
  'dossier.printed': write<{ copyNo: number }>()(z.strictObject({ ...caseOf, ...printed }), unit),
  /** Takes the note of a print back. Throws `print-not-last`. */
  'dossier.printUndone': write<null>()(z.strictObject({ ...caseOf, copyNo: z.number().int().min(1) }), unit),
  /** Writes the PDF into the place (default: the marked folder of plain files). Throws `dossier-not-built`. */
  'dossier.savePdf': write<{ fileName: string }>()(z.strictObject({ ...caseOf, place: placeToken.nullable() }), unit),
  /** 卷宗评查: the office's score sheet with what the checks propose and what the reviewer gave. */
  'dossier.review': read<ReviewView>()(z.strictObject(caseOf), unit),
  /**
   * Scores rows; null opens one again. Also after 归档: a bound dossier is what is reviewed. Throws `input-invalid` for a
   * score above the row's points, or for points taken off without a reason; `not-found` for a row the sheet has not.
   */
  'dossier.saveReview': write<ReviewView>()(
    z.strictObject({
      ...caseOf,
      scores: z
        .array(
          z.strictObject({
            key: z.string().max(40),
            score: z.number().min(0).max(100).multipleOf(0.5).nullable(),
            reason: plainSome(200).nullable(),
          }),
        )
        .min(1)
        .max(40),
    }),
    { allow: ['head'], profile: 'unit' },
  ),
} as const
