/** A block of cells as Excel and WPS put it on the clipboard: tabs between cells, line breaks between rows. */

export type Block = readonly (readonly string[])[]

/** The end of a quoted cell: its closing quote is followed by a tab, a line break or the end. */
const quotedCell = /"((?:[^"]|"")*)"(?=\t|\r?\n|\r|$)/y
const plainCell = /[^\t\r\n]*/y
const lineBreak = /\r?\n|\r/y

function taken(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/**
 * Rows of cells. Excel quotes a cell that has a line break or a tab in it; a quote that is never closed is a sign like
 * any other. The line break after the last row opens no further one.
 */
export function parseBlock(text: string): Block {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const quoted = taken(quotedCell, text, at)
    const plain = quoted ?? taken(plainCell, text, at)
    row.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : (plain?.[0] ?? ''))
    at += plain?.[0].length ?? 0
    if (text[at] === '\t') {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    at += taken(lineBreak, text, at)?.[0].length ?? 1
    if (at >= text.length) break
  }
  return rows
}

const quoted = (cell: string): string => (/^"|[\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The same for Excel and WPS to paste; always with a line break behind the last row, as they write it. */
export const writeBlock = (block: Block): string => block.map((row) => `${row.map(quoted).join('\t')}\r\n`).join('')
