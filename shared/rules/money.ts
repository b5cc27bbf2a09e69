import { capitalNumber } from './numerals.ts'

function parts(fen: number): { readonly yuan: number; readonly jiao: number; readonly cents: number } {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError('an amount is a whole number of fen, zero or more')
  return { yuan: Math.floor(fen / 100), jiao: Math.floor((fen % 100) / 10), cents: fen % 10 }
}

/** Figures with thousands and always two decimals, without a sign: 1205000 → 12,050.00. */
export function yuanFigures(fen: number): string {
  const { yuan, jiao, cents } = parts(fen)
  return `${String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')}.${jiao}${cents}`
}

/**
 * 大写 as on a cheque: 1205000 → 壹万贰仟零伍拾元整, 50 → 伍角整, 1005 → 壹拾元零伍分. No 整 after 分.
 * Throws RangeError for anything but a whole number of fen, zero or more.
 */
export function yuanCapital(fen: number): string {
  const { yuan, jiao, cents } = parts(fen)
  if (fen === 0) return '零元整'
  const head = yuan > 0 ? `${capitalNumber(yuan)}元` : ''
  if (jiao === 0 && cents === 0) return `${head}整`
  if (cents === 0) return `${head}${capitalNumber(jiao)}角整`
  const gap = jiao === 0 && yuan > 0 ? '零' : ''
  return `${head}${jiao > 0 ? `${capitalNumber(jiao)}角` : gap}${capitalNumber(cents)}分`
}

/**
 * An amount as papers write it, figures and 大写 (domain 10, point 14). Behind figures with ¥ stands no 元 (会计基础工作规范
 * 52). Throws RangeError as these do.
 */
export const yuanBothWays = (fen: number): string => `¥${yuanFigures(fen)}（大写：人民币${yuanCapital(fen)}）`
