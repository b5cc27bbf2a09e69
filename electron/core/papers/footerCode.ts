import type { Content } from 'pdfmake/interfaces.js'
import type { PaperDefinition } from './pdfmake.ts'
import { mm } from './sheet.ts'

/** Two points to a module of twenty-one: a scanner's 200 dpi give each more than five dots. */
const side = 42
/** From the top left corner of the foot: in the right corner, 5 mm from the sheet's edge where every printer reaches. */
const corner = { x: mm(210) - mm(20) - side, y: mm(24) - mm(5) - side } as const

/** The paper with a small code at the foot of every page, clear of its number. */
export function withFooterCode(paper: PaperDefinition, code: string): PaperDefinition {
  const { footer } = paper
  return {
    ...paper,
    footer: (page, count, size) => {
      const own = typeof footer === 'function' ? footer(page, count, size) : footer
      const qr: Content = { qr: code, fit: side, eccLevel: 'M', relativePosition: corner }
      return own === undefined || own === null ? qr : { stack: [qr, own] }
    },
  }
}
