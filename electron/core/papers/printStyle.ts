/** How a paper is drawn for a printer: its words and their order stay, its lines and pages are laid out anew. */
import type { PrintStyle } from '../../../shared/settingsPrinters.ts'

/** What of a paper's look a printer changes. */
export interface Ink {
  /** What every piece of text gets over what its place gives it, whose size in points is known. */
  readonly text: (size: number) => Readonly<Record<string, unknown>>
  /** Width of a rule in points; none stays none. */
  readonly rule: (width: number) => number
  /** Whether there is a pale word across the page; it stands in the head all the same. */
  readonly watermark: boolean
}

/** Pins draw nothing smaller, and nothing thin, so that it can be read on the third sheet. */
const leastSize = 12

const inks: Readonly<Record<Exclude<PrintStyle, 'plain'>, Ink>> = {
  lowInk: {
    text: () => ({ bold: false, color: '#333333' }),
    rule: (width) => (width > 0 ? Math.max(0.3, width / 2) : 0),
    watermark: false,
  },
  dotMatrix: {
    text: (size) => ({ bold: true, fontSize: Math.max(leastSize, size) }),
    rule: (width) => (width > 0 ? Math.max(1, width * 2) : 0),
    watermark: false,
  },
}

/** Null for a paper as it was designed. */
export const inkOf = (style: PrintStyle): Ink | null => (style === 'plain' ? null : inks[style])

type Rule = (...place: readonly unknown[]) => number
interface Layout {
  readonly hLineWidth?: Rule
  readonly vLineWidth?: Rule
}

/** A table's layout with this ink's rules; a layout by name has its own. */
export function inkedLayout(layout: unknown, { rule }: Ink): unknown {
  if (typeof layout === 'string') return layout
  const given = (layout ?? {}) as Layout
  const changed =
    (line: Rule | undefined): Rule =>
    (...place) =>
      rule(line === undefined ? 1 : line(...place))
  return { ...given, hLineWidth: changed(given.hLineWidth), vLineWidth: changed(given.vLineWidth) }
}

/** Drawn shapes, each with its line and no tint. */
export const inkedShapes = (shapes: readonly object[], { rule }: Ink): readonly object[] =>
  shapes.map((shape) => ({ ...shape, lineWidth: rule('lineWidth' in shape ? Number(shape.lineWidth) : 1) }))

/** A piece of a laid-out line, as pdfmake draws it. */
interface Inline {
  readonly entered?: boolean
}
interface Line {
  inlines: readonly Inline[]
  getHeight: () => number
  getAscenderHeight: () => number
}
/** A page as pdfmake has laid it out. */
export interface LaidOutPage {
  items: readonly { readonly type: string; readonly item: unknown }[]
  watermark?: unknown
}

function onlyEntered(line: Line): boolean {
  // A line stands by its largest piece, whether or not that one is drawn.
  const [height, ascender] = [line.getHeight(), line.getAscenderHeight()]
  line.getHeight = () => height
  line.getAscenderHeight = () => ascender
  line.inlines = line.inlines.filter((inline) => inline.entered === true)
  return line.inlines.length > 0
}

/**
 * 套打: takes off the pages all that is the form's own. What was entered stays where the whole paper has it, because
 * the whole paper was laid out.
 */
export function keepEntered(pages: readonly LaidOutPage[]): void {
  for (const page of pages) {
    page.items = page.items.filter(({ type, item }) => type === 'line' && onlyEntered(item as Line))
    page.watermark = undefined
  }
}
