import type { Content } from 'pdfmake/interfaces.js'
import { emptyData } from '../../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { helpersOf } from '../../../shared/rules/law/people.ts'
import { paperSource } from '../../../shared/rules/law/source.ts'
import { codes } from '../../../shared/text/zh-CN/codes.ts'
import { type FormField, formTable } from './formTable.ts'
import {
  type CasePaperInput,
  choices,
  closingTexts,
  form,
  passage,
  readAloudTexts,
  strikeBetween,
  toFill,
} from './paperForm.ts'
import { dayOfAges, partyLines } from './partyBlock.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { clauseLines, performanceLines } from './promises.ts'
import { heldText } from './record.ts'
import { type Entered, entered, linesOf, mm, type Words } from './sheet.ts'
import { emptySignatures, officialSignatories, partySignatories, type Signatures, signing } from './signatures.ts'

const title = '简易纠纷调解登记表（一案一表）'
const note = '备注：此表由人民调解委员会填写，一案一表。'
/** Room to write by hand. */
const roomByHand = { summary: mm(28), sessions: mm(50), clauses: mm(35), performances: mm(22) } as const
const noRoom = { summary: 0, sessions: 0, clauses: 0, performances: 0 } as const

type Pieces = readonly (string | Entered)[]
const dayByHand = '＿＿＿＿年＿＿月＿＿日'
const dayOf = (day: string | null): string | Entered => (day === null ? dayByHand : entered(chineseDate(day)))

/** Lines below each other in one cell. */
const below = (lines: readonly Pieces[]): Pieces => lines.flatMap((line, i) => (i === 0 ? line : ['\n', ...line]))

/** 性别、民族、年龄 take little room and share the line of the name; an address has a line of its own. */
const byHand = (label: string): string =>
  '＿'.repeat(label.endsWith('住址') ? 20 : label.length > 2 || label === '姓名' ? 6 : 2)

/** The block of the 2010 forms in one cell: 姓名 性别 民族 年龄 / 职业或职务 联系方式 / 单位或住址. */
const partyWords = (data: DisputeData, index: number, on: string): Words =>
  below(
    partyLines(data, index, on).map((line) =>
      line.flatMap(({ label, value }, i) => [
        `${i === 0 ? '' : '　'}${label}：`,
        value === '' ? byHand(label) : entered(value),
      ]),
    ),
  )

function partyRows({ data, on, mode }: CasePaperInput): readonly (readonly FormField[])[] {
  if (mode === 'blank')
    return [
      [{ label: '申请人', value: partyWords(data, -1, on) }],
      [{ label: '被申请人', value: partyWords(data, -1, on) }],
    ]
  return data.parties.map((party, i) => [
    { label: party.side ? codes.side[party.side] : '当事人', value: partyWords(data, i, dayOfAges(data, on)) },
  ])
}

const sources = { application: '当事人申请', committee: '主动调解' } as const
const noticeWords = ({ noticeDate, noticeForm }: DisputeData): Words => [
  '已于',
  dayOf(noticeDate),
  '将人民调解的相关规定和权利、义务告知各方当事人（',
  ...choices({ written: '书面', oral: '口头' }, noticeForm),
  '）。',
]

/** When, where, with whose help, and what was said. */
function sessionLines(data: DisputeData): readonly Pieces[] {
  const helpers = helpersOf(data).map((p) => `${p.name ?? ''}${p.relation === null ? '' : `（${p.relation}）`}`)
  const sessions = data.sessions.flatMap((s) => [
    [entered([heldText(s), s.place ?? ''].filter((x) => x !== '').join('，')), '调解：'],
    ...linesOf(s.record).map((line): Pieces => [entered(line)]),
  ])
  return helpers.length === 0 ? sessions : [...sessions, ['参加人：', entered(helpers.join('、'))]]
}

const results = { oral: '达成口头协议', written: '达成书面协议', failed: '调解不成', other: '其他' } as const
type Shown = keyof typeof results
const shownResult = ({ result }: DisputeData): Shown | null =>
  result === null ? null : result in results ? (result as Shown) : 'other'

function resultLines(data: DisputeData): Words {
  const shown = shownResult(data)
  const which: Pieces = shown === 'other' && data.result !== null ? ['：', entered(codes.result[data.result])] : []
  const on: Pieces = ['\n日期：', dayOf(data.resultDate)]
  const told = data.otherRoutesToldOn
  const routes: Pieces =
    told === null
      ? []
      : ['\n已于', entered(chineseDate(told)), '告知可以依法通过仲裁、行政、司法等途径维护自己的权利。']
  return [...choices(results, shown), ...which, ...on, ...routes]
}

/** A written agreement is a paper of its own; the sheet says which, so that its words stand in one place. */
function contentWords(data: DisputeData): Words | null {
  if (data.result === 'written')
    return ['见人民调解协议书，编号：', data.agreementNo === null ? toFill : entered(data.agreementNo)]
  const lines = clauseLines(data)
  return lines.length === 0 ? null : below(lines.map((line) => [line]))
}
function promiseWords(data: DisputeData): Words | null {
  const lines = data.result === 'written' ? [] : performanceLines(data)
  return lines.length === 0 ? null : below(lines.map((line) => [line]))
}

const orNull = (lines: readonly Pieces[]): Words | null => (lines.length === 0 ? null : below(lines))

function rows(input: CasePaperInput): readonly (readonly FormField[])[] {
  const { data, mode } = input
  const room = mode === 'blank' ? roomByHand : noRoom
  const started = choices(sources, paperSource(data))
  return [
    [
      { label: '受理日期', value: data.acceptanceDate === null ? null : chineseDate(data.acceptanceDate) },
      { label: '纠纷类型', value: data.typeJustice === null ? null : codes.justiceType[data.typeJustice] },
    ],
    [{ label: '案件来源', value: started }],
    ...partyRows(input),
    [{ label: '告知', value: noticeWords(data) }],
    [
      {
        label: '纠纷简要\n情况',
        value: orNull(linesOf(data.summary).map((line) => [entered(line)])),
        height: room.summary,
      },
    ],
    [{ label: '调解经过', value: orNull(sessionLines(data)), height: room.sessions }],
    [{ label: '调解结果', value: resultLines(data) }],
    [{ label: '协议内容', value: contentWords(data), height: room.clauses }],
    [{ label: '履行方式、\n时限', value: promiseWords(data), height: room.performances }],
    [{ label: '履行情况', value: choices(codes.performanceState, data.performanceState) }],
  ]
}

/** Registration and agreement on one sheet: all who would sign the one or the other (domain 2.4). */
function signatures(input: CasePaperInput): Signatures {
  const { data, committee, mode } = input
  if (mode === 'blank') return { ...emptySignatures(2, input), note }
  return {
    parties: partySignatories(input),
    officials: officialSignatories(data),
    committee,
    day: data.result === 'oral' ? data.resultDate : null,
    note,
  }
}

/** A blank form shows no case. */
const nobody = emptyData(ledgerOf('dispute')) as DisputeData

/** Stands under the table, so that it is known where the table ended. */
const tableEnd = (): Content => ({ text: ' ', fontSize: 4 })

/**
 * 简易纠纷调解登记表: one sheet for a simple case, from registration to performance, in the place of the 受理登记表, the
 * 调解记录 and the 口头协议登记表 (domain 2.3, templates of the file list).
 */
export function simpleForm(input: CasePaperInput): PaperDefinition {
  const { mode } = input
  const shown = mode === 'blank' ? { ...input, data: nobody } : input
  const closing = closingTexts(
    [...readAloudTexts('本表', shown), '以上内容经当事人阅看或者听读，确认无误。'].map(passage),
  )
  const end = tableEnd()
  const number = mode === 'final' && input.data.caseNo !== null ? entered(input.data.caseNo) : toFill
  return form({
    ...input,
    title,
    number: ['卷号：', number],
    content: [
      formTable(rows(shown), mode === 'blank' ? 'byHand' : 'dense'),
      end,
      ...signing({ ...closing, about: title }, signatures(shown)),
    ],
    ...strikeBetween(end, closing.texts[0]),
  })
}
