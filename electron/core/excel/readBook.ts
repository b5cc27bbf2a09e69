/** Any file a clerk gives as a sheet: what it is, its content says, never its name. */
import type { SheetEncoding } from '../../../shared/contract/sheets.ts'
import { AppError } from '../../../shared/errors.ts'
import type { RawBook } from './book.ts'
import { decode, detectEncoding } from './encoding.ts'
import { readCsv } from './readCsv.ts'
import { readXlsx } from './readXlsx.ts'

const starts = (bytes: Uint8Array, ...mark: readonly number[]): boolean => mark.every((b, i) => bytes[i] === b)
const isZip = (b: Uint8Array) => starts(b, 0x50, 0x4b)
const isCompound = (b: Uint8Array) => starts(b, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
/** A worksheet of Excel 2 to 4 stands alone, without a container. */
const isBareSheet = (b: Uint8Array) => b[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(b[1] ?? -1)
const others: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x4d, 0x5a],
]

/** Names of streams in a compound file are UTF-16. */
const hasStream = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))

/** SheetJS and its tables of old character sets take a quarter of a second to load: only where they are needed. */
const readOld = async (data: Uint8Array | string): Promise<RawBook> => (await import('./readXls.ts')).readOld(data)

async function readCompound(bytes: Uint8Array): Promise<RawBook> {
  if (hasStream(bytes, 'EncryptedPackage')) throw new AppError('sheet-locked')
  if (!hasStream(bytes, 'Workbook') && !hasStream(bytes, 'Book'))
    throw new AppError(hasStream(bytes, 'Root Entry') ? 'sheet-kind' : 'sheet-cut')
  const book = await readOld(bytes)
  const macros = hasStream(bytes, '_VBA_PROJECT') && !book.remarks.some((r) => r.code === 'macrosNotRun')
  return macros ? { ...book, remarks: [...book.remarks, { code: 'macrosNotRun', params: {} }] } : book
}

/** The largest web table: its reader takes many times the memory of its text. */
const mostWebTable = 20 * 1024 * 1024

function webTable(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4000)).toString('latin1').replaceAll('\0', '').toLowerCase()
  if (!/^[^<]{0,40}<(?:!doctype|html|head|meta|table|style|\?xml|body|div)/.test(head)) return null
  if (
    !/<table|<workbook|<(?:\w+:)?worksheet/.test(
      Buffer.from(bytes).toString('latin1').toLowerCase().replaceAll('\0', ''),
    )
  )
    throw new AppError('sheet-kind')
  if (bytes.length > mostWebTable) throw new AppError('sheet-too-large', { megabytes: mostWebTable / 1024 / 1024 })
  return decode(bytes, detectEncoding(bytes))
}

/** Throws `sheet-empty`, `sheet-kind`, `sheet-locked`, `sheet-cut`, `sheet-hostile`, `sheet-rows`, `sheet-too-large`. */
export async function readBook(bytes: Uint8Array, encoding: SheetEncoding | null): Promise<RawBook> {
  if (bytes.length === 0) throw new AppError('sheet-empty')
  if (isZip(bytes)) return readXlsx(bytes)
  if (isCompound(bytes)) return readCompound(bytes)
  if (isBareSheet(bytes)) return readOld(bytes)
  if (others.some((mark) => starts(bytes, ...mark))) throw new AppError('sheet-kind')
  const table = webTable(bytes)
  return table === null ? readCsv(bytes, encoding) : readOld(table)
}
