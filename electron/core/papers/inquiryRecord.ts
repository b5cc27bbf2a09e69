import type { Content } from 'pdfmake/interfaces.js'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import {
  type CasePaperInput,
  closingTexts,
  form,
  gap,
  lastKept,
  nothingBelow,
  type Passage,
  passage,
  readAloudTexts,
  strikeBetween,
} from './paperForm.ts'
import { emptyBlockOf, partyBlockOf } from './partyBlock.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { heldText, readBack, spoken } from './record.ts'
import { blanks, entered, heading, ruledLines } from './sheet.ts'
import { attendantSignatories, type Signatures, sign, signing } from './signatures.ts'

const title = '人民调解调查记录'
const asked = '被调查人'
const label = '调查记录：'
const footLeft = '被调查人签名或按指印：'

type Inquiry = DisputeData['inquiries'][number]

const partyAsked = (data: DisputeData, inquiry: Inquiry | undefined) =>
  data.parties.find((p) => p.name !== null && p.name === inquiry?.asked)

/** 基本情况: those of the party of that name, which are entered once; of anybody else what was noted with the inquiry. */
function askedBlock(data: DisputeData, inquiry: Inquiry | undefined, on: string): Content {
  const party = partyAsked(data, inquiry)
  if (party) return partyBlockOf(asked, party, on)
  return {
    stack: [
      blanks({ label: asked, value: inquiry?.asked ?? '' }),
      blanks({ label: '基本情况', value: inquiry?.askedAbout ?? '' }),
    ],
    unbreakable: true,
  }
}

/** Who helped the asked person to understand or attest; another party's interpreter was not there for this. */
const attendantsOf = (data: DisputeData, inquiry: Inquiry | undefined) =>
  data.attendants.filter((a) => a.forParty !== null && a.forParty === inquiry?.asked)

function readLines(input: CasePaperInput, inquiry: Inquiry | undefined): readonly Passage[] {
  const party = partyAsked(input.data, inquiry)
  const attendants = attendantsOf(input.data, inquiry)
  const data = { ...input.data, attendants, parties: party ? [party] : [] }
  const read = readAloudTexts('本记录', { ...input, data }, asked)
  return read.length === 0 ? [readBack(asked)] : read.map(passage)
}

/** Two who ask is the usual rule (domain 2.3 (6)): a second line stays where one name is known. */
function investigatorsOf(inquiry: Inquiry | undefined): readonly (string | null)[] {
  const names = (inquiry?.investigators ?? '').split(/[、，,；;\s]+/).filter((name) => name !== '')
  return [...names, ...Array<null>(Math.max(0, 2 - names.length)).fill(null)]
}

function signaturesOf(data: DisputeData, inquiry: Inquiry | undefined): Signatures {
  const name = inquiry?.asked ?? null
  return {
    parties: [{ label: `${asked}（签名或按指印）：`, name: name === null ? '' : entered(name) }],
    officials: [
      ...investigatorsOf(inquiry).map((who) => sign('调查人', who)),
      sign('记录人', inquiry?.recorder ?? null),
      ...attendantSignatories({ ...data, attendants: attendantsOf(data, inquiry) }),
    ],
    committee: null,
    day: inquiry?.heldOn ?? null,
  }
}

function filled(input: CasePaperInput): PaperDefinition {
  const { data, on, part } = input
  const inquiry = data.inquiries[part]
  const { flowing, kept } = lastKept(label, spoken(inquiry?.record ?? null))
  const closing = closingTexts([...kept, ...readLines(input, inquiry), passage(nothingBelow)])
  const day = inquiry?.heldOn ? chineseDate(inquiry.heldOn) : ''
  const whom = inquiry?.asked ? `${asked}：${inquiry.asked}` : ''
  const text = [gap, ...flowing]
  return form({
    ...input,
    title,
    number: '',
    headRight: `${day}　${whom}`,
    footLeft,
    content: [
      blanks({ label: '时间', value: inquiry ? heldText(inquiry) : '' }),
      blanks({ label: '地点', value: inquiry?.place ?? '' }),
      blanks({ label: '参加人', value: inquiry?.present ?? '无' }),
      askedBlock(data, inquiry, on),
      ...text,
      ...signing({ ...closing, about: `${title}${day}　${whom}` }, signaturesOf(data, inquiry)),
    ],
    ...strikeBetween(text.at(-1), closing.texts[0]),
  })
}

/** One sheet, front and back. */
function empty(input: CasePaperInput): PaperDefinition {
  const closing = closingTexts([readBack(asked)])
  return form({
    ...input,
    title,
    number: '',
    footLeft,
    content: [
      blanks({ label: '时间', value: '' }),
      blanks({ label: '地点', value: '' }),
      blanks({ label: '参加人', value: '' }),
      emptyBlockOf(asked),
      gap,
      heading(label),
      ruledLines(27),
      ...signing({ ...closing, about: title }, signaturesOf(input.data, undefined)),
    ],
  })
}

/** 人民调解调查记录 (domain 2.3 (6)), one for each inquiry; no seal (domain 2.4), the asked person signs each page. */
export const inquiryRecord = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
