/** How a case ended and what became of it, in the words of its closing papers. */
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { effectiveOn } from '../../../shared/rules/effect.ts'
import { yuanFigures } from '../../../shared/rules/money.ts'
import { chineseNumber } from '../../../shared/rules/numerals.ts'
import { codes } from '../../../shared/text/zh-CN/codes.ts'
import { otherRoutes } from './paperForm.ts'
import { clauseLines } from './promises.ts'
import { linesOf } from './sheet.ts'

type Result = NonNullable<DisputeData['result']>
const dated = (day: string | null): string => (day === null ? '' : `${chineseDate(day)}，`)
const sentence = (text: string): string => text.replace(/[。；，]*$/, '。')
const because = (reason: string | null): string => {
  const text = linesOf(reason).join('')
  return text === '' ? '' : `理由：${sentence(text)}`
}

function agreedText(d: DisputeData, kind: string): string {
  const number = d.agreementNo === null ? '' : `（协议编号：${d.agreementNo}）`
  const on = effectiveOn(d)
  return `当事人自愿达成${kind}协议${number}。${on === null ? '' : `协议自${chineseDate(on)}起生效。`}`
}
const toldText = (d: DisputeData): string =>
  d.otherRoutesToldOn === null ? '' : `${chineseDate(d.otherRoutesToldOn)}已告知当事人${otherRoutes}。`

const endings: Readonly<Record<Result, (d: DisputeData) => string>> = {
  written: (d) => agreedText(d, '书面'),
  oral: (d) => agreedText(d, '口头'),
  failed: (d) => `当事人未能达成协议。${toldText(d)}`,
  refused: (d) => `当事人明确拒绝调解，调解终止。${toldText(d)}`,
  withdrawn: (d) => `申请人撤回申请，调解终止。${toldText(d)}`,
  transferred: (d) =>
    `移送${d.transferredTo ?? ''}处理${d.transferredLetterNo === null ? '' : `（函号：${d.transferredLetterNo}）`}。${because(d.transferReason)}`,
  terminated: (d) => `调解终止。${because(d.terminationReason)}${toldText(d)}`,
  calmed: () => '就地劝解，当事人和解。',
}

/** What was agreed, where it is short; the agreement itself lies in the same dossier. */
function agreedLines(d: DisputeData): readonly string[] {
  const lines = clauseLines(d).map((line) => line.text)
  const length = lines.reduce((sum, line) => sum + [...line].length, 0)
  return length <= 400 ? lines : [`协议共${chineseNumber(d.clauses.length)}条，全文见卷内协议。`]
}

/** 调解结果, a line to a sentence; none while there is no result. */
export function outcomeLines(d: DisputeData): readonly string[] {
  if (d.result === null) return []
  const isAgreed = d.result === 'written' || d.result === 'oral'
  const first = `${codes.result[d.result]}。${dated(d.resultDate)}${endings[d.result](d)}`
  return isAgreed ? [first, ...agreedLines(d)] : [first]
}

type Performance = DisputeData['performances'][number]

function performedLine(p: Performance, i: number, many: boolean): string {
  const facts = [
    [p.debtor, p.manner].filter((v) => v !== null).join('：'),
    p.amount === null ? null : `¥${yuanFigures(p.amount)}`,
    p.dueOn === null ? null : `应于${chineseDate(p.dueOn)}前履行`,
    p.doneOn === null ? '未履行' : `${chineseDate(p.doneOn)}已履行`,
    p.receivedBy === null ? null : `由${p.receivedBy}收到`,
  ]
  return `${many ? `（${chineseNumber(i + 1)}）` : ''}${facts.filter((f) => f !== null && f !== '').join('，')}。`
}

/** Code points of 履行情况: beyond them the undertakings are counted, each with its own voucher in the dossier. */
const roomForPerformances = 300

/** 履行情况, a line to an undertaking; an end without agreement leaves nothing to perform. */
export function performedLines(d: DisputeData): readonly string[] {
  if (d.result === null) return []
  if (d.result !== 'written' && d.result !== 'oral') return ['未达成协议，无履行事项。']
  const state = d.performanceState === null ? [] : [`${codes.performanceState[d.performanceState]}。`]
  const all = d.performances
  const lines = all.map((p, i) => performedLine(p, i, all.length > 1))
  if ([...lines.join('')].length <= roomForPerformances) return [...state, ...lines]
  const done = all.filter((p) => p.doneOn !== null).length
  return [...state, `履行事项共${all.length}项，已履行${done}项，凭证见卷内。`]
}
