import type { PrintStyle } from '../../../shared/settingsPrinters.ts'
import { baseFace, bundledFonts, type FontSet } from './fonts.ts'
import { type PaperDefinition, writePdf } from './pdfmake.ts'
import { type Ink, inkedLayout, inkedShapes, inkOf, keepEntered } from './printStyle.ts'
import { splitRuns } from './runs.ts'

export interface RenderedPaper {
  readonly pdf: Uint8Array
  readonly pages: number
  /** Characters no bundled font has, each once; on the paper there is a place to write them by hand. */
  readonly missingGlyphs: readonly string[]
}

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Changes to the nodes of a definition, undone after its use: papers share some nodes, and each is printed its own way. */
interface Fitting {
  readonly fonts: FontSet
  readonly missing: Set<string>
  readonly ink: Ink | null
  readonly undo: (() => void)[]
}

function put(node: Node, key: string, value: unknown, { undo }: Fitting): void {
  const old = node[key]
  undo.push(() => {
    if (old === undefined) delete node[key]
    else node[key] = old
  })
  node[key] = value
}

/** What a text takes from where it stands. */
interface Place {
  readonly size: number
  readonly font: unknown
}

/** pdfmake forgets the style of an inline that holds others, so that each run carries it itself. */
function inlines(text: unknown, { size, font: wanted }: Place, { fonts, missing, ink }: Fitting): readonly Node[] {
  const items = Array.isArray(text) ? text : [text]
  return items.flatMap((item) => {
    const style = isNode(item) ? item : {}
    const font = String(style.font ?? wanted ?? 'body')
    const inked = ink?.text(Number(style.fontSize ?? size)) ?? {}
    const runs = splitRuns(String(isNode(item) ? item.text : item), missing, fonts, font)
    return runs.map((run) => ({ ...style, ...inked, text: run.text, font: run.font }))
  })
}

function inkNode(node: Node, ink: Ink, fitting: Fitting): void {
  if (isNode(node.table)) put(node, 'layout', inkedLayout(node.layout, ink), fitting)
  if (Array.isArray(node.canvas)) put(node, 'canvas', inkedShapes(node.canvas, ink), fitting)
}

/** Gives every text of the tree its fonts, in place: papers hold on to their nodes to learn where they came to stand. */
function fitFonts(value: unknown, size: number, fitting: Fitting): void {
  if (Array.isArray(value)) {
    for (const item of value) fitFonts(item, size, fitting)
    return
  }
  if (!isNode(value)) return
  const own = Number(value.fontSize ?? size)
  if (fitting.ink !== null) inkNode(value, fitting.ink, fitting)
  if (value.text !== undefined) {
    put(value, 'text', inlines(value.text, { size: own, font: value.font }, fitting), fitting)
    // Each run has its own by now; `title` is a wish, no font of pdfmake's.
    if (value.font !== undefined) put(value, 'font', undefined, fitting)
  }
  for (const key of ['stack', 'columns', 'ul', 'ol'] as const) fitFonts(value[key], own, fitting)
  if (isNode(value.table)) fitFonts(value.table.body, own, fitting)
}

type Repeated = PaperDefinition['header']

function fitted(repeated: Repeated, size: number, fitting: Fitting): Repeated {
  if (typeof repeated !== 'function') {
    fitFonts(repeated, size, fitting)
    return repeated
  }
  return (page, count, pageSize) => {
    const content = repeated(page, count, pageSize)
    fitFonts(content, size, fitting)
    return content
  }
}

export interface PrintWay {
  readonly style?: PrintStyle | undefined
  /** 套打: only what was entered is drawn, where the whole paper has it. */
  readonly valuesOnly?: boolean | undefined
}

/** Where a definition sets no size pdfmake takes this one. */
const pdfmakeSize = 12

/**
 * The PDF of a definition as a paper function gives it. The definition is used up. The same definition gives the same
 * bytes on the same machine: its `info.creationDate` is the paper's date.
 */
export async function renderPaper(
  definition: PaperDefinition,
  fonts = bundledFonts,
  way: PrintWay = {},
): Promise<RenderedPaper> {
  const fitting: Fitting = { fonts, missing: new Set(), ink: inkOf(way.style ?? 'plain'), undo: [] }
  const size = definition.defaultStyle?.fontSize ?? pdfmakeSize
  const { watermark, ...rest } = definition
  fitFonts(definition.content, size, fitting)
  const fittedDefinition: PaperDefinition = {
    ...rest,
    header: fitted(definition.header, size, fitting),
    footer: fitted(definition.footer, size, fitting),
    ...(watermark !== undefined && fitting.ink?.watermark !== false ? { watermark } : {}),
  }
  // Layout and drawing are over when the promise is there; only the bytes are waited for.
  const written = writePdf(fittedDefinition, fonts.faceOf, baseFace(), way.valuesOnly === true ? keepEntered : null)
  for (const undo of fitting.undo.reverse()) undo()
  return { ...(await written), missingGlyphs: [...fitting.missing] }
}
