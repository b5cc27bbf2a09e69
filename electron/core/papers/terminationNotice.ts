import type { Content } from 'pdfmake/interfaces.js'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import {
  type CasePaperInput,
  choices,
  closingTexts,
  disputeName,
  form,
  gap,
  type Passage,
  passage,
  plainLine,
  readAloudTexts,
  strikeBetween,
} from './paperForm.ts'
import { emptyShortParties, shortParties } from './partyRows.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { entered, heading, linesOf, ruledLines, type Words } from './sheet.ts'
import { emptySignatures, partySignatories, type Signatures, sign, signing } from './signatures.ts'
import { given, givenDay, joined, noDay, timesOf } from './words.ts'

const title = '终止调解通知书'
const label = '具体情况：'
const numberWords = (caseNo: string | null): Words => ['卷号：', given(caseNo)]
type Result = DisputeData['result']

/** Every reason of the form (domain 2.3 (16)), by the result it is; what was entered is the one ticked. */
const reasons: readonly Readonly<Partial<Record<NonNullable<Result>, string>>>[] = [
  { refused: '当事人明确拒绝调解', withdrawn: '当事人撤回申请或者要求终止调解' },
  { failed: '经调解不能达成协议', terminated: '出现不能继续调解的事由或其他情形' },
]
const reasonLines = (result: Result): readonly Content[] => reasons.map((row) => passage(choices(row, result)).node)

/** Routes of their own kind that run beside the general ones, each with its law. */
function ownRoute({ typeJustice, ownershipDispute }: DisputeData): string | null {
  if (typeJustice === 'migrantWages' || typeJustice === 'otherLabour')
    return '劳动争议，可以依法向劳动争议仲裁委员会申请仲裁。'
  if (typeJustice === 'traffic')
    return '道路交通事故损害赔偿争议，当事人一致请求的，可以自调解终止之日起三日内共同书面申请公安机关交通管理部门调解。'
  if (ownershipDispute === true) return '土地、草原所有权和使用权争议，由人民政府依法处理。'
  return null
}

const routes = (data: DisputeData | null): readonly Passage[] =>
  [
    '依照《中华人民共和国人民调解法》第二十六条的规定告知：当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。',
    ...(data === null ? [] : [ownRoute(data)]),
  ]
    .filter((t) => t !== null)
    .map((text, i, all) => passage(i === all.length - 1 ? `${text}特此通知。` : text))
const received = plainLine('本通知书已收到：')

/** Since when, and how often it was mediated. */
function openingText(data: DisputeData): Words {
  const times = data.sessions.length
  const accepted = data.acceptanceDate === null ? [] : ['人民调解委员会于', givenDay(data.acceptanceDate), '受理的']
  const mediated = times === 0 ? [] : ['，已调解', timesOf(times)]
  return joined(
    ...accepted,
    entered(disputeName(data)),
    ...mediated,
    '，因下列原因，自',
    givenDay(data.resultDate),
    '起终止调解：',
  )
}

/** The mediators sign with the seal; the parties that they received it. */
function signatures(input: CasePaperInput): Signatures {
  const { data, committee } = input
  const mediators = data.mediators.length === 0 ? [null] : data.mediators.map((m) => m.name)
  return {
    parties: partySignatories(input),
    officials: mediators.map((name) => sign('人民调解员', name)),
    committee,
    day: data.resultDate,
  }
}

function filled(input: CasePaperInput): PaperDefinition {
  const { data, on } = input
  const closing = closingTexts([...routes(data), ...readAloudTexts('本通知书', input).map(passage), received])
  const [first, ...rest] = linesOf(data.terminationReason)
  const explained =
    first === undefined ? [] : [passage([label, entered(first)]), ...rest.map((line) => passage(entered(line)))]
  const text = [passage(openingText(data)).node, ...reasonLines(data.result), ...explained.map((p) => p.node)]
  return form({
    ...input,
    title,
    number: numberWords(data.caseNo),
    content: [...shortParties(data, on), gap, ...text, ...signing({ ...closing, about: title }, signatures(input))],
    ...strikeBetween(text.at(-1), closing.texts[0]),
  })
}

function empty(input: CasePaperInput): PaperDefinition {
  const { parties } = emptySignatures(2, input)
  const closing = closingTexts([...routes(null), received])
  return form({
    ...input,
    title,
    number: numberWords(null),
    content: [
      ...emptyShortParties(2),
      gap,
      passage(`人民调解委员会于${noDay}受理的＿＿＿＿＿＿＿纠纷，因下列原因，自${noDay}起终止调解：`).node,
      ...reasonLines(null),
      heading(label),
      ruledLines(1),
      ...signing(
        { ...closing, about: title },
        { parties, officials: [sign('人民调解员', null)], committee: input.committee },
      ),
    ],
  })
}

/** 终止调解通知书 (domain 2.3 (16)): why the mediation ends and which routes stay open (人民调解法 26). */
export const terminationNotice = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
