import type { Problem } from '../errors.ts'
import type { DisputeData } from '../ledgers/dispute.ts'
import { typedMoney } from './typedNumber.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const small: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 }
const cents: Readonly<Record<string, number>> = { 角: 10, 分: 1 }

/** A section below 万 of 大写; null when it is not one. */
function sectionOf(text: string): number | null {
  let sum = 0
  let digit = 0
  for (const c of text) {
    const at = digits.indexOf(c)
    const unit = small[c]
    if (at >= 0) digit = at
    else if (unit !== undefined) {
      sum += (digit === 0 ? 1 : digit) * unit
      digit = 0
    } else return null
  }
  return sum + digit
}

/** The whole number before 元: sections of 亿 and 万. */
function wholeOf(text: string): number | null {
  for (const [unit, size] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(unit)
    if (at < 0) continue
    const [high, low] = [wholeOf(text.slice(0, at)), wholeOf(text.slice(at + 1))]
    return high === null || low === null ? null : high * size + low
  }
  return sectionOf(text)
}

/** 大写 as written on papers (`壹万贰仟零伍拾元整`, 圆 and 正 allowed) to 分; null when it is not an amount. */
export function capitalMoney(text: string): number | null {
  const found = /^(?:([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)[元圆])?((?:[零壹贰叁肆伍陆柒捌玖]+[角分])*)[整正]?$/.exec(text)
  if (!found || text === '') return null
  const [, whole = '', rest = ''] = found
  if (whole === '' && rest === '') return null
  const yuan = whole === '' ? 0 : wholeOf(whole)
  if (yuan === null) return null
  const small = [...rest.matchAll(/([零壹贰叁肆伍陆柒捌玖])([角分])/g)]
  return yuan * 100 + small.reduce((sum, [, d = '', u = '']) => sum + digits.indexOf(d) * (cents[u] ?? 0), 0)
}

/** An amount in a text: as it is written, and in 分. */
export interface Amount {
  readonly written: string
  readonly fen: number
}

const inFigures =
  /(?:[¥￥]\s*)?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?\s*[万]?\s*元|[¥￥]\s*[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?/g
const inCapitals =
  /[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆](?:[零壹贰叁肆伍陆柒捌玖]+[角分])*[整正]?|(?:[壹贰叁肆伍陆柒捌玖]+[角分])+[整正]?/g

const found = (text: string, pattern: RegExp, read: (written: string) => number | null): readonly Amount[] =>
  [...text.matchAll(pattern)].flatMap(([written]) => {
    const fen = read(written)
    return fen === null ? [] : [{ written: written.trim(), fen }]
  })

/** Amounts in figures (`3000元`, `1.2 万元`, `￥3,000.00`) in the order of the text. */
export const figuresIn = (text: string): readonly Amount[] => found(text, inFigures, typedMoney)

/** Amounts in 大写 in the order of the text. */
export const capitalsIn = (text: string): readonly Amount[] => found(text, inCapitals, capitalMoney)

/**
 * The first 大写 that no figure of the same text says, where figures are written at all; null when they agree.
 * Figures without 大写 are no fault: the paper prints 大写 of performances by itself.
 */
export function differingCapital(text: string): Amount | null {
  const figures = new Set(figuresIn(text).map((a) => a.fen))
  if (figures.size === 0) return null
  return capitalsIn(text).find((a) => !figures.has(a.fen)) ?? null
}

/** Clauses and manners of performance in which a 大写 and the figures beside it differ: whoever signs reads only one. */
export function amountProblems(d: DisputeData): readonly Problem[] {
  const texts = [
    ...d.clauses.map((c, i) => [`clauses.${i}.text`, c.text] as const),
    ...d.performances.map((p, i) => [`performances.${i}.manner`, p.manner] as const),
    ...d.supplements.map((s, i) => [`supplements.${i}.text`, s.text] as const),
  ]
  return texts.flatMap(([path, text]): readonly Problem[] => {
    const differing = differingCapital(text ?? '')
    if (differing === null) return []
    return [{ path, code: 'amountDiffers', severity: 'warning', params: { written: differing.written } }]
  })
}
