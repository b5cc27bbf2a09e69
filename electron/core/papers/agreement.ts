import type { Content, ContentText } from 'pdfmake/interfaces.js'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { yuanCapital, yuanFigures } from '../../../shared/rules/money.ts'
import { capitalNumber, chineseNumber } from '../../../shared/rules/numerals.ts'
import { emptyPartyBlocks, partyBlocks } from './partyBlock.ts'
import type { PaperDefinition } from './pdfmake.ts'
import {
  heading,
  heightOf,
  linesOf,
  paragraph,
  pitch,
  ruledLines,
  type SheetOptions,
  sheet,
  textHeight,
} from './sheet.ts'
import { emptySignatures, signaturesOf, signing } from './signatures.ts'

export interface AgreementInput {
  readonly data: DisputeData
  /** 印章全称: the committee's name as on its seal. */
  readonly committee: string
  /** `draft` prints 草稿 and no number; `blank` is the form to be filled by hand and shows nobody's data. */
  readonly mode: 'draft' | 'final' | 'blank'
  readonly number: string | null
  /** The paper's date, YYYY-MM-DD: ages not fixed at 受理 are counted on it. */
  readonly on: string
  readonly sample: boolean
}

const title = '人民调解协议书'
const sampleMark = '演示样张　不得入卷'

/** A text and a height it never exceeds. */
interface Passage {
  readonly node: ContentText
  readonly height: number
}
const passage = (text: string): Passage => ({ node: paragraph(text) as ContentText, height: heightOf(text) })

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

/** Each party one copy, the committee keeps one (人民调解法 29); more than these are for the court or kept in reserve. */
function copiesText(data: DisputeData): string {
  const copies = data.copies === null ? '＿＿＿＿' : capitalNumber(data.copies)
  const base = `本协议一式${copies}份，当事人、人民调解委员会各持一份`
  const extra = (data.copies ?? 0) - data.parties.length - 1
  if (extra <= 0) return `${base}。`
  const use = data.confirmationWanted === true && extra === 1 ? '用于申请司法确认' : '备用'
  return `${base}，另有${capitalNumber(extra)}份${use}。`
}

function readAloudText(data: DisputeData): string | null {
  const readers = data.attendants.filter((a) => a.kind !== 'witness')
  const isNeeded = readers.length > 0 || data.parties.some((p) => p.needsInterpreter === true)
  if (!isNeeded) return null
  const interpreters = readers.filter((a) => a.kind === 'interpreter')
  const language = interpreters.length === 0 ? '汉语' : interpreters.map((a) => a.language ?? '＿＿＿＿').join('、')
  return `本协议已用${language}宣读，当事人确认无误。`
}

const typed = (text: string | null): readonly Passage[] => linesOf(text).map(passage)

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

/** A headed part of the paper; a part nobody wrote yet leaves lines to write on. */
function part(label: string, passages: readonly Passage[]): readonly Content[] {
  return [heading(label), ...(passages.length === 0 ? [ruledLines(3)] : passages.map((p) => p.node))]
}

const labels = {
  facts: '纠纷主要事实、争议事项：',
  responsibilities: '各方责任：',
  clauses: '经调解，自愿达成如下协议：',
  performances: '履行方式、时限：',
} as const

const nothingBelow = '（以下无正文）'

/** The end of the text: what flows freely, and what stays on one page with the first signatures. */
interface Ending {
  readonly flowing: readonly Content[]
  readonly kept: readonly Passage[]
}

/** The last undertaking stands with the signatures, so that nobody signs a page without substance. */
function ending(data: DisputeData): Ending {
  const items = performancePassages(data)
  const lastLines = [copiesText(data), readAloudText(data), nothingBelow].filter((t) => t !== null).map(passage)
  const last = items.at(-1)
  if (last === undefined || last.height > textHeight / 3) {
    return { flowing: part(labels.performances, items), kept: lastLines }
  }
  const kept = [last, ...lastLines]
  if (items.length > 1) return { flowing: part(labels.performances, items.slice(0, -1)), kept }
  const label: Passage = { node: { text: labels.performances, bold: true }, height: pitch }
  return { flowing: [], kept: [label, ...kept] }
}

function filled(input: AgreementInput): PaperDefinition {
  const { data, committee, on } = input
  const { flowing, kept } = ending(data)
  const responsibilities = typed(data.responsibilities)
  const text: readonly Content[] = [
    ...part(labels.facts, typed(data.facts)),
    ...(responsibilities.length === 0 ? [] : part(labels.responsibilities, responsibilities)),
    ...part(labels.clauses, clausePassages(data)),
    ...flowing,
  ]
  const texts = kept.map((p, i): Content => (i === 0 ? ({ ...p.node, id: 'closing' } as Content) : p.node))
  const used = kept.reduce((sum, p) => sum + p.height, 0)
  const about = `本协议共${chineseNumber(data.clauses.length)}条，当事人共${chineseNumber(data.parties.length)}方`
  return form(input, {
    content: [
      ...partyBlocks(data, on),
      gap,
      ...text,
      ...signing({ texts, height: used, about }, signaturesOf(data, committee)),
    ],
    ...strikeBetween(text.at(-1), texts[0]),
  })
}

function strikeBetween(before: Content | undefined, after: Content | undefined): Pick<SheetOptions, 'strike'> {
  return before === undefined || after === undefined ? {} : { strike: { before, after } }
}

/** For two parties it fits on one sheet, front and back. */
function empty(input: AgreementInput): PaperDefinition {
  const parties = Math.max(2, input.data.parties.length)
  const copies = paragraph('本协议一式＿＿＿＿份，当事人、人民调解委员会各持一份。')
  const used = 2 * pitch
  return form(input, {
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
      ...signing({ texts: [copies], height: used, about: title }, emptySignatures(parties, input.committee)),
    ],
  })
}

const unitHint = '（当事人为单位的，填写名称、地址、法定代表人姓名和职务。）'
const gap: Content = { text: '', margin: [0, 8, 0, 0] }

function form(input: AgreementInput, parts: Pick<SheetOptions, 'content' | 'strike'>): PaperDefinition {
  const number = numberText(input)
  const head: readonly Content[] = [
    { text: title, fontSize: 22, bold: true, alignment: 'center' },
    { text: number, alignment: 'right', bold: input.mode === 'draft', margin: [0, 6, 0, 2] },
  ]
  return sheet({
    ...parts,
    title,
    on: input.on,
    headRight: input.mode === 'draft' ? '' : number,
    mark: input.sample ? sampleMark : input.mode === 'draft' ? number : null,
    content: [...head, ...parts.content],
  })
}

function numberText({ mode, number }: AgreementInput): string {
  if (mode === 'draft') return '草稿'
  return `编号：${(mode === 'final' && number) || '＿＿＿＿＿＿＿＿'}`
}

/**
 * 人民调解协议书 (domain 2.3 (9)), in the order of the 2010 form. The definition is new with every call and used up by
 * rendering it.
 */
export const agreement = (input: AgreementInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
