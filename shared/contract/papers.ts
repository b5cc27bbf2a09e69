import { z } from 'zod'
import { casePapers } from '../rules/casePapers.ts'
import { printStyles } from '../settingsPrinters.ts'
import { read, write } from './call.ts'
import { placeToken } from './office.ts'
import { recordId } from './records.ts'

const anyRole = ['clerk', 'mediator', 'head'] as const

/** `draft` says 草稿 and carries no number, `final` is the one to be signed, `blank` is filled in by hand. */
export const paperModes = ['draft', 'final', 'blank'] as const
export type PaperMode = (typeof paperModes)[number]

export interface PaperView {
  readonly pdf: Uint8Array
  readonly pages: number
  /** As it stands at the head of the paper. */
  readonly title: string
  /** Characters no bundled font has: named before printing, never □ in silence. */
  readonly missingGlyphs: readonly string[]
  /** A final paper already frozen at 生效: this is a 副本 of the kept PDF. */
  readonly frozen: boolean
}

/** How it is drawn; a kept PDF is printed as it was kept. */
export const style = z.enum(printStyles).default('plain')
const casePaper = {
  style,
  /** 套打: only what was entered, for a bought form. Throws `paper-kept` for a paper that is kept as it was signed. */
  valuesOnly: z.boolean().default(false),
  ledger: z.literal('dispute'),
  id: recordId,
  paper: z.enum(casePapers),
  mode: z.enum(paperModes),
  /** Which of a list the paper is about, from 0: the extension of a 延期同意书, the 补充协议. */
  part: z.number().int().min(0).max(499).default(0),
}
const officePaper = {
  book: z.enum(['mediation', 'teams']),
  /** A name of the core's table of office papers; `not-found` for any other. */
  paper: z.string().min(1).max(40),
  /** What it is about, as the paper's own entry reads it: a day, a month, a user's id, a team and its place. */
  about: z.string().max(200).nullable().default(null),
  style,
}
export const printed = {
  copies: z.number().int().min(1).max(99),
  /** Which pages, as `1-3,5`; empty for all of them. */
  pages: z
    .string()
    .max(200)
    .regex(/^(\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*)?$/)
    .default(''),
}
/** The print that is taken back, by its copy number. Throws `print-not-last` when it is not the paper's last one, or not one's own. */
export const copyNo = z.number().int().min(1)
const place = placeToken.nullable()
const unit = { allow: anyRole, profile: 'unit' } as const

export const paperCalls = {
  /** Which fonts an office may choose for its papers this machine has. */
  'paper.fonts': read<{ fangsong: boolean; xiaobiaosong: boolean }>()(z.strictObject({}), {
    allow: 'signedIn',
    profile: 'unit',
  }),
  /** A paper of a case. Throws `paper-incomplete` naming what a final paper still needs. */
  'paper.preview': read<PaperView>()(z.strictObject(casePaper), unit),
  /** Notes that a paper went to the printer: office event with a copy number. */
  'paper.printed': write<{ copyNo: number }>()(z.strictObject({ ...casePaper, ...printed }), unit),
  /** Takes the note of a print back that did not come out of the printer: office event, and the copy number does not grow. */
  'paper.printUndone': write<null>()(z.strictObject({ ...casePaper, copyNo }), unit),
  /** Writes the PDF into the place (default: the marked folder of plain files). */
  'paper.savePdf': write<{ fileName: string }>()(z.strictObject({ ...casePaper, place }), unit),
  /** The same for papers of the office that belong to no record: lists, monthly pages. */
  'officePaper.preview': read<PaperView>()(z.strictObject(officePaper), unit),
  'officePaper.printed': write<{ copyNo: number }>()(z.strictObject({ ...officePaper, ...printed }), unit),
  'officePaper.printUndone': write<null>()(z.strictObject({ ...officePaper, copyNo }), unit),
  'officePaper.savePdf': write<{ fileName: string }>()(z.strictObject({ ...officePaper, place }), unit),
} as const
