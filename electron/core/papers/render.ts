import { baseFace, faceOf } from './fonts.ts'
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

/** pdfmake forgets the style of an inline that holds others, so that each run carries it itself. */
function inlines(text: unknown, missing: Set<string>): readonly Node[] {
  const items = Array.isArray(text) ? text : [text]
  return items.flatMap((item) => {
    const style = isNode(item) ? item : {}
    const runs = splitRuns(String(isNode(item) ? item.text : item), missing)
    return runs.map((run) => ({ ...style, text: run.text, font: run.font }))
  })
}

/** Gives every text of the tree its fonts, in place: papers hold on to their nodes to learn where they came to stand. */
function fitFonts(value: unknown, missing: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) fitFonts(item, missing)
    return
  }
  if (!isNode(value)) return
  if (value.text !== undefined) value.text = inlines(value.text, missing)
  for (const key of ['stack', 'columns', 'ul', 'ol'] as const) fitFonts(value[key], missing)
  if (isNode(value.table)) fitFonts(value.table.body, missing)
}

type Repeated = PaperDefinition['header']

function fitted(repeated: Repeated, missing: Set<string>): Repeated {
  if (typeof repeated !== 'function') {
    fitFonts(repeated, missing)
    return repeated
  }
  return (page, count, size) => {
    const content = repeated(page, count, size)
    fitFonts(content, missing)
    return content
  }
}

/**
 * The PDF of a definition as a paper function gives it. The definition is used up. The same definition gives the same
 * bytes on the same machine: its `info.creationDate` is the paper's date.
 */
export async function renderPaper(definition: PaperDefinition): Promise<RenderedPaper> {
  const missing = new Set<string>()
  fitFonts(definition.content, missing)
  const header = fitted(definition.header, missing)
  const footer = fitted(definition.footer, missing)
  const written = await writePdf({ ...definition, header, footer }, faceOf, baseFace())
  return { ...written, missingGlyphs: [...missing] }
}
