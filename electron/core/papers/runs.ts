import { bundledFonts, type FontSet } from './fonts.ts'

/** A piece of text that one font can draw. */
export interface Run {
  readonly text: string
  readonly font: string
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

/**
 * Characters that older systems stored in the private area and that have a place of their own today: the 24 of
 * GB 18030-2005 that GB 18030-2022 moved.
 */
const moved: ReadonlyMap<string, string> = new Map([
  ...[...'\u{E78D}\u{E78E}\u{E78F}\u{E790}\u{E791}\u{E792}\u{E793}\u{E794}\u{E795}\u{E796}'].map(
    (old, i) =>
      [old, [...'\u{FE10}\u{FE12}\u{FE11}\u{FE13}\u{FE14}\u{FE15}\u{FE16}\u{FE17}\u{FE18}\u{FE19}'][i] ?? old] as const,
  ),
  ...[...'\u{E81E}\u{E826}\u{E82B}\u{E82C}\u{E832}\u{E843}\u{E854}\u{E864}'].map(
    (old, i) => [old, String.fromCodePoint(0x9fb4 + i)] as const,
  ),
  ...[...'\u{E816}\u{E817}\u{E818}\u{E831}\u{E83B}\u{E855}'].map(
    (old, i) => [old, [...'\u{20087}\u{20089}\u{200CC}\u{215D7}\u{2298F}\u{241FE}'][i] ?? old] as const,
  ),
])
const movedAreas = /[\u{E78D}-\u{E796}\u{E816}-\u{E864}]/gu

/** Line ends stay: they are the layout's, not a font's. */
const clean = (text: string, fonts: FontSet): string =>
  text
    .replace(blanks, (blank) => (fonts.covers('serif', blank.codePointAt(0) ?? 0) ? blank : ' '))
    .replace(movedAreas, (old) => moved.get(old) ?? old)
    .split('\n')
    .map((line) => line.replace(invisible, '').replace(accented, (letter) => letter.normalize('NFC')))
    .join('\n')

function isCovered(text: string, family: string, fonts: FontSet): boolean {
  for (const char of text) {
    if (!fonts.covers(family, char.codePointAt(0) ?? 0)) return false
  }
  return true
}

interface Setting {
  readonly fonts: FontSet
  readonly chain: readonly string[]
  readonly missing: Set<string>
}

function clusterRuns(cluster: string, { fonts, chain, missing }: Setting): readonly Run[] {
  const whole = chain.find((f) => isCovered(cluster, f, fonts))
  if (whole) return [{ text: cluster, font: whole }]
  return [...cluster].map((char) => {
    const font = chain.find((f) => isCovered(char, f, fonts))
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

/** Cuts a text by which font has its characters, the wanted one first; what no font has goes into `missing`. */
export function splitRuns(
  text: string,
  missing: Set<string>,
  fonts: FontSet = bundledFonts,
  wanted = 'body',
): readonly Run[] {
  const cleaned = clean(text, fonts)
  const chain = fonts.chainOf(wanted)
  const first = chain[0] ?? 'serif'
  if (cleaned.split('\n').every((line) => isCovered(line, first, fonts))) return [{ text: cleaned, font: first }]
  const pieces = [...clusters.segment(cleaned)].map((s) => s.segment)
  const setting = { fonts, chain, missing }
  return joined(pieces.flatMap((p) => (p === '\n' ? [{ text: p, font: first }] : clusterRuns(p, setting))))
}

/** The characters of these texts that no font has, each once, in order of appearance. */
export function missingGlyphs(texts: readonly string[], fonts: FontSet = bundledFonts): readonly string[] {
  const missing = new Set<string>()
  for (const text of texts) splitRuns(text, missing, fonts)
  return [...missing]
}
