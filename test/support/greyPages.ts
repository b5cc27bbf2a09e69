/**
 * Small grey images of PDF pages: how they are made, kept as PNG, and compared. Poppler draws them; where it is not
 * installed nothing here works and {@link hasPoppler} says so.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { crc32, deflateSync, inflateSync } from 'node:zlib'

export interface Grey {
  readonly width: number
  readonly height: number
  /** One byte for each pixel, row by row; 255 is white. */
  readonly pixels: Uint8Array
}

const tool = 'pdftoppm'
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/bin']
const toolPath = folders.map((folder) => join(folder, tool)).find((path) => existsSync(path))
export const hasPoppler = toolPath !== undefined

const keptDpi = 40
/** Drawn finer and averaged, so that a line's weight does not hang on where it falls between two pixels. */
const finer = 3

/** The pages of a PDF in order, all or those from one to another. The bytes go through pipes: nothing of a paper lies on the disk. */
export async function greyPages(
  pdf: Uint8Array,
  {
    from,
    to,
    options = [],
  }: { readonly from?: number; readonly to?: number; readonly options?: readonly string[] } = {},
): Promise<readonly Grey[]> {
  const some = [...(from === undefined ? [] : ['-f', String(from)]), ...(to === undefined ? [] : ['-l', String(to)])]
  if (toolPath === undefined) throw new Error(`${tool} is not installed`)
  const child = spawn(toolPath, ['-gray', '-r', String(keptDpi * finer), ...some, ...options, '-'])
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${tool} ended with ${code}`))))
  })
  child.stdin.end(pdf)
  await ended
  return pgmImages(Buffer.concat(chunks)).map(averaged)
}

/** The images of a stream of binary PGM, as `pdftoppm` writes one after the other. */
function pgmImages(bytes: Buffer): readonly Grey[] {
  const images: Grey[] = []
  for (let at = 0; at < bytes.length; ) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', at, at + 40))
    if (!head) throw new Error('not a grey image')
    const [width, height] = [Number(head[1]), Number(head[2])]
    const from = at + head[0].length
    at = from + width * height
    images.push({ width, height, pixels: bytes.subarray(from, at) })
  }
  return images
}

function averaged(image: Grey): Grey {
  const [width, height] = [Math.floor(image.width / finer), Math.floor(image.height / finer)]
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let dy = 0; dy < finer; dy++)
        for (let dx = 0; dx < finer; dx++) sum += image.pixels[(y * finer + dy) * image.width + x * finer + dx] ?? 255
      pixels[y * width + x] = Math.round(sum / finer / finer)
    }
  return { width, height, pixels }
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Sixteen greys, two pixels in a byte: enough to see and compare, half the size. */
const depth = 4

const bytesInRow = (width: number): number => 1 + Math.ceil(width / 2)

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/** A grey PNG of sixteen levels. */
export function pngOf({ width, height, pixels }: Grey): Buffer {
  const rows = Buffer.alloc(bytesInRow(width) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const level = Math.round((pixels[y * width + x] ?? 255) / 17)
      const at = y * bytesInRow(width) + 1 + (x >> 1)
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? level << 4 : level)
    }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = depth
  const end = chunk('IEND', Buffer.alloc(0))
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), end])
}

/** Reads what {@link pngOf} wrote. Throws for any other PNG. */
export function greyOf(png: Buffer): Grey {
  const head = png.subarray(16, 29)
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const isOurs = png.subarray(0, 8).equals(signature) && head[8] === depth && head[9] === 0 && head[12] === 0
  if (!isOurs) throw new Error('not a page image of the golden papers')
  const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)))
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    if (rows[y * bytesInRow(width)] !== 0) throw new Error('not a page image of the golden papers')
    for (let x = 0; x < width; x++) {
      const byte = rows[y * bytesInRow(width) + 1 + (x >> 1)] ?? 0
      pixels[y * width + x] = 17 * (x % 2 === 0 ? byte >> 4 : byte & 15)
    }
  }
  return { width, height, pixels }
}

/** Length in pixels of the strips that are compared, 15 mm: much longer than a character, shorter than a rule. */
const strip = 24
/**
 * How far the mean of a strip may move, of 255. Another way of drawing letters (no smoothing, a different library)
 * moves it by up to 25; a hairline that is gone, or stands one pixel (0.6 mm) off, moves it by 40.
 */
const tolerance = 30

/** Sums of all pixels above and left of a corner, one row and column more than the image. */
function sums({ width, height, pixels }: Grey): Float64Array {
  const out = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      row += pixels[y * width + x] ?? 255
      out[(y + 1) * (width + 1) + x + 1] = (out[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  return out
}

export interface Difference {
  readonly x: number
  readonly y: number
  /** Of 255. */
  readonly by: number
}

function widest(a: Grey, b: Grey, w: number, h: number): Difference {
  const [left, right] = [sums(a), sums(b)]
  const mean = (of: Float64Array, x: number, y: number): number => {
    const at = (cx: number, cy: number) => of[cy * (a.width + 1) + cx] ?? 0
    return (at(x + w, y + h) - at(x, y + h) - at(x + w, y) + at(x, y)) / (w * h)
  }
  let found: Difference = { x: 0, y: 0, by: 0 }
  for (let y = 0; y + h <= a.height; y++)
    for (let x = 0; x + w <= a.width; x++) {
      const by = Math.abs(mean(left, x, y) - mean(right, x, y))
      if (by > found.by) found = { x, y, by }
    }
  return found
}

/** Where two images of a page differ by more than another way of drawing the same page would; null where they do not. */
export function differenceOf(a: Grey, b: Grey): Difference | null {
  if (a.width !== b.width || a.height !== b.height) return { x: a.width - b.width, y: a.height - b.height, by: 255 }
  const found = [widest(a, b, strip, 2), widest(a, b, 2, strip)].sort((d, e) => e.by - d.by)
  return found.find((d) => d.by > tolerance) ?? null
}
