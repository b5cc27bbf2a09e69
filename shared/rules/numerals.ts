/** Whole numbers in Chinese characters: the plain ones of headings and the 大写 ones of amounts. */

interface Script {
  readonly digits: string
  /** Units of one section of four digits: ones, tens, hundreds, thousands. */
  readonly units: readonly [string, string, string, string]
}

const plain: Script = { digits: '零一二三四五六七八九', units: ['', '十', '百', '千'] }
const capital: Script = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'] }

/** 1–9999 without leading zeros; gaps inside become one 零. */
function section(n: number, script: Script): string {
  const digits = [...String(n)].map(Number)
  const written = digits.map((d, i) =>
    d === 0 ? '零' : `${script.digits[d]}${script.units[digits.length - 1 - i] ?? ''}`,
  )
  return written.join('').replace(/零+/g, '零').replace(/零$/, '')
}

/** Splits at 亿, then at 万; a lower part with a leading gap starts with 零. */
function whole(n: number, script: Script): string {
  for (const [size, unit] of [
    [1e8, '亿'],
    [1e4, '万'],
  ] as const) {
    if (n < size) continue
    const rest = n % size
    const gap = rest > 0 && rest < size / 10 ? '零' : ''
    return `${whole(Math.floor(n / size), script)}${unit}${gap}${rest > 0 ? whole(rest, script) : ''}`
  }
  return section(n, script)
}

function checked(n: number): number {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError('not a whole number of zero or more')
  return n
}

/** 大写 of a whole number: 12050 → 壹万贰仟零伍拾. Throws RangeError below zero and beyond the safe integers. */
export const capitalNumber = (n: number): string => (checked(n) === 0 ? '零' : whole(n, capital))

/** Ordinary numeral: 12 → 十二, 105 → 一百零五. Throws RangeError below zero and beyond the safe integers. */
export const chineseNumber = (n: number): string => (checked(n) === 0 ? '零' : whole(n, plain).replace(/^一十/, '十'))
