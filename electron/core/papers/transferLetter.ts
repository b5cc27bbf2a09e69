import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import {
  type CasePaperInput,
  closingTexts,
  disputeName,
  form,
  gap,
  part,
  passage,
  plainLine,
  strikeBetween,
  typed,
} from './paperForm.ts'
import { emptyShortParties, shortParties } from './partyRows.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { entered, heading, paragraph, ruledLines, type Words } from './sheet.ts'
import { receivedBy, type Signatures, sign, signing } from './signatures.ts'
import { addressee, because, given, givenDay, joined, timesOf } from './words.ts'

const title = '移送函'
const request = '请予办理，并将办理结果函告人民调解委员会。'
const enclosed = '附：有关材料＿＿＿份，共＿＿＿页。'

const numberWords = (number: string | null): Words => ['函号：', given(number)]

/** What the committee did before it hands the dispute on. */
function doneText(data: DisputeData): Words {
  const times = data.sessions.length
  const mediated = times === 0 ? [] : ['，已调解', timesOf(times), '，未达成协议']
  const accepted = data.acceptanceDate === null ? [] : ['，于', givenDay(data.acceptanceDate), '受理', ...mediated]
  const number = data.caseNo === null ? [] : ['（卷号：', entered(data.caseNo), '）']
  return joined(
    entered(disputeName(data)),
    ...number,
    ...accepted,
    '。',
    because(data.transferReason),
    '现移送你单位处理。',
  )
}

/** No party signs a letter from one office to another; who receives it does. */
const signatures = (committee: string, day: string | null): Signatures => ({
  parties: [],
  officials: [sign('经办人', null), receivedBy('收件单位', '收件人')],
  committee,
  day,
})

function filled(input: CasePaperInput): PaperDefinition {
  const { data, committee, on } = input
  const closing = closingTexts([passage(request), plainLine(enclosed)])
  const text = [
    addressee(given(data.transferredTo)),
    passage(doneText(data)).node,
    ...part('纠纷简要情况：', typed(data.summary)),
  ]
  return form({
    ...input,
    title,
    number: numberWords(input.mode === 'draft' ? null : data.transferredLetterNo),
    content: [
      ...text.slice(0, 2),
      ...shortParties(data, on),
      gap,
      ...text.slice(2),
      ...signing({ ...closing, about: title }, signatures(committee, data.resultDate)),
    ],
    ...strikeBetween(text.at(-1), closing.texts[0]),
  })
}

function empty(input: CasePaperInput): PaperDefinition {
  const closing = closingTexts([passage(request), plainLine(enclosed)])
  return form({
    ...input,
    title,
    number: numberWords(null),
    content: [
      addressee('＿＿＿＿＿＿＿＿＿＿＿＿'),
      paragraph(
        '＿＿＿＿＿＿＿＿与＿＿＿＿＿＿＿＿的＿＿＿＿＿＿纠纷，因＿＿＿＿＿＿＿＿＿＿＿＿＿＿，现移送你单位处理。',
      ),
      ...emptyShortParties(2),
      gap,
      heading('纠纷简要情况：'),
      ruledLines(5),
      ...signing({ ...closing, about: title }, signatures(input.committee, null)),
    ],
  })
}

/** 移送函 to police, government, court or another office, with room for the one who receives it (domain 4.4). */
export const transferLetter = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
