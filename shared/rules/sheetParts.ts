/** A short list in one cell: `赵示例（组长）、李示例`. */

/** One part as texts, in the order of its fields; blank where nothing is written. */
export type PartTexts = readonly string[]

const needsQuotes = /[、，,;；（）()"\n]|^\s|\s$|^$/
const written = (s: string): string => (needsQuotes.test(s) ? `"${s.replaceAll('"', '""')}"` : s)

function partText([head = '', ...rest]: PartTexts): string {
  const last = rest.findLastIndex((s) => s !== '')
  const inside = rest.slice(0, last + 1).map((s) => (s === '' ? '' : written(s)))
  return inside.length === 0 ? written(head) : `${head === '' ? '' : written(head)}（${inside.join('；')}）`
}

/** What holds a sign of the list itself stands in quotation marks, as in CSV: nothing is lost or torn apart. */
export const joinParts = (parts: readonly PartTexts[]): string => parts.map(partText).join('、')

const between = new Set(['、', '，', ',', ';', '；', '\n'])
const opens = new Set(['（', '('])
const closes = new Set(['）', ')'])

interface Reading {
  readonly parts: string[][]
  current: string[]
  word: string
  depth: number
  quoted: boolean
}
function endWord(r: Reading): void {
  r.current.push(r.word.trim())
  r.word = ''
}
function endPart(r: Reading): void {
  endWord(r)
  if (r.current.some((s) => s !== '')) r.parts.push(r.current)
  r.current = []
}

function take(r: Reading, c: string): void {
  if (opens.has(c) && r.depth === 0) {
    endWord(r)
    r.depth = 1
  } else if (closes.has(c) && r.depth === 1) r.depth = 0
  else if (between.has(c) && r.depth === 0) endPart(r)
  else if (between.has(c)) endWord(r)
  else r.word += c
}

/** Names with nothing but blanks between them, as they are often typed. */
const spacedNames = /^\p{Script=Han}{2,4}(?:\s+\p{Script=Han}{2,4})+$/u

/** Takes such a cell apart; foreign ones too: `赵示例 李示例`, by whatever sign they are set apart. */
export function splitParts(typed: string): readonly PartTexts[] {
  const cell = spacedNames.test(typed.trim()) ? typed.trim().replace(/\s+/g, '、') : typed
  const r: Reading = { parts: [], current: [], word: '', depth: 0, quoted: false }
  for (let i = 0; i < cell.length; i += 1) {
    const c = cell[i] ?? ''
    if (r.quoted) {
      if (c !== '"') r.word += c
      else if (cell[i + 1] === '"') {
        r.word += c
        i += 1
      } else r.quoted = false
    } else if (c === '"' && r.word.trim() === '') {
      r.word = ''
      r.quoted = true
    } else take(r, c)
  }
  endPart(r)
  return r.parts
}
