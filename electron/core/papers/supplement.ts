import { chineseDate } from '../../../shared/rules/dates.ts'
import { effectiveOn } from '../../../shared/rules/effect.ts'
import { capitalNumber } from '../../../shared/rules/numerals.ts'
import {
  type CasePaperInput,
  closingTexts,
  copiesText,
  form,
  gap,
  lastKept,
  nothingBelow,
  passage,
  readAloudTexts,
  toFill,
  typed,
} from './paperForm.ts'
import { emptyPartyBlocks } from './partyBlock.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { heading, linesOf, paragraph, ruledLines } from './sheet.ts'
import { emptySignatures, signaturesOf, signing } from './signatures.ts'
import { signedForm } from './signedForm.ts'

const title = '人民调解补充协议书'
const label = '经调解，自愿达成如下补充协议：'
/** 人民调解法 29, 31: it binds like the agreement it adds to, from the last of the three acts. */
const force =
  '本补充协议自当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。补充协议与原协议不一致的，以补充协议为准；原协议的其他内容不变。'

const numberText = (number: string | null): string => `原协议编号：${number ?? toFill}`

/** Which agreement is added to, and why. */
function opening({ data, part: index }: CasePaperInput): string {
  const on = effectiveOn(data)
  const day = on === null ? '＿＿＿＿年＿＿月＿＿日' : chineseDate(on)
  const reason = linesOf(data.supplements[index]?.reason ?? null).join('')
  const because = reason === '' ? '现' : `因${reason.replace(/^因/, '').replace(/[。；，]$/, '')}，`
  return `当事人的人民调解协议已于${day}生效。${because}经人民调解委员会调解，当事人对协议作如下补充。`
}

/** More than one addition is told apart by its place. */
const placeText = ({ data, part: index }: CasePaperInput): string =>
  data.supplements.length > 1 ? `（第${capitalNumber(index + 1)}份补充协议）` : ''

function filled(input: CasePaperInput): PaperDefinition {
  const { data, part: index } = input
  const { flowing, kept } = lastKept(label, typed(data.supplements[index]?.text ?? null))
  const copies = copiesText('本补充协议', data, Math.max(data.parties.length + 1, data.copies ?? 0))
  const last = [force, copies, ...readAloudTexts('本补充协议', input), nothingBelow]
  const closing = closingTexts([...kept, ...last.map(passage)])
  const text = [passage(opening(input)).node, ...flowing]
  const about = `对原协议${data.agreementNo === null ? '' : `（${data.agreementNo}）`}的补充${placeText(input)}`
  const signatures = signaturesOf(input)
  return signedForm(input, { title, number: numberText(data.agreementNo), text, closing, about, signatures })
}

function empty(input: CasePaperInput): PaperDefinition {
  const parties = Math.max(2, input.data.parties.length)
  const closing = closingTexts([passage(force), passage('本补充协议一式＿＿＿＿份，当事人、人民调解委员会各持一份。')])
  return form({
    ...input,
    title,
    number: numberText(null),
    content: [
      ...emptyPartyBlocks(parties),
      gap,
      paragraph(
        '当事人的人民调解协议已于＿＿＿＿年＿＿月＿＿日生效。现因＿＿＿＿＿＿＿＿＿＿，经人民调解委员会调解，当事人对协议作如下补充。',
      ),
      heading(label),
      ruledLines(12),
      ...signing({ ...closing, about: title }, emptySignatures(parties, input)),
    ],
  })
}

/** 补充协议书: a new paper with all signatures and the seal, for an agreement in effect (domain 2.3). */
export const supplement = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
