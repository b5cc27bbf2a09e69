import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { effectiveOn } from '../../../shared/rules/effect.ts'
import { chineseNumber } from '../../../shared/rules/numerals.ts'
import { supplementEffectiveOn } from '../../../shared/rules/supplement.ts'
import { undoneOn } from '../../../shared/rules/urging.ts'
import {
  type CasePaperInput,
  closingTexts,
  disputeName,
  form,
  type Passage,
  part,
  passage,
  plainLine,
  strikeBetween,
} from './paperForm.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { performanceText } from './promises.ts'
import { entered, heading, ruledLines, type Words } from './sheet.ts'
import {
  besideSeal,
  emptySignatures,
  partySignatories,
  type Signatory,
  type Signatures,
  sign,
  signing,
} from './signatures.ts'
import { addressee, given, givenDay, joined, noDay } from './words.ts'

const title = '督促履行通知书'
const label = '尚未履行的义务：'
const received = plainLine('本通知书已收到：')
const ask = '履行确有困难，或者对协议的履行、内容有争议的，请在上述期限内与人民调解委员会联系。'
/** 人民调解法 32, 33: what the law gives the other side, and nothing more. */
const maySue = '逾期仍不履行的，对方当事人可以依照《中华人民共和国人民调解法》第三十二条的规定，向人民法院提起诉讼。'
const mayEnforce =
  '协议已经人民法院依法确认有效。逾期仍不履行的，对方当事人可以依照《中华人民共和国人民调解法》第三十三条的规定，向人民法院申请强制执行。'

const numberWords = (number: string | null): Words => ['协议编号：', given(number)]
const blankDebtor = '＿＿＿＿＿＿＿＿＿＿'
/** What this urging is about. */
const undoneOf = ({ data, part: index }: CasePaperInput) =>
  undoneOn(data, data.urgings[index]?.urgedOn ?? effectiveOn(data) ?? '')

/** Who owes it, each once; none where the agreement does not say. */
const debtorsOf = (input: CasePaperInput): readonly string[] => [
  ...new Set(undoneOf(input).flatMap((u) => u.performance.debtor ?? [])),
]

function openingText({ data, committee }: CasePaperInput): Words {
  const on = effectiveOn(data)
  const kind = data.result === 'oral' ? '口头协议' : '协议'
  return joined(
    entered(disputeName(data)),
    '，经',
    entered(committee),
    '调解达成的',
    kind,
    '已于',
    givenDay(on),
    '生效。当事人应当按照约定履行。至本通知书发出之日，你（单位）尚有下列义务没有履行：',
  )
}

function duePassages(input: CasePaperInput): readonly Passage[] {
  const undone = undoneOf(input)
  return undone.map(({ performance, isOverdue }, i) => {
    const number = undone.length > 1 ? `（${chineseNumber(i + 1)}）` : ''
    const text = performanceText(performance).replace(/。$/, isOverdue ? '，期限已过。' : '。')
    return passage(entered(number + text))
  })
}

/** An agreement that was added to is performed as it now stands. */
function supplementText({ supplements }: DisputeData): Words | null {
  const count = supplements.filter((s) => supplementEffectiveOn(s) !== null).length
  return count === 0
    ? null
    : ['协议另有补充协议', entered(chineseNumber(count)), '份，与原协议不一致的，以补充协议为准。']
}

const untilText = (dueOn: string | null): Words => ['请于', givenDay(dueOn), '前（含当日）履行。', ask]

const closingOf = (until: Words, isConfirmed: boolean) =>
  closingTexts([passage(until), passage(isConfirmed ? mayEnforce : maySue), received])

/** Who is urged signs that the notice was received, where they are few beside the seal. */
function signatures(input: CasePaperInput): Signatures {
  const { data, committee, part: index } = input
  const debtors = debtorsOf(input)
  const isDebtor = (name: string | null) => name !== null && debtors.includes(name)
  const owing = { ...data, parties: data.parties.filter((p) => isDebtor(p.name)), agents: [] }
  const signatories: readonly Signatory[] =
    owing.parties.length > 0 ? partySignatories({ ...input, data: owing }, '被督促人') : nobody(input)
  const urging = data.urgings[index]
  const officials = [sign('督促人', urging?.by ?? null)]
  const few = signatories.length <= 2
  return {
    parties: few ? [] : signatories,
    officials: few ? [...besideSeal(signatories), ...officials] : officials,
    committee,
    day: urging?.urgedOn ?? null,
  }
}

const nobody = (input: CasePaperInput): readonly Signatory[] => emptySignatures(1, input, '被督促人').parties

function filled(input: CasePaperInput): PaperDefinition {
  const { data, part: index } = input
  const closing = closingOf(untilText(data.urgings[index]?.dueOn ?? null), data.confirmationResult === 'confirmed')
  const supplement = supplementText(data)
  const names = debtorsOf(input).join('、')
  const text = [
    addressee(given(names, blankDebtor)),
    passage(openingText(input)).node,
    ...part(label, duePassages(input)),
    ...(supplement === null ? [] : [passage(supplement).node]),
  ]
  return form({
    ...input,
    title,
    number: numberWords(data.agreementNo),
    content: [...text, ...signing({ ...closing, about: title }, signatures(input))],
    ...strikeBetween(text.at(-1), closing.texts[0]),
  })
}

function empty(input: CasePaperInput): PaperDefinition {
  const closing = closingOf(untilText(null), false)
  const opening = `＿＿＿＿＿＿与＿＿＿＿＿＿的＿＿＿＿＿＿纠纷，经人民调解委员会调解达成的协议已于${noDay}生效。当事人应当按照约定履行。至本通知书发出之日，你（单位）尚有下列义务没有履行：`
  return form({
    ...input,
    title,
    number: numberWords(null),
    content: [
      addressee(blankDebtor),
      passage(opening).node,
      heading(label),
      ruledLines(5),
      ...signing(
        { ...closing, about: title },
        {
          parties: [],
          officials: [...besideSeal(nobody(input)), sign('督促人', null)],
          committee: input.committee,
        },
      ),
    ],
  })
}

/** 督促履行通知书 (人民调解法 31): what is still to be done, until when, and what the law then gives the other side. */
export const urgingNotice = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
