import type { Content } from 'pdfmake/interfaces.js'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { boundaryPassages } from './boundary.ts'
import {
  type CasePaperInput,
  closingTexts,
  form,
  gap,
  lastKept,
  part,
  passage,
  readAloudTexts,
  toFill,
  typed,
} from './paperForm.ts'
import { emptyPartyBlocks } from './partyBlock.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { clauseLines, performanceLines } from './promises.ts'
import { entered, heading, ruledLines, type Words } from './sheet.ts'
import { emptySignatures, officialSignatories, type Signatures, signing } from './signatures.ts'
import { signedForm } from './signedForm.ts'

const title = '人民调解口头协议登记表'
const note = '备注：此表由人民调解委员会填写。'
const labels = {
  facts: '纠纷主要事实、争议事项：',
  responsibilities: '各方责任：',
  clauses: '协议内容：',
  boundary: '四至、界桩：',
  performances: '履行方式、时限：',
} as const

/** The parties find writing unnecessary (人民调解法 28); what they agreed holds from that day (30). */
const effectText = ({ resultDate, oralReason }: Pick<DisputeData, 'resultDate' | 'oralReason'>): Words => [
  '当事人认为无需制作书面调解协议',
  oralReason === null ? '' : entered(`（理由：${oralReason.replace(/[。；，]$/, '')}）`),
  '，经调解，于',
  resultDate === null ? '＿＿＿＿年＿＿月＿＿日' : entered(chineseDate(resultDate)),
  '自愿达成以上口头协议，协议自当日起生效。',
]

/** It holds without the parties' hands (domain 2.3 (10)): those who wish have one free cell for all. */
const freeCell = { label: '当事人（自愿签名或按指印，不签名不影响协议效力）：', name: '' } as const

function signatures({ data, committee }: CasePaperInput): Signatures {
  return {
    parties: [freeCell],
    officials: officialSignatories(data),
    committee,
    day: data.resultDate,
    note,
  }
}

const numberText = (number: string | null): Words => ['编号：', number === null ? toFill : entered(number)]

function filled(input: CasePaperInput): PaperDefinition {
  const { data } = input
  const { flowing, kept } = lastKept(labels.performances, performanceLines(data).map(passage))
  const last = [effectText(data), ...readAloudTexts('本表', input)]
  const [responsibilities, boundary] = [typed(data.responsibilities), boundaryPassages(data)]
  const text: readonly Content[] = [
    ...part(labels.facts, typed(data.facts ?? data.summary)),
    ...(responsibilities.length === 0 ? [] : part(labels.responsibilities, responsibilities)),
    ...part(labels.clauses, clauseLines(data).map(passage)),
    ...(boundary.length === 0 ? [] : part(labels.boundary, boundary)),
    ...flowing,
  ]
  return signedForm(input, {
    title,
    number: numberText(input.mode === 'final' ? data.agreementNo : null),
    text,
    closing: closingTexts([...kept, ...last.map(passage)]),
    about: title,
    signatures: signatures(input),
  })
}

/** For two parties it fits on one sheet, front and back. */
function empty(input: CasePaperInput): PaperDefinition {
  const { officials } = emptySignatures(1, input)
  const closing = closingTexts([passage(effectText({ resultDate: null, oralReason: null }))])
  return form({
    ...input,
    title,
    number: numberText(null),
    content: [
      ...emptyPartyBlocks(Math.max(2, input.data.parties.length)),
      gap,
      heading(labels.facts),
      ruledLines(7),
      heading(labels.clauses),
      ruledLines(9),
      heading(labels.performances),
      ruledLines(4),
      ...signing({ ...closing, about: title }, { parties: [freeCell], officials, committee: input.committee, note }),
    ],
  })
}

/**
 * 人民调解口头协议登记表 (domain 2.3 (10)), filled in by the committee: mediators, recorder and seal, dated the day of the
 * agreement. Not for disputes whose agreement must be in writing (`needsWriting`).
 */
export const oralAgreement = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
