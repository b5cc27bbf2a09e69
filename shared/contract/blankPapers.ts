import { z } from 'zod'
import { plain } from '../plainText.ts'
import { casePapers, dossierPapers } from '../rules/casePapers.ts'
import { read, write } from './call.ts'
import { placeToken } from './office.ts'
import { copyNo, type PaperView, printed, style } from './papers.ts'

/** Every form that can be filled by hand: of a case, and of its dossier. */
export const blankForms = [...casePapers, ...dossierPapers] as const
export type BlankForm = (typeof blankForms)[number]

/** Sheets of a set: more would be a whole afternoon of an old printer. */
export const mostBlankCopies = 60

const set = {
  book: z.literal('mediation'),
  style,
  /** 印章全称 printed on the forms: one of the office's committees; the empty string leaves a line for it. */
  committee: plain(60),
  papers: z
    .array(z.strictObject({ paper: z.enum(blankForms), copies: z.number().int().min(1).max(20) }))
    .min(1)
    .max(blankForms.length)
    .refine((all) => new Set(all.map((p) => p.paper)).size === all.length, { message: 'twice' })
    .refine((all) => all.reduce((sum, p) => sum + p.copies, 0) <= mostBlankCopies, { message: 'tooMany' })
    .readonly(),
}
const unit = { allow: ['clerk', 'mediator', 'head'], profile: 'unit' } as const

/** Blank forms of no case, for a mediator who goes out: one PDF of each paper in its copies. */
export const blankPaperCalls = {
  /** Throws `not-found` for a committee that is none of the office's. */
  'blankPapers.preview': read<PaperView>()(z.strictObject(set), unit),
  /** Notes that a set went to the printer; answers which printing of blank forms it was. */
  'blankPapers.printed': write<{ copyNo: number }>()(z.strictObject({ ...set, ...printed }), unit),
  'blankPapers.printUndone': write<null>()(z.strictObject({ ...set, copyNo }), unit),
  'blankPapers.savePdf': write<{ fileName: string }>()(z.strictObject({ ...set, place: placeToken.nullable() }), unit),
} as const
