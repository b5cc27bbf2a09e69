import type { Content } from 'pdfmake/interfaces.js'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { yuanBothWays } from '../../../shared/rules/money.ts'
import {
  type CasePaperInput,
  closingTexts,
  form,
  gap,
  type Passage,
  passage,
  shortDisputeName,
  toFill,
} from './paperForm.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { blanks, entered, heading, type Words } from './sheet.ts'
import { byHand, type Signatures, sign, signing } from './signatures.ts'

const title = '收条'
/** 人民调解法 4: what passes between the parties is theirs, and mediation is free. */
const noFee =
  '以上是当事人之间依据调解协议的履行。人民调解委员会调解民间纠纷不收取任何费用（《中华人民共和国人民调解法》第四条）。'
const copies = '本收条由交付人收执，一份存入调解卷宗。'

type Performance = DisputeData['performances'][number]

function agreementWords({ result, agreementNo }: DisputeData): Words {
  const kind = result === 'oral' ? '人民调解口头协议' : '人民调解协议书'
  if (agreementNo !== null) return [`${kind}（编号：`, entered(agreementNo), '）']
  return result === 'oral' ? kind : `${kind}（编号：${toFill}）`
}

const pieces = (words: Words): readonly Exclude<Words, readonly unknown[]>[] =>
  typeof words === 'string' || 'text' in words ? [words] : words

/** Money with its figures and 大写; a thing as the agreement names it. */
function handedOver({ amount, manner }: Performance): Words {
  const how = manner === null ? [] : [entered(manner)]
  if (amount === null) return ['财物（', ...how, '），已当面查收。']
  return [
    '款项',
    entered(yuanBothWays(amount)),
    ...(how.length === 0 ? [] : ['，履行方式：', ...how]),
    '，已当面点清。',
  ]
}

function signatures(input: CasePaperInput, done: Performance | null): Signatures {
  return {
    parties: [
      { label: `收到人${byHand(input)}`, name: done?.receivedBy ?? '' },
      { label: `交付人${byHand(input)}`, name: done?.debtor ?? '' },
    ],
    officials: [sign('在场见证人（人民调解员）', null)],
    committee: null,
    day: done?.doneOn ?? null,
  }
}

function receiptOf(input: CasePaperInput, head: readonly Content[], texts: readonly Passage[], who: Signatures) {
  const closing = closingTexts([...texts, passage(noFee), passage(copies)])
  return form({ ...input, title, number: '', content: [gap, ...head, ...signing({ ...closing, about: title }, who)] })
}

function filled(input: CasePaperInput): PaperDefinition {
  const { data, part: index } = input
  const done = data.performances[index]
  if (done === undefined) return empty(input)
  const place = done.place === null ? [] : ['在', entered(done.place)]
  const payer = done.debtor === null ? toFill : entered(done.debtor)
  const text: Words = [
    ...['今收到', payer, '依据', ...pieces(agreementWords(data)), ...place, '交付的'],
    ...pieces(handedOver(done)),
  ]
  return receiptOf(input, [heading(`案由：${shortDisputeName(data)}`)], [passage(text)], signatures(input, done))
}

const empty = (input: CasePaperInput): PaperDefinition =>
  receiptOf(
    input,
    [
      blanks({ label: '案由', value: '' }),
      blanks({ label: '今收到（交付人）', value: '' }),
      blanks({ label: '依据人民调解协议（编号）', value: '' }),
      blanks({ label: '交付的款项：人民币（大写）', value: '' }, { label: '¥', value: '', width: 90 }),
      blanks({ label: '或者财物', value: '' }),
    ],
    [passage('已当面点清、查收。')],
    signatures(input, null),
  )

/** 收条 for what one performance handed over: between the parties, never a fee. Who received it signs with a finger. */
export const receipt = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
