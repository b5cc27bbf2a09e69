import type { DisputeData, PartyData } from '../../../shared/ledgers/dispute.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { codes } from '../../../shared/text/zh-CN/codes.ts'
import { type FormField, formTable } from './formTable.ts'
import { outcomeLines, performedLines } from './outcome.ts'
import { type CasePaperInput, form, mediatorNames, toFill } from './paperForm.ts'
import { written } from './partyBlock.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { linesOf, mm } from './sheet.ts'

const title = '人民调解结案报告表'

type Rows = readonly (readonly FormField[])[]
const dayOf = (day: string | null): string | null => (day === null ? null : chineseDate(day))
const textOf = (lines: readonly string[]): string | null => (lines.length === 0 ? null : lines.join('\n'))

function partyRows(party: PartyData): Rows {
  const label = party.side === null ? '当事人' : codes.side[party.side]
  return [
    [
      { label, value: written(party, 'name', party.name) },
      { label: '联系方式', value: written(party, 'phone', party.phone) },
    ],
    [{ label: '单位或住址', value: written(party, 'address', party.address) }],
  ]
}

const opinions: Rows = [
  [
    {
      label: '承办人\n意见',
      value: null,
      signed: { words: '承办人（签名）：　　　　　　　　　年　　月　　日', room: mm(9) },
    },
  ],
  // Free above the line for a ring of 45 mm over committee and day.
  [
    {
      label: '审批意见',
      value: null,
      signed: { words: '负责人（签名、印章）：　　　　　　年　　月　　日', room: mm(30) },
    },
  ],
]

/** In the words of the 受理登记表, where it has the same source. */
const sourceText = (source: NonNullable<DisputeData['source']>): string =>
  source === 'application' ? '当事人申请' : codes.caseSource[source]

/** The head of the table: who handled the case, and when. 填表时间 is the day of filing, 受案时间 that of 受理. */
function headRows({ data, committee }: CasePaperInput): Rows {
  const handled = mediatorNames(data).join('、')
  const source = data.source === null ? null : sourceText(data.source)
  return [
    [{ label: '承办单位', value: committee }],
    [{ label: '承办人', value: handled === '' ? null : handled }],
    [
      { label: '填表时间', value: dayOf(data.filedOn) },
      { label: '案件来源', value: source },
    ],
    [
      { label: '受案时间', value: dayOf(data.acceptanceDate) },
      { label: '结案时间', value: dayOf(data.closedOn) },
    ],
  ]
}

/** The last part stays on one page, so that nobody approves what stands on another. */
function reportOf(input: CasePaperInput, number: string, flowing: Rows, kept: Rows): PaperDefinition {
  return form({
    ...input,
    title,
    number: `卷号：${number}`,
    content: [
      formTable(flowing, 'dense'),
      // Its first line lies on the last of the table above: two beside each other look like one thick line.
      { stack: [formTable([...kept, ...opinions], 'dense')], margin: [0, -0.6, 0, 0], unbreakable: true },
    ],
  })
}

function filled(input: CasePaperInput): PaperDefinition {
  const { data } = input
  const facts = linesOf(data.summary).length > 0 ? data.summary : data.facts
  return reportOf(
    input,
    data.caseNo ?? toFill,
    [
      ...headRows(input),
      ...data.parties.flatMap(partyRows),
      [{ label: '纠纷简要\n事实', value: textOf(linesOf(facts)), height: mm(12) }],
      [{ label: '调解结果', value: textOf(outcomeLines(data)), height: mm(12) }],
    ],
    [[{ label: '履行情况', value: textOf(performedLines(data)), height: mm(12) }]],
  )
}

/** Room to write by hand. */
const open = (...labels: readonly string[]): readonly FormField[] =>
  labels.map((label) => ({ label, value: null, height: mm(8) }))
/** The sources of domain 2.3 (15), to be ticked. */
const sources = '□当事人申请　　□调委会主动调解　　□公安移交\n□法院委托　　□政府部门指定　　□其他'

function empty(input: CasePaperInput): PaperDefinition {
  return reportOf(
    input,
    toFill,
    [
      [{ label: '承办单位', value: [input.committee] }],
      open('承办人', '填表时间'),
      open('受案时间', '结案时间'),
      open('申请人', '联系方式'),
      open('单位或住址'),
      open('被申请人', '联系方式'),
      open('单位或住址'),
      [{ label: '案件来源', value: [sources] }],
      [{ label: '纠纷简要\n事实', value: null, height: mm(26) }],
      [{ label: '调解结果', value: null, height: mm(18) }],
    ],
    [[{ label: '履行情况', value: null, height: mm(12) }]],
  )
}

/** 人民调解结案报告表 (domain 2.3 (15)): the case in one table, with room for who handled it and who approves. */
export const closingReport = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
