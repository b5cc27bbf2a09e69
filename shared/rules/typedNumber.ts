/** Thousands marks, full-width digits and unit words away. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[,，\s¥￥]/g, '')
    .replace(/[元人份件页次]$/, '')

/** 元 as typed (`1,234.5`, `１２００`, `3万`, `1.2万元`) to integer 分; null when it is not an amount. */
export function typedMoney(typed: string): number | null {
  const found = /^(-?\d{1,12})(?:\.(\d{1,6}))?(万)?$/.exec(plain(typed))
  if (!found) return null
  const [, whole = '', fraction = '', wan] = found
  const places = wan === undefined ? 2 : 6
  if (fraction.length > places) return null
  // On strings, because 1.15 × 100 is 114.99999999999999.
  const fen = Number(whole + fraction.padEnd(places, '0'))
  return Number.isSafeInteger(fen) ? fen : null
}

/** A whole number as typed; null when it is not one. */
export function typedInteger(typed: string): number | null {
  const text = plain(typed)
  return /^-?\d{1,15}$/.test(text) ? Number(text) : null
}

export function typedDecimal(typed: string): number | null {
  const text = plain(typed)
  return /^-?\d{1,12}(\.\d{1,12})?$/.test(text) ? Number(text) : null
}
