import type { Content } from 'pdfmake/interfaces.js'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { yuanCapital, yuanFigures } from '../../../shared/rules/money.ts'
import { chineseNumber } from '../../../shared/rules/numerals.ts'
import { boundaryPassages } from './boundary.ts'
import {
  boldLine,
  type CasePaperInput,
  closingTexts,
  copiesText,
  form,
  gap,
  nothingBelow,
  type Passage,
  part,
  passage,
  readAloudTexts,
  toFill,
  typed,
} from './paperForm.ts'
import { emptyPartyBlocks } from './partyBlock.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { heading, linesOf, paragraph, pitch, ruledLines, textHeight } from './sheet.ts'
import { emptySignatures, signaturesOf, signing } from './signatures.ts'
import { signedForm } from './signedForm.ts'

const title = '人民调解协议书'

type Performance = DisputeData['performances'][number]

/** Everything a court asks to be concrete: who, how, where, how much, by when (domain 1). */
function performanceText(p: Performance): string {
  const facts: readonly (readonly [string, string | null])[] = [
    ['履行人', p.debtor],
    ['履行方式', p.manner],
    ['履行地点', p.place],
    ['金额', p.amount === null ? null : amountText(p.amount)],
    ['履行期限', p.dueOn === null ? null : `${chineseDate(p.dueOn)}前（含当日）`],
  ]
  return `${facts.flatMap(([label, value]) => (value === null ? [] : [`${label}：${value}`])).join('；')}。`
}

const amountText = (fen: number): string => `¥${yuanFigures(fen)}元（大写：人民币${yuanCapital(fen)}）`

function totalText(performances: readonly Performance[]): string | null {
  const amounts = performances.flatMap((p) => (p.amount === null ? [] : [p.amount]))
  const total = amounts.reduce((a, b) => a + b, 0)
  // Beyond exact counting a total would be wrong; the amounts themselves are printed.
  return amounts.length < 2 || !Number.isSafeInteger(total) ? null : `以上金额合计：${amountText(total)}。`
}

const clausePassages = (data: DisputeData): readonly Passage[] =>
  data.clauses.flatMap((clause, i) => {
    const [first = '', ...rest] = linesOf(clause.text)
    return [passage(`${chineseNumber(i + 1)}、${first}`), ...rest.map(passage)]
  })

function performancePassages(data: DisputeData): readonly Passage[] {
  const items = data.performances.map((p, i) => {
    const number = data.performances.length > 1 ? `（${chineseNumber(i + 1)}）` : ''
    return passage(`${number}${performanceText(p)}`)
  })
  const total = totalText(data.performances)
  return total === null ? items : [...items, passage(total)]
}

const labels = {
  facts: '纠纷主要事实、争议事项：',
  responsibilities: '各方责任：',
  clauses: '经调解，自愿达成如下协议：',
  boundary: '四至、界桩：',
  performances: '履行方式、时限：',
} as const

/** The end of the text: what flows freely, and what stays on one page with the first signatures. */
interface Ending {
  readonly flowing: readonly Content[]
  readonly kept: readonly Passage[]
}

/** The last undertaking stands with the signatures, so that nobody signs a page without substance. */
function ending(input: CasePaperInput): Ending {
  const { data } = input
  const items = performancePassages(data)
  const lastLines = [copiesText('本协议', data, data.copies), ...readAloudTexts('本协议', input), nothingBelow].map(
    passage,
  )
  const last = items.at(-1)
  if (last === undefined || last.height > textHeight / 3) {
    return { flowing: part(labels.performances, items), kept: lastLines }
  }
  const kept = [last, ...lastLines]
  if (items.length > 1) return { flowing: part(labels.performances, items.slice(0, -1)), kept }
  return { flowing: [], kept: [boldLine(labels.performances), ...kept] }
}

function filled(input: CasePaperInput): PaperDefinition {
  const { data } = input
  const { flowing, kept } = ending(input)
  const [responsibilities, boundary] = [typed(data.responsibilities), boundaryPassages(data)]
  const text: readonly Content[] = [
    ...part(labels.facts, typed(data.facts)),
    ...(responsibilities.length === 0 ? [] : part(labels.responsibilities, responsibilities)),
    ...part(labels.clauses, clausePassages(data)),
    ...(boundary.length === 0 ? [] : part(labels.boundary, boundary)),
    ...flowing,
  ]
  const closing = closingTexts(kept)
  const about = `本协议共${chineseNumber(data.clauses.length)}条，当事人共${chineseNumber(data.parties.length)}方`
  const signatures = signaturesOf(input)
  return signedForm(input, { title, number: numberText(input), text, closing, about, signatures })
}

/** For two parties it fits on one sheet, front and back. */
function empty(input: CasePaperInput): PaperDefinition {
  const parties = Math.max(2, input.data.parties.length)
  const copies = paragraph('本协议一式＿＿＿＿份，当事人、人民调解委员会各持一份。')
  const used = 2 * pitch
  return form({
    ...input,
    title,
    number: numberText(input),
    content: [
      ...emptyPartyBlocks(parties),
      { text: unitHint, fontSize: 10.5, margin: [0, 6, 0, 0] },
      gap,
      heading(labels.facts),
      ruledLines(8),
      heading(labels.clauses),
      ruledLines(11),
      heading(labels.performances),
      ruledLines(4),
      ...signing({ texts: [copies], height: used, about: title }, emptySignatures(parties, input)),
    ],
  })
}

const unitHint = '（当事人为单位的，填写名称、地址、法定代表人姓名和职务。）'
const numberText = ({ mode, data }: CasePaperInput): string =>
  `编号：${(mode === 'final' && data.agreementNo) || toFill}`

/**
 * 人民调解协议书 (domain 2.3 (9)), in the order of the 2010 form. The definition is new with every call and used up by
 * rendering it.
 */
export const agreement = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
