/** Values of which nobody knows how long they are, in a place that does not grow. */
import { naturalLine } from './sheet.ts'

interface Room {
  /** Points. */
  readonly width: number
  readonly height: number
  /** Sizes of type in points, the one that looks best first. */
  readonly sizes: readonly number[]
}

interface Fitted {
  readonly text: string
  readonly fontSize: number
  /** Of the text in that size, in points; never less than it takes. */
  readonly height: number
}

/** Of a line, in sizes of type: figures and small letters are narrow, everything else is taken for a full square. */
const widthOf = (line: string): number =>
  [...line].reduce((sum, char) => sum + (/^[a-z0-9 .,'()-]$/.test(char) ? 0.62 : 1), 0)

function heightAt(text: string, size: number, width: number): number {
  // A line loses a character where punctuation may not begin the next.
  const perLine = Math.max(1, width / size - 1)
  const fullLine = width / size
  const lines = text.split('\n').map((line) => (widthOf(line) <= fullLine ? 1 : Math.ceil(widthOf(line) / perLine)))
  return lines.reduce((a, b) => a + b, 0) * size * naturalLine
}

/** Sizes nobody likes to read, for a last text that finds no room otherwise. */
const smallest = [10.5, 9] as const

/** The first text that fits, as large as it may be: from the fullest to the shortest. The last is set small rather than left out. */
export function fitted(texts: readonly string[], { width, height, sizes }: Room): Fitted {
  const last = texts.at(-1) ?? ''
  const tries = [
    ...texts.flatMap((text) => sizes.map((fontSize) => ({ text, fontSize }))),
    ...smallest.map((fontSize) => ({ text: last, fontSize })),
  ].map(({ text, fontSize }) => ({ text, fontSize, height: heightAt(text, fontSize, width) }))
  return tries.find((t) => t.height <= height) ?? { text: last, fontSize: 9, height: heightAt(last, 9, width) }
}
