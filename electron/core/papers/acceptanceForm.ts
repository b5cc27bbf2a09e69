import type { Content } from 'pdfmake/interfaces.js'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { paperSource, senderSources } from '../../../shared/rules/law/source.ts'
import { acceptanceSentence } from '../../../shared/rules/paperWording.ts'
import { codes } from '../../../shared/text/zh-CN/codes.ts'
import {
  type CasePaperInput,
  choices,
  closingTexts,
  form,
  lastKept,
  nothingBelow,
  passage,
  readAloudTexts,
  smallGap,
  strikeBetween,
  typed,
} from './paperForm.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { blanks, entered, heading, pitch, ruledLines, textOf, type Words } from './sheet.ts'
import {
  attendantSignatories,
  emptySignatures,
  partySignatories,
  type Signatures,
  sign,
  signing,
} from './signatures.ts'

const title = '人民调解受理登记表'
const summaryLabel = '纠纷简要情况：'
/** Below the signatures, as on the form. */
const note = '备注：此表由人民调解委员会填写。'
/** What the 2010 form has behind 当事人 here. */
const signedHere = '签名'

const noDay = '＿＿＿＿年＿＿月＿＿日'
const noNames = '＿＿＿＿＿＿＿＿、＿＿＿＿＿＿＿＿'

type Source = ReturnType<typeof paperSource>

/** The opening sentence, in the wording of the place. */
function opening({ data, settings }: CasePaperInput, isBlank: boolean): Words {
  const day = isBlank || data.acceptanceDate === null ? noDay : entered(chineseDate(data.acceptanceDate))
  const names = isBlank ? '' : data.parties.flatMap((p) => p.name ?? []).join('、')
  const { between, after } = acceptanceSentence(settings.acceptanceOpening, isBlank ? null : paperSource(data))
  return [day, between, names === '' ? noNames : entered(names), after]
}

/** The form knows two sources; who was sent by an office applies all the same (domain 2.3 (4)). */
const sourceLine = (source: Source): Content => ({
  text: textOf([
    '案件来源：',
    ...choices({ application: '①当事人申请', committee: '②人民调解委员会主动调解' }, source),
  ]),
  margin: [0, 6, 0, 0],
})

const senderBlanks = (unit: string | null, letterNo: string | null): Content =>
  blanks({ label: '移送单位', value: unit ?? '' }, { label: '函号', value: letterNo ?? '', width: 180 })

/** Which office sent the parties, to be ticked by hand where nobody said yet. */
const sentLines: readonly Content[] = [
  {
    text: `委托移送：${senderSources.map((s) => `□${codes.caseSource[s].replace('委托移送', '')}`).join('　')}`,
    margin: [0, 4, 0, 0],
  },
  senderBlanks(null, null),
]

/** Statistics need more than the two sources of the form: it stands beside them. */
function detailLines(data: DisputeData): readonly Content[] {
  const { source } = data
  if (source === null) return sentLines
  if (source === 'application' || source === 'committee') return []
  return [
    blanks({ label: '具体来源', value: codes.caseSource[source] }),
    senderBlanks(data.transferUnit, data.transferLetterNo),
  ]
}

function typeText(data: DisputeData): string {
  const type = data.typeJustice === null ? '' : codes.justiceType[data.typeJustice]
  return data.localSubtype === null ? type : `${type}（${data.localSubtype}）`
}

const registrar = sign('登记人', null)

const signatures = (input: CasePaperInput): Signatures => ({
  parties: partySignatories(input, '当事人', null, signedHere),
  officials: [registrar, ...attendantSignatories(input.data)],
  committee: input.committee,
  day: input.data.acceptanceDate,
  note,
})

function filled(input: CasePaperInput): PaperDefinition {
  const { data } = input
  const { flowing, kept } = lastKept(summaryLabel, typed(data.summary))
  const read = readAloudTexts('本表', input)
  // Signatures stand with two lines of what they are for, or with words that say it ended (domain 7.2).
  const isShort = kept.reduce((height, p) => height + p.height, 0) < 2 * pitch
  const last = isShort ? [...read, nothingBelow] : read
  const closing = closingTexts([...kept, ...last.map(passage)])
  const text: readonly Content[] = [
    passage(opening(input, false)).node,
    blanks({ label: '纠纷类型', value: typeText(data) }),
    sourceLine(paperSource(data)),
    ...detailLines(data),
    smallGap,
    ...flowing,
  ]
  return form({
    ...input,
    title,
    number: '',
    content: [...text, ...signing({ ...closing, about: title }, signatures(input))],
    ...strikeBetween(text.at(-1), closing.texts[0]),
  })
}

function empty(input: CasePaperInput): PaperDefinition {
  const { parties } = emptySignatures(2, input, '当事人', signedHere)
  return form({
    ...input,
    title,
    number: '',
    content: [
      passage(opening(input, true)).node,
      blanks({ label: '纠纷类型', value: '' }),
      sourceLine(null),
      ...sentLines,
      smallGap,
      heading(summaryLabel),
      ruledLines(5),
      ...signing(
        { texts: [], height: 0, about: title },
        { parties, officials: [registrar], committee: input.committee, note },
      ),
    ],
  })
}

/** 人民调解受理登记表 (domain 2.3 (4)), in the order of the 2010 form: filled in by the committee for every case it takes. */
export const acceptanceForm = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
