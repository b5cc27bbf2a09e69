import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import {
  type CasePaperInput,
  closingTexts,
  disputeName,
  form,
  gap,
  nothingBelow,
  otherRoutes,
  passage,
  readAloudTexts,
  toFill,
} from './paperForm.ts'
import { emptyPartyBlocks } from './partyBlock.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { heading, linesOf, paragraph, ruledLines } from './sheet.ts'
import { emptySignatures, signaturesOf, signing } from './signatures.ts'
import { signedForm } from './signedForm.ts'

const title = '延长调解期限同意书'
/** The month is a rule of the committee, its extension the free will of the parties (人民调解法 3). */
const consent = '本同意书由当事人自愿签署。延长期限内，当事人仍可以随时要求终止调解。'
const afterwards = `期限届满仍未达成协议的，人民调解委员会终止调解，当事人${otherRoutes}。`

const numberText = (caseNo: string | null): string => `卷号：${caseNo ?? toFill}`

type Extension = DisputeData['extensions'][number]

function whyText(data: DisputeData, extension: Extension | undefined): string {
  const accepted = data.acceptanceDate === null ? '' : `于${chineseDate(data.acceptanceDate)}受理的`
  const reason = linesOf(extension?.reason ?? null).join('')
  const because = reason === '' ? '' : `因${reason.replace(/^因/, '').replace(/[。；，]$/, '')}，`
  return `人民调解委员会${accepted}${disputeName(data)}，${because}尚未达成协议。`
}

/** What is consented to stands on the page of the signatures. */
function untilText(extension: Extension | undefined): string {
  const until = extension?.until == null ? '＿＿＿＿年＿＿月＿＿日' : chineseDate(extension.until)
  return `经人民调解员说明，当事人同意将调解期限延长至${until}（含当日）。${afterwards}`
}

function filled(input: CasePaperInput): PaperDefinition {
  const { data, part: index } = input
  const extension = data.extensions[index]
  const last = [untilText(extension), consent, ...readAloudTexts('本同意书', input), nothingBelow]
  const closing = closingTexts(last.map(passage))
  const text = [passage(whyText(data, extension)).node]
  const signatures = signaturesOf(input)
  return signedForm(input, { title, number: numberText(data.caseNo), text, closing, about: title, signatures })
}

function empty(input: CasePaperInput): PaperDefinition {
  const parties = Math.max(2, input.data.parties.length)
  const closing = closingTexts([passage(untilText(undefined)), passage(consent)])
  return form({
    ...input,
    title,
    number: numberText(null),
    content: [
      ...emptyPartyBlocks(parties),
      gap,
      paragraph('人民调解委员会于＿＿＿＿年＿＿月＿＿日受理的＿＿＿＿＿＿＿＿＿＿＿＿纠纷，尚未达成协议。'),
      heading('延长的原因：'),
      ruledLines(4),
      ...signing({ ...closing, about: title }, emptySignatures(parties, input)),
    ],
  })
}

/** 延期同意书: both sides agree to go on mediating beyond the limit (domain 1, "General"). */
export const extensionConsent = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
