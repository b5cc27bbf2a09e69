/** The list as it is filtered, as a file: whole records, in the list's order, and only those the reader may know. */
import type { ExportOutcome } from '../../../shared/contract/sheets.ts'
import { AppError } from '../../../shared/errors.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { reaches } from '../../../shared/rules/ledgerRoles.ts'
import { zhCN } from '../../../shared/text/zh-CN.ts'
import { type Ctx, write } from '../context.ts'
import { breathe } from '../longWork.ts'
import { plainFileName, writePlainFile } from '../plainFiles.ts'
import { noteAccess, type Reader, readRecord } from '../register/access.ts'
import type { Db } from '../register/open.ts'
import { ledgerSource, type PageQuery, pageIds } from '../register/query.ts'
import type { StoredRecord } from '../register/records.ts'
import { csvLine, csvStart } from './csv.ts'
import { columnWidths, headerRow, rowsOf } from './exportRows.ts'
import { type CellOut, workbookBytes } from './writeSheet.ts'

export interface ExportOrder extends Pick<PageQuery, 'filters' | 'sort'> {
  readonly ledger: LedgerName
  readonly format: 'xlsx' | 'csv'
  readonly unmasked: boolean
  readonly place: string | null
}

const recordsAtOnce = 200
/** Rows of one workbook: its writer keeps all of them in memory. A CSV file has no such limit. */
const mostRows = 100_000

/** The record, or null when it was taken out or locked meanwhile. */
function knownRecord(db: Db, ledger: LedgerName, id: string, reader: Reader): StoredRecord | null {
  try {
    return readRecord(db, ledger, id, reader)
  } catch (e) {
    if (e instanceof AppError && e.code === 'not-found') return null
    throw e
  }
}

/** Every row of the export, piece by piece; a record taken out meanwhile is not among them. */
async function* exportedRows(ctx: Ctx, order: ExportOrder, ids: readonly string[]): AsyncGenerator<readonly CellOut[]> {
  const { db } = ctx.register
  let no = 0
  for (let at = 0; at < ids.length; at += recordsAtOnce) {
    ctx.job.step('reading', at / ids.length)
    for (const id of ids.slice(at, at + recordsAtOnce)) {
      const record = knownRecord(db, order.ledger, id, ctx.session)
      if (record === null) continue
      no += 1
      yield* rowsOf(order.ledger, record.data, no, order.unmasked)
    }
    await breathe()
  }
}

async function csvBytes(ctx: Ctx, order: ExportOrder, ids: readonly string[]): Promise<Uint8Array> {
  const pieces: Buffer[] = [Buffer.from(csvStart + csvLine(headerRow(order.ledger)))]
  let text = ''
  for await (const row of exportedRows(ctx, order, ids)) {
    text += csvLine(row)
    if (text.length < 1_000_000) continue
    pieces.push(Buffer.from(text))
    text = ''
  }
  return Buffer.concat([...pieces, Buffer.from(text)])
}

async function xlsxBytes(ctx: Ctx, order: ExportOrder, ids: readonly string[]): Promise<Uint8Array> {
  const { ledger } = order
  const rows: (readonly CellOut[])[] = [headerRow(ledger)]
  for await (const row of exportedRows(ctx, order, ids)) {
    rows.push(row)
    if (rows.length > mostRows) throw new AppError('export-too-large', { most: mostRows })
  }
  ctx.job.step('writing', null)
  const { name } = zhCN.ledgers[ledger]
  return workbookBytes([{ name, widths: columnWidths(ledger), headerRows: 1, rows }], ctx.job.cancelled)
}

/** Throws `not-allowed` for unmasked numbers and anybody but the head, `export-too-large`, and errors of the target. */
export async function exportRecords(ctx: Ctx, order: ExportOrder): Promise<ExportOutcome> {
  const { ledger, format, unmasked, place } = order
  const { book } = ledgerOf(ledger)
  if (unmasked && !reaches(ctx.session.roles, ledger, ['head'])) throw new AppError('not-allowed')
  ctx.job.step('reading', null)
  const ids = pageIds(ctx.register.db, ledgerSource(ledger, ctx.session), order)
  const bytes = format === 'csv' ? await csvBytes(ctx, order, ids) : await xlsxBytes(ctx, order, ids)
  const fileName = plainFileName(zhCN.ledgers[ledger].name, ctx.clock.now(), format)
  const facts = { records: ids.length, format, unmasked, filtered: order.filters.length > 0 }
  // Before the file is there: a power cut leaves a note too many, never a file nobody knows of.
  write(ctx, (tx) => {
    tx.event('sheet.exported', facts, { book, ledger })
    noteAccess(tx.db, { at: tx.at, by: tx.by, what: 'export', ledger, facts: { ...facts, book } })
  })
  await writePlainFile(ctx, place === null ? null : ctx.places.resolve(place), fileName, bytes)
  ctx.emit({ type: 'changed', what: 'plainFiles' })
  return { fileName, records: ids.length }
}
