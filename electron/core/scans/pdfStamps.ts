import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, PDFStream } from '@cantoo/pdf-lib'

const name = (text: string): PDFName => PDFName.of(text)
/** Bits of an annotation's flags: not to be shown at all. */
const hidden = 1 << 1
const noView = 1 << 5

const numbers = (value: unknown): readonly number[] =>
  value instanceof PDFArray
    ? Array.from({ length: value.size() }, (_, i) => value.lookup(i)).map((n) =>
        n instanceof PDFNumber ? n.asNumber() : 0,
      )
    : []

/** What an annotation shows at rest, by reference; null when it shows nothing. */
function appearance(note: PDFDict): { readonly ref: PDFRef; readonly stream: PDFStream } | null {
  const flags = note.lookup(name('F'))
  if (flags instanceof PDFNumber && (flags.asNumber() & (hidden | noView)) !== 0) return null
  // A note's pop-up window and a link's frame are the viewer's, not the paper's.
  if ([name('Popup'), name('Link')].includes(note.lookup(name('Subtype')) as PDFName)) return null
  const all = note.lookup(name('AP'))
  let [holder, key] = [all instanceof PDFDict ? all : null, name('N')]
  const normal = holder?.lookup(key)
  const state = note.lookup(name('AS'))
  // A tick box has one picture for each of its states.
  if (normal instanceof PDFDict && state instanceof PDFName) [holder, key] = [normal, state]
  const [ref, stream] = [holder?.get(key), holder?.lookup(key)]
  if (!(ref instanceof PDFRef) || !(stream instanceof PDFStream)) return null
  stream.dict.set(name('Subtype'), name('Form'))
  return { ref, stream }
}

/** The matrix that brings an appearance's box to the annotation's place (ISO 32000-1, 12.5.5); null for an empty box. */
function placed(note: PDFDict, stream: PDFStream): string | null {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbers(note.lookup(name('Rect')))
  const [bx0 = 0, by0 = 0, bx1 = 0, by1 = 0] = numbers(stream.dict.lookup(name('BBox')))
  const given = numbers(stream.dict.lookup(name('Matrix')))
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = given
  const corners = [bx0, bx1].flatMap((x) => [by0, by1].map((y) => [a * x + c * y + e, b * x + d * y + f] as const))
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const [left, low] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - low]
  if (!(width > 0) || !(height > 0)) return null
  const [sx, sy] = [Math.abs(x1 - x0) / width, Math.abs(y1 - y0) / height]
  const matrix = [sx, 0, 0, sy, Math.min(x0, x1) - left * sx, Math.min(y0, y1) - low * sy]
  return matrix.every(Number.isFinite) ? matrix.map((n) => n.toFixed(4)).join(' ') : null
}

/** A page's own resources, made its own where they were its parent's or shared. */
function ownXObjects(page: PDFDict): PDFDict {
  let [node, found] = [page as PDFDict | undefined, undefined as unknown]
  for (let depth = 0; node && depth < 50 && !(found instanceof PDFDict); depth++) {
    found = node.lookup(name('Resources'))
    const parent: unknown = node.lookup(name('Parent'))
    node = parent instanceof PDFDict ? parent : undefined
  }
  const resources = found instanceof PDFDict ? found.clone() : page.context.obj({})
  const shared = resources.lookup(name('XObject'))
  const own = shared instanceof PDFDict ? shared.clone() : page.context.obj({})
  resources.set(name('XObject'), own)
  page.set(name('Resources'), resources)
  return own
}

/**
 * Draws what annotations and form fields show onto the page itself: the seal of a court's electronic paper is such a
 * field, and would be lost with it.
 */
export function flattenStamps(page: PDFDict): void {
  const notes = page.lookup(name('Annots'))
  if (!(notes instanceof PDFArray)) return
  const shown = Array.from({ length: Math.min(notes.size(), 500) }, (_, i) => notes.lookup(i)).flatMap((note) => {
    const found = note instanceof PDFDict ? appearance(note) : null
    const matrix = found && note instanceof PDFDict ? placed(note, found.stream) : null
    return found && matrix ? [{ ref: found.ref, matrix }] : []
  })
  if (shown.length === 0) return
  const objects = ownXObjects(page)
  const drawing = shown.map(({ ref, matrix }) => {
    const key = objects.uniqueKey('Stamp')
    objects.set(key, ref)
    return `q ${matrix} cm ${key.asString()} Do Q`
  })
  const { context } = page
  const stream = (text: string): PDFRef => context.register(context.flateStream(text))
  const contents = page.get(name('Contents'))
  const there = page.lookup(name('Contents'))
  const own = there instanceof PDFArray ? there.asArray() : contents ? [contents] : []
  // The page's own drawing may leave the coordinates changed: they are put back first.
  page.set(name('Contents'), context.obj([stream('q\n'), ...own, stream(`\nQ\n${drawing.join('\n')}\n`)]))
}
