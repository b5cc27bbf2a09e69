import { z } from 'zod'
import { isDossierItem } from '../rules/scanItems.ts'
import { read, write } from './call.ts'
import { placeToken } from './office.ts'
import { recordId } from './records.ts'

/** The largest file taken in, in bytes: a page scanned in colour has 2 MB, a PDF of forty such pages comes near it. */
export const largestScan = 60 * 1024 * 1024
/** A file travels from a window in parts of at most this many bytes: no pipe carries a whole one as one message. */
export const scanPartBytes = 4 * 1024 * 1024
/** Pages of one PDF; more are several files. */
export const mostScanPages = 200

/** The place a scan's footer code names. The item may be another one of this case, or one of another case. */
export interface ScanProposal {
  readonly item: string
  /** Null: this case. Only a case the reader may know is named. */
  readonly other: { readonly id: string; readonly caseNo: string | null } | null
}
export interface ScanRow {
  readonly id: string
  /** Item of the dossier it lies in, such as `identity`, `inquiryRecord.0`. */
  readonly item: string
  readonly title: string
  readonly kind: 'image' | 'pdf'
  readonly bytes: number
  readonly pages: number
  /** A small JPEG; null for a PDF. */
  readonly thumb: Uint8Array | null
  readonly addedAt: string
  readonly addedBy: string
  readonly proposal: ScanProposal | null
}
export interface ScansView {
  /** In the order of their items' pages. */
  readonly scans: readonly ScanRow[]
  /** Taken out, to be put back; erased for good after {@link daysUntilErased}. */
  readonly removed: readonly ScanRow[]
}
/** Days a scan that was taken out can be put back. */
export const daysUntilErased = 30

export interface ScanContent {
  readonly kind: 'image' | 'pdf'
  readonly bytes: Uint8Array
}

const anyRole = ['clerk', 'mediator', 'head'] as const
const unit = { allow: anyRole, profile: 'unit' } as const
const ofCase = { ledger: z.literal('dispute'), id: recordId }
const ofScan = { ...ofCase, scan: recordId }
const item = z.string().max(60).refine(isDossierItem)
const upload = z.uuid()

export const scanCalls = {
  'scan.list': read<ScansView>()(z.strictObject(ofCase), unit),
  /** The reduced file, for a preview. */
  'scan.read': read<ScanContent>()(z.strictObject(ofScan), unit),
  /** One part of a file a window brings, `at` bytes from its beginning; kept in memory until {@link scanCalls} `scan.add`. */
  'scan.send': write<null>()(
    z.strictObject({
      ledger: z.literal('dispute'),
      upload,
      at: z.number().int().min(0).max(largestScan),
      bytes: z.instanceof(Uint8Array).refine((b) => b.length <= scanPartBytes),
    }),
    unit,
  ),
  /**
   * Reduces a file and puts it last in an item. Throws `scan-…` for what cannot be taken in, `scan-twice` for a file the
   * case has already, unless `again`.
   */
  'scan.add': write<ScanRow>()(
    z.strictObject({
      ...ofCase,
      item,
      /** As the file was called; becomes the title without its ending. */
      name: z.string().max(1000),
      from: z.union([z.strictObject({ upload }), z.strictObject({ file: placeToken })]),
      again: z.boolean().default(false),
    }),
    unit,
  ),
  /** Puts a scan at a position of an item, from 0. */
  'scan.place': write<null>()(z.strictObject({ ...ofScan, item, position: z.number().int().min(0).max(9999) }), unit),
  'scan.rename': write<null>()(z.strictObject({ ...ofScan, title: z.string().trim().min(1).max(80) }), unit),
  'scan.remove': write<null>()(z.strictObject(ofScan), unit),
  /** Puts back what was taken out. Throws `not-found` once it was erased. */
  'scan.restore': write<null>()(z.strictObject(ofScan), unit),
} as const
