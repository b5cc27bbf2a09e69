/** Where a sheet begins: its title, its header of one row or two, and what the title says of every row. */

import { cellAddress, cellText, isBlankCell, lineText, type SheetCell, type SheetRow } from './sheetCell.ts'
import { type HeaderWords, headerWord, isKnownHeader, type SheetColumn } from './sheetColumns.ts'

/** A header is looked for in so many rows. */
export const headerWithin = 30

/** Rows from 0. */
export interface Header {
  readonly first: number
  readonly last: number
  readonly headers: readonly string[]
}

const textOf = (cell: SheetCell | undefined): string =>
  cell === undefined || isBlankCell(cell) ? '' : lineText(cellText(cell))

/** The header's words of one column of two rows: the lower one, or both, whichever is known. */
function joined(words: HeaderWords, upper: string, lower: string): string {
  if (lower === '' || upper === lower) return upper
  if (upper === '' || isKnownHeader(words, lower)) return lower
  if (isKnownHeader(words, `${upper}${lower}`)) return `${upper}${lower}`
  return isKnownHeader(words, upper) ? upper : `${upper} ${lower}`
}

const widthOf = (rows: readonly SheetRow[]): number => rows.reduce((w, r) => Math.max(w, r.length), 0)

/** The words of a header of these rows, a column each. */
export function headersOf(
  words: HeaderWords,
  rows: readonly SheetRow[],
  first: number,
  last: number,
): readonly string[] {
  const width = widthOf(rows.slice(first, last + 1))
  return Array.from({ length: width }, (_, c) => {
    let header = textOf(rows[first]?.[c])
    for (let r = first + 1; r <= last; r += 1) header = joined(words, header, textOf(rows[r]?.[c]))
    return header
  })
}

/** Different known words: a title merged over all columns is one. */
const known = (words: HeaderWords, headers: readonly string[]): number =>
  new Set(headers.filter((h) => h !== '' && isKnownHeader(words, h)).map(headerWord)).size

/**
 * The row, or the two rows, with the most known words among the first, two only where they know more together than one of
 * them; where none is known, a row that looks like a header, or null.
 */
export function findHeader(words: HeaderWords, rows: readonly SheetRow[]): Header | null {
  let best: Header | null = null
  let most = 0
  for (const span of [0, 1]) {
    for (let first = 0; first + span < Math.min(rows.length, headerWithin); first += 1) {
      const headers = headersOf(words, rows, first, first + span)
      const found = known(words, headers)
      if (found > most) [best, most] = [{ first, last: first + span, headers }, found]
    }
  }
  return best ?? likelyHeader(rows)
}

/** Where no word is known: the first row of several texts and nothing else, for the clerk to say what they mean. */
function likelyHeader(rows: readonly SheetRow[]): Header | null {
  const first = rows.slice(0, headerWithin).findIndex((row) => {
    const said = row.filter((cell) => !isBlankCell(cell))
    return new Set(said.map(textOf)).size >= 2 && said.every((cell) => typeof cell === 'string')
  })
  const row = rows[first]
  return row === undefined ? null : { first, last: first, headers: row.map(textOf) }
}

/** `培训时间：2026年3月5日` in a title. */
export interface TitleFact {
  readonly path: string
  readonly text: string
  /** Where it stands, `A2`. */
  readonly cell: string
}

interface Found {
  readonly path: string
  readonly at: number
  readonly end: number
}

/** Words with a colon behind them that head a column of the record. */
function labelsIn(words: HeaderWords, text: string): readonly Found[] {
  const found: Found[] = []
  for (const m of text.matchAll(/([^：:\s，,；;]{1,12})\s*[：:]/g)) {
    const word = headerWord(m[1] ?? '')
    const path = words.meanings.get(word)?.find((c) => words.columns.get(c.path)?.of === 'record')?.path
    if (path !== undefined) found.push({ path, at: m.index, end: m.index + m[0].length })
  }
  return found
}

/** What the rows above a header say of all rows below it. */
export function titleFacts(words: HeaderWords, rows: readonly SheetRow[], before: number): readonly TitleFact[] {
  const facts: TitleFact[] = []
  rows.slice(0, before).forEach((row, r) => {
    row.forEach((cell, c) => {
      const text = textOf(cell)
      // A merged title stands in each of its cells.
      if (text === '' || (c > 0 && textOf(row[c - 1]) === text)) return
      const labels = labelsIn(words, text)
      labels.forEach(({ path, end }, i) => {
        const own = text
          .slice(end, labels[i + 1]?.at)
          .trim()
          .replace(/[；;，,。]$/, '')
        const value = own === '' && labels.length === 1 ? beside(row, c) : own
        if (value !== '' && !facts.some((f) => f.path === path))
          facts.push({ path, text: value, cell: cellAddress(c, r + 1) })
      })
    })
  })
  return facts
}

/** 培训时间： in one cell and the day in the next. */
function beside(row: SheetRow, column: number): string {
  const own = textOf(row[column])
  const next = row
    .slice(column + 1)
    .map(textOf)
    .find((t) => t !== '' && t !== own)
  return next === undefined || /[：:]$/.test(next) ? '' : next
}

/** Everything the rows above a header say, as one text. */
export const titleText = (rows: readonly SheetRow[], before: number): string =>
  [...new Set(rows.slice(0, before).flatMap((row) => row.map(textOf)))].filter((t) => t !== '').join(' ')

/**
 * The one code of a field that the title names: 联户长培训签到表 is of team 联户长. Null where it names none or several, and
 * where a field holds more than codes.
 */
export function codeInTitle(
  column: SheetColumn,
  title: string,
  words: (list: string) => Readonly<Record<string, string>>,
): string | null {
  const { field } = column
  if (field.kind !== 'code' && field.kind !== 'codes') return null
  const named = field.codes.map((c) => words(field.list)[c] ?? '').filter((w) => [...w].length > 1 && title.includes(w))
  // 联户长 in 联户长 and its like: the longer word is meant.
  const longest = named.filter((w) => !named.some((other) => other !== w && other.includes(w)))
  return longest.length === 1 ? (longest[0] ?? null) : null
}

/** The year a title is of: 2025年第一季度…; null where it names none or several. */
export function yearInTitle(title: string): string | null {
  const years = new Set(
    [...title.normalize('NFKC').matchAll(/(?<!\d)(20\d\d)(?=\s*年|\s*年度|[.\-/])/g)].map((m) => m[1] ?? ''),
  )
  return years.size === 1 ? ([...years][0] ?? null) : null
}
