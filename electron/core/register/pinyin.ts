import { pinyin } from 'pinyin-pro'

const syllables = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })

const readings = new Map<string, string>()
function readingOf(char: string): string {
  const known = readings.get(char)
  if (known !== undefined) return known
  const reading = pinyin(char, { toneType: 'none', v: true }).toLowerCase()
  readings.set(char, reading)
  return reading
}

/**
 * Key by which Chinese text sorts: syllables apart, so that 李 comes before 连 as in a dictionary. Each character is read
 * by itself, so that the key of a text's beginning is the beginning of its key.
 */
export const pinyinKey = (text: string): string =>
  (text.match(/[0-9A-Za-z]+|[^0-9A-Za-z]/gu) ?? [])
    .map((piece) => (/^[0-9A-Za-z]/.test(piece) ? piece.toLowerCase() : readingOf(piece)))
    .join(' ')

/** Whole pinyin and initials of a name (`张三` → `zhangsan`, `zs`); empty where there is no Chinese in it. */
export function nameSounds(name: string): readonly string[] {
  const parts = syllables(name)
    .map((s) => s.toLowerCase())
    .filter((s) => /^[a-z]+$/.test(s))
  if (parts.length === 0 || !/\p{Script=Han}/u.test(name)) return []
  return [parts.join(''), parts.map((s) => s[0]).join('')]
}
