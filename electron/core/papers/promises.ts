/**
 * What the parties agreed, line by line: in the agreement, the 口头协议登记表 and the one sheet of a simple case. The
 * form of 2010 has only empty lines for it, so that all of it is entered.
 */
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { yuanBothWays } from '../../../shared/rules/money.ts'
import { chineseNumber } from '../../../shared/rules/numerals.ts'
import { type Entered, entered, linesOf } from './sheet.ts'

type Performance = DisputeData['performances'][number]

/** Everything a court asks to be concrete: who, how, where, how much, by when (domain 1). */
export function performanceText(p: Performance): string {
  const facts: readonly (readonly [string, string | null])[] = [
    ['履行人', p.debtor],
    ['履行方式', p.manner],
    ['履行地点', p.place],
    ['金额', p.amount === null ? null : yuanBothWays(p.amount)],
    ['履行期限', p.dueOn === null ? null : `${chineseDate(p.dueOn)}前（含当日）`],
  ]
  return `${facts.flatMap(([label, value]) => (value === null ? [] : [`${label}：${value}`])).join('；')}。`
}

function totalText(performances: readonly Performance[]): string | null {
  const amounts = performances.flatMap((p) => (p.amount === null ? [] : [p.amount]))
  const total = amounts.reduce((a, b) => a + b, 0)
  // Beyond exact counting a total would be wrong; the amounts themselves are printed.
  return amounts.length < 2 || !Number.isSafeInteger(total) ? null : `以上金额合计：${yuanBothWays(total)}。`
}

/** 协议内容: the clauses, numbered. */
export const clauseLines = (data: DisputeData): readonly Entered[] =>
  data.clauses.flatMap((clause, i) => {
    const [first = '', ...rest] = linesOf(clause.text)
    return [`${chineseNumber(i + 1)}、${first}`, ...rest].map(entered)
  })

/** 履行方式、时限, with the total where there is more than one amount. */
export function performanceLines(data: DisputeData): readonly Entered[] {
  const items = data.performances.map((p, i) => {
    const number = data.performances.length > 1 ? `（${chineseNumber(i + 1)}）` : ''
    return `${number}${performanceText(p)}`
  })
  const total = totalText(data.performances)
  return (total === null ? items : [...items, total]).map(entered)
}
