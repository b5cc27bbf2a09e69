/** Excel in and out, of every plain ledger: what a window asks and is answered. */
import { z } from 'zod'
import type { Problem } from '../errors.ts'
import type { ScalarField } from '../ledgers/describe.ts'
import { job, read, write } from './call.ts'
import { placeToken } from './office.ts'
import { filter, ledgerName, pageInput, recordId } from './records.ts'

/** The largest workbook taken in, in bytes: 100,000 rows of 15 columns have 9 MB. */
export const largestSheetFile = 50 * 1024 * 1024
/** Rows of one sheet, header and titles included; more are several files. */
export const mostSheetRows = 200_000
/** Columns of one sheet. A stray character in column XFD is beyond them and is told, not read. */
export const mostSheetColumns = 200
/** A file travels from a window in parts of at most this many bytes. */
export const sheetPartBytes = 4 * 1024 * 1024
/** How the text of a CSV file is written; detected, and changed by reading again. */
const sheetEncodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
export type SheetEncoding = (typeof sheetEncodings)[number]

/** A sheet of the workbook, as its reader found it. */
export interface ImportSheet {
  readonly name: string
  /** Rows down to the last that holds anything. */
  readonly rows: number
  /** Hidden in Excel: offered, never chosen by itself. */
  readonly hidden: boolean
}

/** Where the meaning of a column comes from. */
export type MatchedBy = 'label' | 'synonym' | 'remembered' | 'chosen'
export interface ImportColumn {
  /** From 0. */
  readonly column: number
  /** As Excel names it: A … XFD. */
  readonly letter: string
  /** The words of the header; two-row headers joined by a blank. Empty where the header has none. */
  readonly header: string
  /** The first values under it. */
  readonly examples: readonly string[]
  /** Path of the field it fills: `heldOn`, or `attendances.name` for the list that has a row each; null when none. */
  readonly path: string | null
  readonly by: MatchedBy | null
  /** `ordinal`: 序号, never read. `record`: 记录号 of our own exports, which rows belong together. */
  readonly role: 'field' | 'ordinal' | 'record'
}
/** A field that a column or a constant may fill. */
export interface ImportTarget {
  readonly path: string
  readonly label: string
  readonly kind: ScalarField['kind'] | 'list'
  /** Of the field's code list: `codes.<list>.<code>`; null for other kinds. */
  readonly list: string | null
  readonly codes: readonly string[]
  /** A record cannot be saved without it. */
  readonly needed: boolean
  /** `record`: the same in every row of a record. `row`: of the list that has one row each. */
  readonly of: 'record' | 'row'
  /** A constant may fill it. */
  readonly constant: boolean
}
/** A value for every record of the sheet, where no column says it. */
export interface ImportConstant {
  readonly path: string
  /** As a cell would hold it: `联户长`, `2026-03-05`. */
  readonly text: string
  /** Where it was read; null for what the clerk set. */
  readonly cell: string | null
}

/**
 * Something left out or to be known about a whole file or sheet; its words are in the text files under
 * `sheets.remarks.<code>`, with `params` and `cells` to fill in.
 */
export interface ImportRemark {
  readonly code: ImportRemarkCode
  readonly params: Readonly<Record<string, string | number>>
}
const importRemarkCodes = [
  'macrosNotRun',
  'hiddenSheets',
  'epoch1904',
  'titleRows',
  'repeatedHeaders',
  'emptyRows',
  'totalRows',
  'signatureRows',
  'exampleRows',
  'ordinalColumn',
  'columnsLeft',
  'columnsBeyond',
  'mergedSpread',
  'constantFromTitle',
  'webTable',
  'secondReader',
] as const
export type ImportRemarkCode = (typeof importRemarkCodes)[number]

const importStates = ['staged', 'saving', 'saved', 'undoing', 'undone'] as const
/**
 * `staged`: read, nothing saved. `saving`: begun; what is in stays in, and `import.commit` goes on where it stopped
 * (cancelled, or the power failed). `saved`: everything that could be. `undoing`: begun to take back; `import.undo` goes
 * on. `undone`: taken back, apart from records changed since.
 */
export type ImportState = (typeof importStates)[number]

export interface ImportCounts {
  /** Records the sheet holds; each is exactly one of the following five. */
  readonly records: number
  /** Would be saved now. */
  readonly good: number
  /** Have at least one error; are never saved. */
  readonly bad: number
  /** Equal a record of the register, or another row of this sheet: left out unless asked for. */
  readonly equal: number
  /** In the register. */
  readonly saved: number
  /** Taken back, or left out by choice. */
  readonly left: number
  /** Of the good ones, those with a warning. */
  readonly warned: number
}

export interface ImportView {
  readonly batch: string
  readonly state: ImportState
  readonly fileName: string
  readonly format: 'xlsx' | 'xls' | 'csv'
  /** Of a CSV file; null for workbooks. */
  readonly encoding: SheetEncoding | null
  readonly at: string
  readonly by: string
  readonly sheets: readonly ImportSheet[]
  /** Index of the sheet that is read. */
  readonly sheet: number
  /** First and last row of the header, as Excel numbers them; null when none was found: the clerk names it. */
  readonly header: { readonly first: number; readonly last: number } | null
  readonly columns: readonly ImportColumn[]
  readonly targets: readonly ImportTarget[]
  readonly constants: readonly ImportConstant[]
  /** Needed fields that neither a column nor a constant fills. */
  readonly lacking: readonly string[]
  readonly remarks: readonly ImportRemark[]
  readonly counts: ImportCounts
  /** Imports of the same file before this one that are still in. */
  readonly earlier: readonly { readonly at: string; readonly by: string; readonly saved: number }[]
}

/** One thing wrong with one record, at its cell. Words: `problems.<code>`, with `label` of the field. */
export interface ImportProblem extends Problem {
  /** `C17`; null where no one cell is to blame (a needed field without a column). */
  readonly cell: string | null
  readonly label: string
  /** What stands in the cell. */
  readonly found: string
}
const importRowStates = ['good', 'bad', 'equal', 'saved', 'left'] as const
export type ImportRowState = (typeof importRowStates)[number]
export interface ImportRow {
  readonly position: number
  /** Rows of the sheet it was read from. */
  readonly rows: { readonly first: number; readonly last: number }
  readonly state: ImportRowState
  readonly title: string
  /** The matched cells of its first row as they stand in the sheet, by path. */
  readonly cells: Readonly<Record<string, string>>
  readonly problems: readonly ImportProblem[]
  /** The record it became. */
  readonly recordId: string | null
  /** What it equals: a record, with the import that brought it when one did, or an earlier row of this sheet. */
  readonly equals:
    | { readonly recordId: string; readonly importedAt: string | null; readonly importedBy: string | null }
    | { readonly row: number }
    | null
}
export interface ImportPage {
  readonly rows: readonly ImportRow[]
  readonly total: number
}

export interface ImportOutcome {
  readonly saved: number
  /** Good before, refused when they were to be saved: the register had changed meanwhile. */
  readonly refused: number
  readonly view: ImportView
}
export interface ImportLeft {
  readonly recordId: string
  readonly title: string
  /** `changed`: edited since. `gone`: already removed by hand. `kept`: others stand on it, or it may no longer be removed. */
  readonly why: 'changed' | 'gone' | 'kept'
}
export interface UndoOutcome {
  readonly removed: number
  readonly left: readonly ImportLeft[]
  readonly view: ImportView
}
/** An import of the list of imports, newest first. */
export interface ImportBatchRow {
  readonly batch: string
  readonly fileName: string
  readonly at: string
  readonly by: string
  readonly state: ImportState
  readonly records: number
  readonly saved: number
}

export interface ExportOutcome {
  readonly fileName: string
  readonly records: number
}

const keepers = { allow: ['clerk', 'head'], profile: 'unit' } as const
const anyRole = { allow: ['clerk', 'mediator', 'head'], profile: 'unit' } as const
const ofLedger = { ledger: ledgerName }
const ofBatch = { ...ofLedger, batch: recordId }
const upload = z.uuid()
const path = z.string().min(1).max(80)
const column = z
  .number()
  .int()
  .min(0)
  .max(mostSheetColumns - 1)
/** The same for all calls that write a plain file: null is the marked folder. */
const place = placeToken.nullable()

export const sheetCalls = {
  /** One part of a file a window brings, `at` bytes from its beginning; kept in memory until `import.read`. */
  'import.send': write<null>()(
    z.strictObject({
      ...ofLedger,
      upload,
      at: z.number().int().min(0).max(largestSheetFile),
      bytes: z.instanceof(Uint8Array).refine((b) => b.length <= sheetPartBytes),
    }),
    keepers,
  ),
  /**
   * The dry run: reads a file into the staging of the register and says what would come of it. Nothing is saved. Throws
   * `sheet-…` for what cannot be read. Another encoding of a CSV file is another reading.
   */
  'import.read': job<ImportView>()(
    z.strictObject({
      ...ofLedger,
      /** As the file is called. */
      name: z.string().min(1).max(255),
      from: z.union([z.strictObject({ upload }), z.strictObject({ file: placeToken })]),
      encoding: z.enum(sheetEncodings).nullable().default(null),
    }),
    keepers,
  ),
  'import.view': read<ImportView>()(z.strictObject(ofBatch), keepers),
  /**
   * Looks at the staged file anew, with another sheet, header or meaning of columns; what is not named stays. The meaning
   * is remembered for the next file with this header. Throws `import-begun` once anything was saved.
   */
  'import.match': job<ImportView>()(
    z.strictObject({
      ...ofBatch,
      sheet: z.number().int().min(0).max(999).optional(),
      /** Rows as Excel numbers them; null finds it again. */
      header: z
        .strictObject({ first: z.number().int().min(1), last: z.number().int().min(1) })
        .refine((h) => h.last >= h.first && h.last - h.first < 5)
        .nullable()
        .optional(),
      columns: z
        .array(z.strictObject({ column, path: path.nullable() }))
        .max(mostSheetColumns)
        .optional(),
      /** An empty text takes the constant away. */
      constants: z
        .array(z.strictObject({ path, text: z.string().max(200) }))
        .max(60)
        .optional(),
    }),
    keepers,
  ),
  'import.page': read<ImportPage>()(
    z.strictObject({
      ...ofBatch,
      /** Null: all of them; `warned`: good ones with a warning. */
      only: z
        .enum([...importRowStates, 'warned'])
        .nullable()
        .default(null),
      offset: pageInput.offset,
      limit: pageInput.limit,
    }),
    keepers,
  ),
  /** Saves the good records; of a batch that was cut off, those still missing. A backup is made first. */
  'import.commit': job<ImportOutcome>()(
    z.strictObject({
      ...ofBatch,
      /** `take` saves also what equals a record that is there. */
      equal: z.enum(['leave', 'take']).default('leave'),
    }),
    keepers,
  ),
  /** Forgets a batch of which nothing was saved. Throws `import-begun`. */
  'import.discard': write<null>()(z.strictObject(ofBatch), keepers),
  /** Takes back every record of a batch that was not changed since; those that were are named. */
  'import.undo': job<UndoOutcome>()(z.strictObject(ofBatch), keepers),
  'import.list': read<readonly ImportBatchRow[]>()(z.strictObject(ofLedger), keepers),
  /** Writes the bad rows as .xlsx with a column that says what is wrong, to be mended and imported again. */
  'import.problemsFile': job<ExportOutcome>()(z.strictObject({ ...ofBatch, place }), keepers),

  /** An empty workbook with the header, an example row and a sheet that says what may stand in each column. */
  'export.template': job<{ readonly fileName: string }>()(z.strictObject({ ...ofLedger, place }), anyRole),
  /** The list as it is filtered and sorted. ID numbers and phones come masked unless the head asks otherwise. */
  'export.run': job<ExportOutcome>()(
    z.strictObject({
      ...ofLedger,
      format: z.enum(['xlsx', 'csv']),
      filters: z.array(filter).max(20).default([]),
      sort: pageInput.sort,
      /** Throws `not-allowed` for anybody but the head. */
      unmasked: z.boolean().default(false),
      place,
    }),
    anyRole,
  ),
} as const
