import { AppError } from '../../../shared/errors.ts'
import { reduceImage } from './image.ts'
import type { Reduced } from './reduction.ts'
import { type OtherFormat, type ScanFormat, sniff } from './sniff.ts'

/** Pixels of a picture that is decoded at all: A3 at 600 dpi is 70 million; each takes four bytes. */
export const mostPixels = 100_000_000

const refusals: Readonly<Record<OtherFormat, 'scan-kind' | 'scan-active' | 'scan-heic' | 'scan-tiff'>> = {
  svg: 'scan-active',
  html: 'scan-active',
  zip: 'scan-kind',
  gif: 'scan-kind',
  text: 'scan-kind',
  unknown: 'scan-kind',
  heic: 'scan-heic',
  tiff: 'scan-tiff',
}
const isOther = (format: ScanFormat | OtherFormat): format is OtherFormat => Object.hasOwn(refusals, format)

/** What is kept of a file. Throws `scan-empty`, `scan-kind` and its kin, `scan-pixels`, `scan-cut`, and those of PDFs. */
export async function reduceFile(bytes: Uint8Array): Promise<Reduced> {
  if (bytes.length === 0) throw new AppError('scan-empty')
  const { format, width, height, whole } = sniff(bytes)
  if (isOther(format)) throw new AppError(refusals[format])
  if (format === 'pdf') throw new AppError('scan-kind')
  // Before anything is decoded: a few bytes can claim a picture of gigabytes.
  if (width * height > mostPixels) throw new AppError('scan-pixels', { width, height })
  if (!whole || width === 0 || height === 0) throw new AppError('scan-cut')
  const { jpeg, thumb } = await reduceImage(bytes)
  return { kind: 'image', bytes: jpeg, pages: 1, thumb, codes: [] }
}
