/** A cell of somebody's sheet, as it was read and before anybody knows what it means. */

/** A date or time of day Excel knows as such: `2026-03-05`, `2026-03-05T09:30`, or `T09:30` for a time alone. */
export interface DateCell {
  readonly d: string
}
/** What a formula ended in: `#N/A`, `#REF!`. */
export interface ErrorCell {
  readonly e: string
}
export type SheetCell = string | number | boolean | DateCell | ErrorCell | null
export type SheetRow = readonly SheetCell[]

export const isDateCell = (cell: SheetCell): cell is DateCell =>
  typeof cell === 'object' && cell !== null && 'd' in cell
export const isErrorCell = (cell: SheetCell): cell is ErrorCell =>
  typeof cell === 'object' && cell !== null && 'e' in cell

/** Excel keeps fifteen digits of a number; what stands behind them is not what was typed. */
export const mostDigits = 15

/** A number as it was typed: 0.1 + 0.2 is 0.3, and no exponent. Digits beyond the fifteenth are zeros. */
export function numberText(n: number): string {
  if (Number.isInteger(n) && Math.abs(n) < 10 ** mostDigits) return String(n)
  const short = Number(n.toPrecision(mostDigits))
  return Number.isInteger(short) && Math.abs(short) < 1e21 ? BigInt(short).toString() : String(short)
}

/** What the cell shows, for people and for comparing. */
export function cellText(cell: SheetCell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return numberText(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return 'd' in cell ? cell.d.replace('T', ' ').trim() : cell.e
}

/** Byte order marks, zero-width characters and controls that nobody sees or means. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to find them
const unseen = /[\ufeff\u200b\u2060\u00ad\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
/** Blanks of every kind, the full-width and the unbreakable one among them. */
const blanks = /[^\S\n]+/g

/** Most cells of a sheet have no blank and nothing unseen: asking is cheaper than replacing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to find them
const untidy = /[\s\ufeff\u200b\u2060\u00ad\u0000-\u001f\u007f]/
/** Text of one line: blanks and line breaks inside become one blank, those at the ends go. */
export const lineText = (s: string): string => (untidy.test(s) ? s.replace(unseen, '').replace(/\s+/g, ' ').trim() : s)

/** Full-width digits and letters of an input method to plain ones; Chinese punctuation stays as it is. */
export const plainDigits = (s: string): string =>
  s.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

/** Text of a paragraph: its line breaks stay. */
export const paragraphText = (s: string): string =>
  s
    .replace(unseen, '')
    .replace(/\r\n?/g, '\n')
    .replace(blanks, ' ')
    .replace(/ *\n */g, '\n')
    .trim()

/** A name: 张　三 was only spaced to look as wide as its neighbours. */
export const nameText = (s: string): string => lineText(s).replace(/^(\p{Script=Han}) (\p{Script=Han})$/u, '$1$2')

/** Characters that no form of normalisation changes and that are no blank. */
const plainCode = /^[\u3400-\u4dbf\u4e00-\u9fff\dA-Za-z.,:;()/_-]*$/
/** Numbers and codes: full-width forms to ASCII, blanks and the apostrophe that makes Excel keep text away. */
export const codeText = (s: string): string =>
  plainCode.test(s)
    ? s
    : s
        .normalize('NFKC')
        .replace(unseen, '')
        .replace(/\s+/g, '')
        .replace(/^['’‘`]/, '')

/** What people write where there is nothing. */
const nothing: ReadonlySet<string> = new Set(['', '-', '--', '—', '——', '－', '/', '／', '\\'])
export const isBlankCell = (cell: SheetCell): boolean =>
  cell === null || (typeof cell === 'string' && nothing.has(lineText(cell)))

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return `${rest < 0 ? '' : columnLetter(rest)}${String.fromCharCode(65 + (column % 26))}`
}
/** `C17`: column from 0, row as Excel numbers it. */
export const cellAddress = (column: number, row: number): string => `${columnLetter(column)}${row}`

const dayMs = 86_400_000
/** Days from 1899-12-30, Excel's day 0 from 1900-03-01 on, to 1904-01-01. */
const epochShift = 1462

/**
 * A serial date of Excel as a {@link DateCell}; null for what is no day or time. In the 1900 system day 60 is 29 February
 * 1900, which never was, and the days before it are one less.
 */
export function serialCell(serial: number, epoch1904: boolean): DateCell | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return null
  const whole = Math.floor(serial)
  const minutes = Math.round((serial - whole) * 1440)
  const time = `T${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  if (serial < 1) return { d: time }
  if (!epoch1904 && whole === 60) return null
  const days = epoch1904 ? whole + epochShift : whole < 60 ? whole + 1 : whole
  const day = new Date(Date.UTC(1899, 11, 30) + days * dayMs).toISOString().slice(0, 10)
  return { d: minutes === 0 ? day : `${day}${time}` }
}
