import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { codes } from '../../../shared/text/zh-CN/codes.ts'
import {
  type CasePaperInput,
  closingTexts,
  form,
  gap,
  nothingBelow,
  part,
  passage,
  shortDisputeName,
  strikeBetween,
  toFill,
  typed,
} from './paperForm.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { blanks, entered, heading, ruledLines, type Words } from './sheet.ts'
import { type Signatures, sign, signing } from './signatures.ts'

const title = '人民调解回访记录'
const label = '回访情况：'
/** What a reviewer looks for in the text (domain 2.3 (11)). */
const hint = '（协议履行情况，当事人是否满意，有无就协议起诉，有无错调、漏调或者激化的可能，采取的措施。）'

const names = (data: DisputeData): string => data.parties.flatMap((p) => p.name ?? []).join('、')

/** The same number as on the agreement; a case that came to none says so. */
function agreementNo({ agreementNo: number, result }: DisputeData): string {
  if (number !== null) return number
  return result === null || result === 'written' || result === 'oral' ? '' : '未达成协议'
}

const satisfactionText = (value: DisputeData['followUps'][number]['satisfaction']): Words =>
  value === null ? `满意度：${toFill}` : ['满意度：', entered(codes.satisfaction[value])]

const signatures = (committee: string, by: string | null, day: string | null): Signatures => ({
  parties: [],
  officials: [sign('回访人', by)],
  committee,
  day,
})

function filled(input: CasePaperInput): PaperDefinition {
  const { data, committee, part: index } = input
  const visit = data.followUps[index]
  const heldOn = visit?.heldOn ?? null
  const text = part(label, typed(visit?.findings ?? null))
  const closing = closingTexts([satisfactionText(visit?.satisfaction ?? null), nothingBelow].map(passage))
  const place = data.followUps.length > 1 ? `第${index + 1}次` : ''
  return form({
    ...input,
    title,
    number: place,
    content: [
      blanks({ label: '当事人', value: names(data) }),
      blanks({ label: '调解协议编号', value: agreementNo(data) }),
      blanks({ label: '回访事由', value: visit?.reason ?? shortDisputeName(data) }),
      blanks({ label: '回访时间', value: heldOn === null ? '' : chineseDate(heldOn) }),
      gap,
      ...text,
      ...signing({ ...closing, about: title }, signatures(committee, visit?.by ?? null, heldOn)),
    ],
    ...strikeBetween(text.at(-1), closing.texts[0]),
  })
}

function empty(input: CasePaperInput): PaperDefinition {
  const satisfaction = passage('满意度：□满意　　□基本满意　　□不满意')
  return form({
    ...input,
    title,
    number: '',
    content: [
      ...['当事人', '调解协议编号', '回访事由', '回访时间'].map((l) => blanks({ label: l, value: '' })),
      gap,
      heading(label),
      { text: hint, fontSize: 10.5 },
      ruledLines(8),
      ...signing({ ...closingTexts([satisfaction]), about: title }, signatures(input.committee, null, null)),
    ],
  })
}

/** 人民调解回访记录 (domain 2.3 (11)), one for each visit; the mediator who went signs. */
export const followUpRecord = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
