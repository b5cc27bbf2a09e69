import { effectiveOn } from '../../../shared/rules/effect.ts'
import { capitalNumber } from '../../../shared/rules/numerals.ts'
import {
  type CasePaperInput,
  closingTexts,
  copiesText,
  type Ending,
  form,
  gap,
  nothingBelow,
  type Passage,
  passage,
  readAloudTexts,
  typed,
} from './paperForm.ts'
import { emptyShortParties, shortParties } from './partyRows.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { paragraph, ruledLines, textHeight, type Words } from './sheet.ts'
import { emptySignatures, signaturesOf, signing } from './signatures.ts'
import { signedForm } from './signedForm.ts'
import { because, given, givenDay, joined } from './words.ts'

const title = '人民调解补充协议书'
/** It binds like the agreement it adds to, from the last of the three acts (人民调解法 29, 31). */
const force =
  '本补充协议自当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效，与原协议不一致的以本补充协议为准，原协议其他内容不变。'

const numberWords = (number: string | null): Words => ['原协议编号：', given(number)]

/** Which agreement is added to, and why. */
function opening({ data, part: index }: CasePaperInput): Words {
  const why = because(data.supplements[index]?.reason ?? null)
  return joined(
    '当事人的人民调解协议已于',
    givenDay(effectiveOn(data)),
    '生效。',
    why.length === 0 ? '现' : why,
    '经人民调解委员会调解，当事人自愿达成如下补充协议：',
  )
}

/** More than one addition is told apart by its place. */
const placeText = ({ data, part: index }: CasePaperInput): string =>
  data.supplements.length > 1 ? `（第${capitalNumber(index + 1)}份补充协议）` : ''

/** The last undertaking stands with the signatures, so that nobody signs a page without substance. */
function split(lines: readonly Passage[]): Ending {
  const last = lines.at(-1)
  if (last === undefined) return { flowing: [ruledLines(3)], kept: [] }
  const isLong = last.height > textHeight / 3
  return { flowing: (isLong ? lines : lines.slice(0, -1)).map((p) => p.node), kept: isLong ? [] : [last] }
}

function filled(input: CasePaperInput): PaperDefinition {
  const { data, on, part: index } = input
  const { flowing, kept } = split(typed(data.supplements[index]?.text ?? null))
  const copies = copiesText('本补充协议', data, Math.max(data.parties.length + 1, data.copies ?? 0))
  const last = [force, copies, ...readAloudTexts('本补充协议', input), nothingBelow]
  const closing = closingTexts([...kept, ...last.map(passage)])
  const text = [passage(opening(input)).node, ...flowing]
  const about = `对原协议${data.agreementNo === null ? '' : `（${data.agreementNo}）`}的补充${placeText(input)}`
  const signatures = signaturesOf(input)
  const parties = shortParties(data, on)
  return signedForm(input, { title, number: numberWords(data.agreementNo), text, closing, about, signatures, parties })
}

function empty(input: CasePaperInput): PaperDefinition {
  const parties = Math.max(2, input.data.parties.length)
  const closing = closingTexts([passage(force), passage('本补充协议一式＿＿＿＿份，当事人、人民调解委员会各持一份。')])
  return form({
    ...input,
    title,
    number: numberWords(null),
    content: [
      ...emptyShortParties(parties),
      gap,
      paragraph(
        '当事人的人民调解协议已于＿＿＿＿年＿＿月＿＿日生效。因＿＿＿＿＿＿＿＿，经人民调解委员会调解，当事人自愿达成如下补充协议：',
      ),
      ruledLines(12),
      ...signing({ ...closing, about: title }, emptySignatures(parties, input)),
    ],
  })
}

/** 补充协议书: a new paper with all signatures and the seal, for an agreement in effect (domain 2.3). */
export const supplement = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
