import { covers, type Family, families } from './fonts.ts'

/** A piece of text that one font can draw. */
export interface Run {
  readonly text: string
  readonly font: Family
}

/** Stands on the paper where no font has the character: a place to write it by hand. */
export const handWritten = '＿'

// Controls, direction marks and variation selectors draw nothing, and direction marks could make a paper read other
// than it is stored.
const invisible = /[\p{Cc}\p{Cf}]|\p{Variation_Selector}/gu
const blanks = /[\t\p{Zs}]/gu
/** A letter and its accents typed apart: the fonts draw only the composed letter well. Han characters stay as typed. */
const accented = /\p{Script=Latin}\p{Mn}+/gu
const clusters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

const isCovered = (text: string, family: Family): boolean => {
  for (const char of text) {
    if (!covers(family, char.codePointAt(0) ?? 0)) return false
  }
  return true
}

/** Line ends stay: they are the layout's, not a font's. */
const clean = (text: string): string =>
  text
    .replace(blanks, (blank) => (covers('serif', blank.codePointAt(0) ?? 0) ? blank : ' '))
    .split('\n')
    .map((line) => line.replace(invisible, '').replace(accented, (letter) => letter.normalize('NFC')))
    .join('\n')

function clusterRuns(cluster: string, missing: Set<string>): readonly Run[] {
  const whole = families.find((f) => isCovered(cluster, f))
  if (whole) return [{ text: cluster, font: whole }]
  return [...cluster].map((char) => {
    const font = families.find((f) => isCovered(char, f))
    if (font) return { text: char, font }
    missing.add(char.isWellFormed() ? char : '\u{FFFD}')
    return { text: handWritten, font: 'serif' }
  })
}

function joined(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (last?.font === run.font) out[out.length - 1] = { text: last.text + run.text, font: run.font }
    else out.push(run)
  }
  return out
}

/** Cuts a text by which font has its characters; what no font has goes into `missing`. */
export function splitRuns(text: string, missing: Set<string>): readonly Run[] {
  const cleaned = clean(text)
  const isPlain = cleaned.split('\n').every((line) => isCovered(line, 'serif'))
  if (isPlain) return [{ text: cleaned, font: 'serif' }]
  const pieces = [...clusters.segment(cleaned)].map((s) => s.segment)
  return joined(pieces.flatMap((p) => (p === '\n' ? [{ text: p, font: 'serif' as const }] : clusterRuns(p, missing))))
}

/** The characters of these texts that no font of the papers has, each once, in order of appearance. */
export function missingGlyphs(texts: readonly string[]): readonly string[] {
  const missing = new Set<string>()
  for (const text of texts) splitRuns(text, missing)
  return [...missing]
}
