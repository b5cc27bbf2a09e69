import { typedDecimal } from './typedNumber.ts'

export type Axis = 'longitude' | 'latitude'

/** What may stand before or behind a coordinate, and the side of zero it means. */
const sides: Readonly<Record<Axis, readonly (readonly [RegExp, 1 | -1])[]>> = {
  longitude: [
    [/^(?:东经|E)|E$/i, 1],
    [/^(?:西经|W)|W$/i, -1],
  ],
  latitude: [
    [/^(?:北纬|N)|N$/i, 1],
    [/^(?:南纬|S)|S$/i, -1],
  ],
}
const limit: Readonly<Record<Axis, number>> = { longitude: 180, latitude: 90 }

/** Six decimals are a tenth of a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

function magnitude(text: string): number | null {
  // A space is between degrees and minutes here, not between thousands.
  const decimal = text.includes(' ') ? null : typedDecimal(text.replace(/[°度]$/, ''))
  if (decimal !== null) return decimal
  const found =
    /^(\d{1,3})(?:[°度]|[ ,])(\d{1,2}(?:\.\d+)?)(?:['′’分]|[ ,]|$)(?:(\d{1,2}(?:\.\d+)?)(?:["”秒]|''|′′|’’)?)?$/.exec(
      text,
    )
  if (!found) return null
  const [degrees, minutes, seconds] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)]
  if (minutes >= 60 || seconds >= 60) return null
  // A fraction of a minute with seconds behind it is a slip, not a place.
  if (found[3] !== undefined && !Number.isInteger(minutes)) return null
  return degrees + minutes / 60 + seconds / 3600
}

/**
 * A coordinate as typed (`102.9112`, `102°54′40″`, `102度54分40秒`, `东经102度54分`, `E102 54 40`) to decimal degrees,
 * west and south below zero, six decimals; null when it cannot be read or is not on the globe.
 */
export function typedDegrees(typed: string, axis: Axis): number | null {
  // ″ is two ′ afterwards.
  const text = typed.trim().normalize('NFKC').replace(/\s+/g, ' ')
  const side = sides[axis].find(([mark]) => mark.test(text))
  const bare = side === undefined ? text : text.replace(side[0], '').trim()
  const value = magnitude(bare)
  if (value === null || (side !== undefined && value < 0)) return null
  const degrees = rounded(value * (side?.[1] ?? 1))
  return Math.abs(degrees) <= limit[axis] ? degrees : null
}
