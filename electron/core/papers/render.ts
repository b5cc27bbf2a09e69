import { baseFace, bundledFonts, type FontSet } from './fonts.ts'
import { type PaperDefinition, writePdf } from './pdfmake.ts'
import { splitRuns } from './runs.ts'

export interface RenderedPaper {
  readonly pdf: Uint8Array
  readonly pages: number
  /** Characters no bundled font has, each once; on the paper there is a place to write them by hand. */
  readonly missingGlyphs: readonly string[]
}

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

interface Fitting {
  readonly fonts: FontSet
  readonly missing: Set<string>
}

/** pdfmake forgets the style of an inline that holds others, so that each run carries it itself. */
function inlines(text: unknown, wanted: unknown, { fonts, missing }: Fitting): readonly Node[] {
  const items = Array.isArray(text) ? text : [text]
  return items.flatMap((item) => {
    const style = isNode(item) ? item : {}
    const font = String(style.font ?? wanted ?? 'body')
    const runs = splitRuns(String(isNode(item) ? item.text : item), missing, fonts, font)
    return runs.map((run) => ({ ...style, text: run.text, font: run.font }))
  })
}

/** Gives every text of the tree its fonts, in place: papers hold on to their nodes to learn where they came to stand. */
function fitFonts(value: unknown, fitting: Fitting): void {
  if (Array.isArray(value)) {
    for (const item of value) fitFonts(item, fitting)
    return
  }
  if (!isNode(value)) return
  if (value.text !== undefined) {
    value.text = inlines(value.text, value.font, fitting)
    // Each run has its own by now; `title` is a wish, no font of pdfmake's.
    delete value.font
  }
  for (const key of ['stack', 'columns', 'ul', 'ol'] as const) fitFonts(value[key], fitting)
  if (isNode(value.table)) fitFonts(value.table.body, fitting)
}

type Repeated = PaperDefinition['header']

function fitted(repeated: Repeated, fitting: Fitting): Repeated {
  if (typeof repeated !== 'function') {
    fitFonts(repeated, fitting)
    return repeated
  }
  return (page, count, size) => {
    const content = repeated(page, count, size)
    fitFonts(content, fitting)
    return content
  }
}

/**
 * The PDF of a definition as a paper function gives it. The definition is used up. The same definition gives the same
 * bytes on the same machine: its `info.creationDate` is the paper's date.
 */
export async function renderPaper(definition: PaperDefinition, fonts = bundledFonts): Promise<RenderedPaper> {
  const missing = new Set<string>()
  const fitting = { fonts, missing }
  fitFonts(definition.content, fitting)
  const header = fitted(definition.header, fitting)
  const footer = fitted(definition.footer, fitting)
  const written = await writePdf({ ...definition, header, footer }, fonts.faceOf, baseFace())
  return { ...written, missingGlyphs: [...missing] }
}
