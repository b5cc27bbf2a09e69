/** Raw X25519 keys inside age's bech32 spelling (`age1…`, `AGE-SECRET-KEY-1…`). */

const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

function checksum(values: readonly number[]): number {
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    generators.forEach((g, i) => {
      if ((top >>> i) & 1) sum ^= g
    })
  }
  return sum >>> 0
}

/** Five-bit groups as bytes; null when the leftover bits are not zero. */
function toBytes(groups: readonly number[]): Uint8Array | null {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const group of groups) {
    held = (held << 5) | group
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >>> bits) & 0xff)
    held &= (1 << bits) - 1
  }
  return held === 0 && bits < 5 ? Uint8Array.from(bytes) : null
}

/** The 32 bytes of a key spelled in bech32 with this prefix; null when the spelling or its checksum is wrong. */
export function ageKeyBytes(text: string, prefix: 'age' | 'age-secret-key-'): Uint8Array | null {
  const spelled = prefix === 'age' ? text : text.toLowerCase()
  if (prefix !== 'age' && text !== text.toUpperCase()) return null
  if (!spelled.startsWith(`${prefix}1`)) return null
  const groups = [...spelled.slice(prefix.length + 1)].map((c) => alphabet.indexOf(c))
  if (groups.includes(-1) || groups.length < 6) return null
  const letters = [...prefix].map((c) => c.charCodeAt(0))
  const expanded = [...letters.map((c) => c >>> 5), 0, ...letters.map((c) => c & 31)]
  if (checksum([...expanded, ...groups]) !== 1) return null
  const bytes = toBytes(groups.slice(0, -6))
  return bytes?.length === 32 ? bytes : null
}
