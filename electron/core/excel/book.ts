/** What a reader makes of a file: its sheets, cell by cell, and what is to be known about it. */
import type { ImportRemark, ImportSheet, SheetEncoding } from '../../../shared/contract/sheets.ts'
import type { ErrorCode, ErrorDetails } from '../../../shared/errors.ts'
import type { SheetRow } from '../../../shared/rules/sheetCell.ts'

/** Cells merged into one; rows and columns from 0, both ends included. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}
export interface RawSheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: SheetRow[]
  readonly merges: readonly Merge[]
}
export interface RawBook {
  readonly format: 'xlsx' | 'xls' | 'csv'
  readonly encoding: SheetEncoding | null
  readonly epoch1904: boolean
  readonly sheets: readonly RawSheet[]
  readonly remarks: readonly ImportRemark[]
}

/** A sheet as its thread announces it, before its rows come. */
export interface SheetFacts extends ImportSheet {
  readonly columnsBeyond: number
  readonly merges: number
}
export interface BookFacts extends Omit<RawBook, 'sheets'> {
  readonly sheets: readonly SheetFacts[]
}
export interface ReadOrder {
  readonly bytes: Uint8Array
  readonly encoding: SheetEncoding | null
}
/** What the reading thread says, in this order: rows of sheets, then what the book is; or why it is none. */
export type ReadMessage =
  | { readonly type: 'rows'; readonly sheet: number; readonly first: number; readonly rows: readonly string[] }
  | { readonly type: 'book'; readonly book: BookFacts }
  | { readonly type: 'refused'; readonly code: ErrorCode; readonly details: ErrorDetails; readonly cause: string }
