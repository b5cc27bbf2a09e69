/** Records written as question and answer (问 / 答): plain text in which a line may begin with its speaker. */

export const question = '问：'
export const answer = '答：'

/** Text to put in the place of `from` … `to`; the caret then stands behind it. */
export interface Insertion {
  readonly from: number
  readonly to: number
  readonly text: string
}

const startOfLine = (text: string, caret: number): number => text.lastIndexOf('\n', caret - 1) + 1
function endOfLine(text: string, caret: number): number {
  const at = text.indexOf('\n', caret)
  return at === -1 ? text.length : at
}

/**
 * What Enter means at the end of a line: after a 问 comes a 答, after a 答 the next 问; a speaker who says nothing
 * is taken away, which is how the turns end. Null where Enter is only a new line: in ordinary text, and inside a line.
 */
export function afterEnter(text: string, caret: number): Insertion | null {
  if (endOfLine(text, caret) !== caret) return null
  const from = startOfLine(text, caret)
  const line = text.slice(from, caret)
  const speaker = [question, answer].find((s) => line.startsWith(s))
  if (speaker === undefined) return null
  if (line.trim() === speaker) return { from, to: caret, text: '' }
  return { from: caret, to: caret, text: `\n${speaker === question ? answer : question}` }
}

/** Begins a question on a line of its own: on this line when it is empty, below it otherwise. */
export function newQuestion(text: string, caret: number): Insertion {
  const end = endOfLine(text, caret)
  const isBlank = text.slice(startOfLine(text, caret), end) === ''
  return { from: end, to: end, text: isBlank ? question : `\n${question}` }
}
