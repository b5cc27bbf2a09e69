/** Pictures and PDFs made in the test: nothing of unknown origin lies in the tree. */
import { createCanvas } from '@napi-rs/canvas'

export interface Look {
  readonly width: number
  readonly height: number
  /** A red seal on the page, or none. */
  readonly seal?: boolean
  readonly text?: string
}
/** A page of grey lines, as a scanner gives it; its top left corner is black. */
export function pageCanvas({ width, height, seal = false, text = '' }: Look) {
  const canvas = createCanvas(width, height)
  const c = canvas.getContext('2d')
  c.fillStyle = '#fdfdfd'
  c.fillRect(0, 0, width, height)
  c.fillStyle = '#222222'
  for (let y = height / 8; y < height * 0.9; y += height / 40)
    c.fillRect(width / 8, y, width * 0.75, height / 200)
    // Bars instead of letters: they look the same whatever fonts a machine has.
  ;[...text].forEach((letter, i) => {
    c.fillRect(width / 6 + (i * width) / 30, 0, width / 60, (((letter.codePointAt(0) ?? 0) % 97) * height) / 1000)
  })
  c.fillRect(0, 0, width / 10, height / 10)
  if (seal) {
    c.strokeStyle = '#d01818'
    c.lineWidth = width / 100
    c.beginPath()
    c.arc(width * 0.7, height * 0.8, width / 10, 0, 2 * Math.PI)
    c.stroke()
  }
  return canvas
}
export const jpegOf = async (look: Look): Promise<Uint8Array> =>
  new Uint8Array(await pageCanvas(look).encode('jpeg', 92))
export const pngOf = async (look: Look): Promise<Uint8Array> => new Uint8Array(await pageCanvas(look).encode('png'))

const entry = (tag: number, type: number, count: number, value: number): Buffer => {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt16BE(tag, 0)
  bytes.writeUInt16BE(type, 2)
  bytes.writeUInt32BE(count, 4)
  if (type === 3) bytes.writeUInt16BE(value, 8)
  else bytes.writeUInt32BE(value, 8)
  return bytes
}
const u16 = (n: number): Buffer => Buffer.from([n >> 8, n & 255])
/** Degrees, minutes and seconds as a camera writes them. */
const degrees = (d: number, m: number, s: number): Buffer => {
  const bytes = Buffer.alloc(24)
  ;[d, 1, m, 1, s, 1].forEach((n, i) => {
    bytes.writeUInt32BE(n, i * 4)
  })
  return bytes
}

/** The words a telephone writes into a photo, which must not be kept. */
export const cameraWords = {
  maker: 'EXAMPLE-PHONE-7',
  profile: 'EXAMPLE-PROFILE',
  xmp: 'http://ns.adobe.com/xap/1.0/',
} as const

/** EXIF with a maker, an orientation and a place of the world. */
function exif(orientation: number): Buffer {
  const maker = Buffer.from(`${cameraWords.maker}\0`)
  const gpsAt = 8 + 2 + 3 * 12 + 4
  const makerAt = gpsAt + 2 + 4 * 12 + 4
  const latitudeAt = makerAt + maker.length
  const main = [
    u16(3),
    entry(0x010f, 2, maker.length, makerAt),
    entry(0x0112, 3, 1, orientation),
    entry(0x8825, 4, 1, gpsAt),
  ]
  const north = entry(1, 2, 2, 0x4e000000)
  const east = entry(3, 2, 2, 0x45000000)
  const gps = [u16(4), north, entry(2, 5, 3, latitudeAt), east, entry(4, 5, 3, latitudeAt + 24), Buffer.alloc(4)]
  const tiff = [Buffer.from('4d4d002a00000008', 'hex'), ...main, Buffer.alloc(4), ...gps, maker]
  return Buffer.concat([Buffer.from('Exif\0\0'), ...tiff, degrees(34, 59, 57), degrees(102, 54, 37)])
}
const segment = (marker: number, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body])

/** The same JPEG as a telephone would have written it: EXIF, XMP, a colour profile, a comment, a second picture behind it. */
export function asFromPhone(jpeg: Uint8Array, orientation = 1): Uint8Array {
  const xmp = segment(0xe1, Buffer.from(`${cameraWords.xmp}\0<x:xmpmeta/>`))
  const profile = segment(0xe2, Buffer.from(`ICC_PROFILE\0\u0001\u0001${cameraWords.profile}`))
  const extras = [segment(0xe1, exif(orientation)), xmp, profile, segment(0xfe, Buffer.from(cameraWords.maker))]
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), ...extras, jpeg.subarray(2), jpeg]))
}
