/** What must hold of the pages of every paper that people sign. */
import assert from 'node:assert/strict'
import { type PdfPage, textBottom } from './papersKit.ts'

const mm = (length: number) => (length * 72) / 25.4
const leftMargin = mm(28)
export const struck = '（以下空白）'
export const seals = '（印章）'

/** Below the last letters two lines can be written: their height, and what letters reach below their own line. */
const roomToAdd = 2 * 25 + 8

interface Line {
  readonly y: number
  readonly x: number
  readonly text: string
}

/** The text of each line of a page, top to bottom. */
function linesOf(page: PdfPage): readonly Line[] {
  const lines = new Map<number, Line>()
  for (const { y, x, text } of page.body) {
    const line = lines.get(y)
    lines.set(y, { y, x: Math.min(x, line?.x ?? x), text: (line?.text ?? '') + text })
  }
  return [...lines.values()].sort((a, b) => a.y - b.y)
}

export const isSignature = (text: string): boolean => /（签名|（印章/.test(text) && !text.includes('接上：')

/** A heading stands at the margin and ends in a colon; paragraphs are indented. */
const isHeading = ({ x, text }: Line): boolean =>
  Math.abs(x - leftMargin) < 2 && text.endsWith('：') && !isSignature(text) && text.length < 20

/**
 * No page ends in a heading; no page of signatures is without text above them; space left open on a page that goes on is
 * struck, and nothing follows below that. Of papers that are no table.
 */
export function assertSoundPages(pages: readonly PdfPage[], what: string): void {
  for (const [i, page] of pages.entries()) {
    const lines = linesOf(page)
    const at = `${what}, page ${i + 1}`
    const last = lines.at(-1)
    assert.ok(last, `${at} has text`)
    assert.ok(!isHeading(last), `${at} ends in the heading ${last.text}`)
    const firstSignature = lines.findIndex((l) => isSignature(l.text))
    if (firstSignature >= 0) assert.ok(firstSignature >= 2, `${at} has signatures with too little text`)
    const isStruck = last.text === struck
    const open = textBottom - ((isStruck ? lines.at(-2) : last)?.y ?? 0)
    if (i < pages.length - 1)
      assert.equal(open > roomToAdd, isStruck, `${at}: ${Math.round(open)} points open below the text`)
    assert.ok(
      lines.slice(0, -1).every((l) => l.text !== struck),
      `${at} goes on below ${struck}`,
    )
  }
}
