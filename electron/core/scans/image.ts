import { type Canvas, createCanvas, type Image, loadImage } from '@napi-rs/canvas'
import { withoutExtras } from './jpegSegments.ts'

/** An A4 page at 200 dpi, upright: what keeps small print and seals readable, and no more. */
const page = { long: 2339, short: 1654 } as const
const thumbSide = 200
/** A picture that is drawn smaller may lose a little more; one kept at its size was coded before and shall not lose twice. */
const quality = { reduced: 80, kept: 88, thumb: 60 } as const

export interface ReducedImage {
  readonly jpeg: Uint8Array
  readonly thumb: Uint8Array
}

/** How much of its width and height a picture keeps: all of it when it fits a page at 200 dpi, in either position. */
export function scaleFor(width: number, height: number): number {
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  return Math.min(1, page.long / long, page.short / short)
}

/** Draws on white: what was transparent would come out black. */
function drawn(image: Image | Canvas, width: number, height: number): Canvas {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, width, height)
  return canvas
}

/** Further from grey than a scanner's own noise. */
const coloured = 36
/** A seal, a fingerprint, a blue signature: so small a share of the page is colour already. */
const colourShare = 0.0003

function isGrey(data: Uint8ClampedArray): boolean {
  const most = (data.length / 4) * colourShare
  let found = 0
  for (let i = 0; i + 2 < data.length; i += 4) {
    const [r, g, b] = [data[i] as number, data[i + 1] as number, data[i + 2] as number]
    if (Math.max(r, g, b) - Math.min(r, g, b) > coloured && ++found > most) return false
  }
  return true
}

/** A page without colour gets none: what a camera or a JPEG before added of it only costs room. */
function makeGrey(data: Uint8ClampedArray): void {
  for (let i = 0; i + 2 < data.length; i += 4) {
    const grey = 0.299 * (data[i] as number) + 0.587 * (data[i + 1] as number) + 0.114 * (data[i + 2] as number)
    data[i] = data[i + 1] = data[i + 2] = grey
  }
}

const encoded = async (canvas: Canvas, at: number): Promise<Uint8Array> => {
  const jpeg = new Uint8Array(await canvas.encode('jpeg', at))
  return withoutExtras(jpeg) ?? jpeg
}

/**
 * Decodes, turns as the camera said, draws at no more than 200 dpi of A4, grey where it is grey, and encodes anew, so that
 * nothing of the file but its picture is left. Rejects when the picture cannot be decoded.
 */
export async function reduceImage(bytes: Uint8Array): Promise<ReducedImage> {
  const image = await loadImage(bytes)
  const scale = scaleFor(image.width, image.height)
  const [width, height] = [image.width, image.height].map((n) => Math.max(1, Math.round(n * scale))) as [number, number]
  const canvas = drawn(image, width, height)
  const context = canvas.getContext('2d')
  const pixels = context.getImageData(0, 0, width, height)
  if (isGrey(pixels.data)) {
    makeGrey(pixels.data)
    context.putImageData(pixels, 0, 0)
  }
  const small = Math.min(1, thumbSide / Math.max(width, height))
  const thumb = drawn(canvas, Math.max(1, Math.round(width * small)), Math.max(1, Math.round(height * small)))
  return {
    jpeg: await encoded(canvas, scale < 1 ? quality.reduced : quality.kept),
    thumb: await encoded(thumb, quality.thumb),
  }
}
