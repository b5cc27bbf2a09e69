import type { Content } from 'pdfmake/interfaces.js'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { helpersOf } from '../../../shared/rules/law/people.ts'
import { chineseNumber } from '../../../shared/rules/numerals.ts'
import { codes } from '../../../shared/text/zh-CN/codes.ts'
import {
  type CasePaperInput,
  choiceLine,
  closingTexts,
  form,
  gap,
  lastKept,
  nothingBelow,
  otherRoutes,
  type Passage,
  passage,
  readAloudTexts,
  strikeBetween,
} from './paperForm.ts'
import { emptyPartyBlocks, partyBlocks } from './partyBlock.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { heldText, readBack, spoken } from './record.ts'
import { blanks, entered, heading, ruledLines, type Words } from './sheet.ts'
import { emptySignatures, signaturesOf, signing } from './signatures.ts'

const title = '人民调解记录'
const label = '调解记录：'
const footLeft = '当事人签名或按指印：'

type Session = DisputeData['sessions'][number]

/** One of several sessions says which it is. */
const ordinal = ({ data, part }: CasePaperInput): string =>
  data.sessions.length > 1 ? `第${chineseNumber(part + 1)}次` : ''

/** The invited helpers with what brought them; nobody else is a 参加人, and where nobody came the line says so. */
function helpersText(data: DisputeData): string {
  const helpers = helpersOf(data).map(({ name, relation, consented }) => {
    const about = [relation, consented === true ? '经当事人同意' : null].filter((x) => x !== null)
    return `${name ?? ''}${about.length === 0 ? '' : `（${about.join('，')}）`}`
  })
  return helpers.length === 0 ? '无' : helpers.join('、')
}

const rulesTold = (noticeDate: string | null): Words => [
  '人民调解委员会已于',
  noticeDate === null ? '＿＿＿＿年＿＿月＿＿日' : entered(chineseDate(noticeDate)),
  '将人民调解的相关规定告知各方当事人。',
]
const opennessLine = (openness: DisputeData['openness']): Passage => choiceLine('调解方式：', codes.openness, openness)
const resultLine = (result: Session['result']): Passage => choiceLine('调解结果：', codes.sessionResult, result)

/** A mediation that failed ends with the routes that stay open (人民调解法 26), where they were told by then. */
function routesTold({ otherRoutesToldOn: on }: DisputeData, session: Session | undefined): readonly Passage[] {
  const isTold = session?.result === 'failed' && on !== null && session.heldOn !== null && on <= session.heldOn
  return isTold ? [passage(['人民调解委员会已于', entered(chineseDate(on)), `告知当事人：${otherRoutes}。`])] : []
}

function lastLines(input: CasePaperInput, session: Session | undefined): readonly Passage[] {
  const read = readAloudTexts('本记录', input)
  return [
    resultLine(session?.result ?? null),
    ...routesTold(input.data, session),
    ...(read.length === 0 ? [readBack('当事人')] : read.map(passage)),
    passage(nothingBelow),
  ]
}

function filled(input: CasePaperInput): PaperDefinition {
  const { data, on, part } = input
  const session = data.sessions[part]
  const { flowing, kept } = lastKept(label, spoken(session?.record ?? null))
  const closing = closingTexts([...kept, ...lastLines(input, session)])
  const head: readonly Content[] = [
    blanks({ label: '时间', value: session ? heldText(session) : '' }),
    blanks({ label: '地点', value: session?.place ?? '' }),
    ...partyBlocks(data, on),
    blanks({ label: '参加人', value: helpersText(data) }),
    gap,
  ]
  const text = [passage(rulesTold(data.noticeDate)).node, opennessLine(data.openness).node, ...flowing]
  const day = session?.heldOn ? chineseDate(session.heldOn) : ''
  const about = `${title}${ordinal(input) === '' ? '' : `（${ordinal(input)}）`}${day}`
  return form({
    ...input,
    title,
    number: ordinal(input),
    headRight: `${day}　${ordinal(input)}`,
    footLeft,
    content: [
      ...head,
      ...text,
      ...signing({ ...closing, about }, { ...signaturesOf(input), committee: null, day: session?.heldOn ?? null }),
    ],
    ...strikeBetween(text.at(-1), closing.texts[0]),
  })
}

/** For two parties it fits on one sheet, front and back. */
function empty(input: CasePaperInput): PaperDefinition {
  const parties = Math.max(2, input.data.parties.length)
  const closing = closingTexts([resultLine(null), readBack('当事人')])
  return form({
    ...input,
    title,
    number: '第＿＿次',
    footLeft,
    content: [
      blanks({ label: '时间', value: '' }),
      blanks({ label: '地点', value: '' }),
      ...emptyPartyBlocks(parties),
      blanks({ label: '参加人', value: '' }),
      gap,
      passage(rulesTold(null)).node,
      opennessLine(null).node,
      heading(label),
      ruledLines(19),
      ...signing({ ...closing, about: title }, emptySignatures(parties, { ...input, committee: null })),
    ],
  })
}

/**
 * 人民调解记录 (domain 2.3 (8)), one for each session, in the order of the 2010 form. Without the committee's seal
 * (domain 2.4); the parties sign each page.
 */
export const mediationRecord = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
