import type { Content } from 'pdfmake/interfaces.js'
import type { DisputeData, PartyData } from '../../../shared/ledgers/dispute.ts'
import { chineseDate, chineseTime } from '../../../shared/rules/dates.ts'
import { codes } from '../../../shared/text/zh-CN/codes.ts'
import { type CasePaperInput, closingTexts, form, part, passage, strikeBetween, typed } from './paperForm.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { blanks, entered, heading, ruledLines, type Words } from './sheet.ts'
import { receivedBy, type Signatures, sign, signing } from './signatures.ts'
import { addressee, given, joined } from './words.ts'

const title = '报告公安机关函'
const labels = {
  event: '事件简要情况：',
  danger: '可能发生的情况和已经采取的措施：',
} as const
const request = '请予处置，并将处置情况告知人民调解委员会。'

/** 人民调解法 25: what may become a public-order or criminal case is reported at once. */
const escalation =
  '人民调解委员会在调解中发现下列纠纷可能引起治安案件或者刑事案件，依照《中华人民共和国人民调解法》第二十五条报告如下：'
/** 未成年人保护法 11, 反家庭暴力法 14: suspicion is enough, and who reports is kept secret. */
const abuse =
  '人民调解委员会在工作中发现，有未成年人或者无民事行为能力人、限制民事行为能力人疑似受到侵害、遭受家庭暴力，依照《中华人民共和国未成年人保护法》第十一条、《中华人民共和国反家庭暴力法》第十四条报告如下（报告人的信息请予保密）：'

function grounds({ mayEscalate, abuseSuspected }: DisputeData): readonly string[] {
  if (abuseSuspected !== true) return [escalation]
  return mayEscalate === true ? [escalation, abuse] : [abuse]
}

const numberWords = (number: string | null): Words => ['函号：', given(number)]

/** The report by word of mouth came first; the letter confirms it. */
function toldText(data: DisputeData): Words | null {
  const { policeReportedOn: on, policeReportedAt: at, policeReceivedBy: by } = data
  if (on === null || (at === null && by === null)) return null
  const when = `${chineseDate(on)}${at === null ? '' : chineseTime(at)}`
  const who = by === null ? [] : ['（接报人：', entered(by), '）']
  return joined('以上情况已于', entered(when), '先行报告', ...who, '，现书面补报。')
}

function eventLines(data: DisputeData): readonly Content[] {
  const { occurredOn, occurredAt, peopleInvolved } = data
  const type = data.typeJustice === null ? '' : codes.justiceType[data.typeJustice]
  return [
    blanks(
      { label: '纠纷类型', value: type },
      { label: '涉及人数', value: peopleInvolved === null ? '' : `${peopleInvolved}人`, width: 80 },
    ),
    blanks(
      { label: '发生时间', value: occurredOn === null ? '' : chineseDate(occurredOn), width: 110 },
      { label: '发生地点', value: occurredAt ?? '' },
    ),
  ]
}

/** How they are found, and nothing else about them: the report is on an event. */
const partyLine = (party: Pick<PartyData, 'name' | 'phone' | 'address'>): Content => ({
  stack: [
    blanks({ label: '当事人', value: party.name ?? '' }, { label: '联系方式', value: party.phone ?? '', width: 110 }),
    blanks({ label: '单位或住址', value: party.address ?? '' }),
  ],
  unbreakable: true,
})

const signatures = (committee: string, day: string | null): Signatures => ({
  parties: [],
  officials: [sign('经办人', null), receivedBy('接收单位', '接收人')],
  committee,
  day,
})

const closingOf = (told: Words | null) => closingTexts([...(told === null ? [] : [passage(told)]), passage(request)])

function filled(input: CasePaperInput): PaperDefinition {
  const { data, committee, mode } = input
  const closing = closingOf(toldText(data))
  const danger = part(labels.danger, typed(data.policeReportReason))
  return form({
    ...input,
    title,
    number: numberWords(mode === 'draft' ? null : data.policeLetterNo),
    content: [
      addressee(given(data.policeReportedTo)),
      ...grounds(data).map((text) => passage(text).node),
      ...eventLines(data),
      ...part(labels.event, typed(data.summary)),
      ...data.parties.map(partyLine),
      ...danger,
      ...signing({ ...closing, about: title }, signatures(committee, data.policeReportedOn)),
    ],
    ...strikeBetween(danger.at(-1), closing.texts[0]),
  })
}

/** Both grounds to be ticked by hand; front and back each have room to write, so that nobody signs a bare page. */
function empty(input: CasePaperInput): PaperDefinition {
  const nobody = { name: null, phone: null, address: null }
  return form({
    ...input,
    title,
    number: numberWords(null),
    content: [
      addressee('＿＿＿＿＿＿＿＿＿＿＿＿'),
      ...[escalation, abuse].map((text) => passage(`□ ${text}`).node),
      blanks({ label: '纠纷类型', value: '' }, { label: '涉及人数', value: '', width: 80 }),
      blanks({ label: '发生时间', value: '', width: 110 }, { label: '发生地点', value: '' }),
      heading(labels.event),
      ruledLines(7),
      partyLine(nobody),
      partyLine(nobody),
      heading(labels.danger),
      ruledLines(10),
      ...signing({ ...closingOf(null), about: title }, signatures(input.committee, null)),
    ],
  })
}

/**
 * 报告公安机关函: what may become a public-order or criminal case (人民调解法 25), or suspected harm to a minor or to
 * a person without capacity, told to the police or another authority. It is on an event, never on a person.
 */
export const policeReport = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
