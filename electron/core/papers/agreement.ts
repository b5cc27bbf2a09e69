import type { Content } from 'pdfmake/interfaces.js'
import { chineseNumber } from '../../../shared/rules/numerals.ts'
import { boundaryPassages } from './boundary.ts'
import {
  type CasePaperInput,
  closingTexts,
  copiesText,
  type Ending,
  form,
  gap,
  lastKept,
  nothingBelow,
  part,
  passage,
  readAloudTexts,
  toFill,
  typed,
} from './paperForm.ts'
import { emptyPartyBlocks } from './partyBlock.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { clauseLines, performanceLines } from './promises.ts'
import { entered, heading, paragraph, pitch, ruledLines, type Words } from './sheet.ts'
import { emptySignatures, signaturesOf, signing } from './signatures.ts'
import { signedForm } from './signedForm.ts'

const title = '人民调解协议书'

const labels = {
  facts: '纠纷主要事实、争议事项：',
  responsibilities: '各方责任：',
  clauses: '经调解，自愿达成如下协议：',
  boundary: '四至、界桩：',
  performances: '履行方式、时限：',
} as const

function ending(input: CasePaperInput): Ending {
  const { data } = input
  const { flowing, kept } = lastKept(labels.performances, performanceLines(data).map(passage))
  const lastLines = [copiesText('本协议', data, data.copies), ...readAloudTexts('本协议', input), nothingBelow]
  return { flowing, kept: [...kept, ...lastLines.map(passage)] }
}

function filled(input: CasePaperInput): PaperDefinition {
  const { data } = input
  const { flowing, kept } = ending(input)
  const [responsibilities, boundary] = [typed(data.responsibilities), boundaryPassages(data)]
  const text: readonly Content[] = [
    ...part(labels.facts, typed(data.facts)),
    ...(responsibilities.length === 0 ? [] : part(labels.responsibilities, responsibilities)),
    ...part(labels.clauses, clauseLines(data).map(passage)),
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
const numberText = ({ mode, data }: CasePaperInput): Words => [
  '编号：',
  mode === 'final' && data.agreementNo ? entered(data.agreementNo) : toFill,
]

/**
 * 人民调解协议书 (domain 2.3 (9)), in the order of the 2010 form. The definition is new with every call and used up by
 * rendering it.
 */
export const agreement = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
