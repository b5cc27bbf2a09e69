/** CSV as Excel and WPS in Chinese open it: UTF-8 with its mark, lines ended as on Windows. */
import type { CellOut } from './writeWorker.ts'

/**
 * What Excel would take for a formula gets an apostrophe before it, which Excel shows and an import takes away again. A
 * text that begins so already gets one more, so that nothing is lost.
 */
const guarded = (s: string): string => (/^'*[=+\-@\t\r]/.test(s) ? `'${s}` : s)
/** The reverse of it. */
export const unguarded = (s: string): string => (/^'+[=+\-@\t\r]/.test(s) ? s.slice(1) : s)

function field(cell: CellOut): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return 'd' in cell ? cell.d : cell.yuan.toFixed(2)
  const text = guarded(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const csvLine = (cells: readonly CellOut[]): string => `${cells.map(field).join(',')}\r\n`
export const csvStart = '\ufeff'
