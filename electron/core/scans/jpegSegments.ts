/** Where the next marker stands after entropy-coded data; stuffed zeros and restart marks belong to the data. */
export function afterData(jpeg: Uint8Array, from: number): number {
  for (let at = jpeg.indexOf(0xff, from); at !== -1 && at + 1 < jpeg.length; at = jpeg.indexOf(0xff, at + 1)) {
    const next = jpeg[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return jpeg.length
}

/** A marker segment; that of the scan includes the data behind it. */
interface Segment {
  readonly marker: number
  readonly begin: number
  readonly end: number
}

/** The segments between start and end of the picture, and whether the end's own mark was reached. */
export function jpegSegments(jpeg: Uint8Array): { readonly segments: readonly Segment[]; readonly whole: boolean } {
  const v = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  const segments: Segment[] = []
  let at = 2
  while (at + 2 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0
    if (marker === 0xd9) return { segments, whole: true }
    if (marker === 0xff) at++
    else {
      if (marker < 0xc0 || at + 4 > jpeg.length) break
      const length = at + 2 + v.getUint16(at + 2)
      const end = marker === 0xda ? afterData(jpeg, length) : length
      if (end > jpeg.length) break
      segments.push({ marker, begin: at, end })
      at = end
    }
  }
  return { segments, whole: false }
}

/** Extra is everything that does not help to decode: JFIF and the mark of Adobe say what the colours are, and stay. */
const isExtra = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe

/**
 * A JPEG without what cameras and programs write beside the picture: EXIF with place and time, XMP, colour profiles,
 * comments, further pictures behind the end. The picture's own data are copied as they are. Null for no whole JPEG.
 */
export function withoutExtras(jpeg: Uint8Array): Uint8Array | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return null
  const { segments, whole } = jpegSegments(jpeg)
  if (!whole) return null
  const kept = segments.filter((s) => !isExtra(s.marker)).map((s) => jpeg.subarray(s.begin, s.end))
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), ...kept, Buffer.from([0xff, 0xd9])]))
}
