/** Workbooks going out, behind an interface of ours; made in a thread, since a hundred thousand rows take seconds. */

import { runThread } from '../register/thread.ts'
import type { CellOut, SheetOut } from './writeWorker.ts'

export type { CellOut } from './writeWorker.ts'

/** A sheet before it travels to its thread. */
export interface SheetToWrite {
  readonly name: string
  /** Widths in characters. */
  readonly widths: readonly number[]
  /** The first rows stay in sight and are bold. */
  readonly headerRows: number
  readonly rows: readonly (readonly CellOut[])[]
}

/** Rows as text, one each: copied into the thread in one piece. */
const packed = ({ rows, ...sheet }: SheetToWrite): SheetOut => ({ ...sheet, rows: rows.map((r) => JSON.stringify(r)) })

/** The bytes of an .xlsx file. Throws `cancelled`. */
export const workbookBytes = (sheets: readonly SheetToWrite[], signal?: AbortSignal): Promise<Uint8Array> =>
  runThread<Uint8Array>(import.meta.url, 'writeWorker', { order: sheets.map(packed), ...(signal ? { signal } : {}) })
