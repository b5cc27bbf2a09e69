import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
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
} from './paperForm.ts'
import { emptyShortParties, shortParties } from './partyRows.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { entered, heading, paragraph, ruledLines, type Words } from './sheet.ts'
import { emptySignatures, signaturesOf, signing } from './signatures.ts'
import { signedForm } from './signedForm.ts'
import { because, given, givenDay, joined } from './words.ts'

const title = '延长调解期限同意书'
/** The month is a rule of the committee, its extension the free will of the parties (人民调解法 3). */
const consent = `本同意书由当事人自愿签署，期限内仍可以随时要求终止调解。届满仍未达成协议的，人民调解委员会终止调解，当事人${otherRoutes}。`

const numberWords = (caseNo: string | null): Words => ['卷号：', given(caseNo)]

type Extension = DisputeData['extensions'][number]

function whyText(data: DisputeData, extension: Extension | undefined): Words {
  const accepted = data.acceptanceDate === null ? [] : ['于', givenDay(data.acceptanceDate), '受理的']
  const why = because(extension?.reason ?? null)
  return joined('人民调解委员会', accepted, entered(disputeName(data)), '，', why, '尚未达成协议。')
}

/** What is consented to stands on the page of the signatures. */
const untilText = (extension: Extension | undefined): Words => [
  '当事人同意调解期限延长至',
  givenDay(extension?.until ?? null),
  '（含当日）。',
]

function filled(input: CasePaperInput): PaperDefinition {
  const { data, on, part: index } = input
  const extension = data.extensions[index]
  const last = [untilText(extension), consent, ...readAloudTexts('本同意书', input), nothingBelow]
  const closing = closingTexts(last.map(passage))
  const text = [passage(whyText(data, extension)).node]
  const signatures = signaturesOf(input)
  const parties = shortParties(data, on)
  return signedForm(input, {
    title,
    number: numberWords(data.caseNo),
    text,
    closing,
    about: title,
    signatures,
    parties,
  })
}

function empty(input: CasePaperInput): PaperDefinition {
  const parties = Math.max(2, input.data.parties.length)
  const closing = closingTexts([passage(untilText(undefined)), passage(consent)])
  return form({
    ...input,
    title,
    number: numberWords(null),
    content: [
      ...emptyShortParties(parties),
      gap,
      paragraph('人民调解委员会于＿＿＿＿年＿＿月＿＿日受理的＿＿＿＿＿＿＿＿＿＿＿＿纠纷，尚未达成协议。'),
      heading('延长的原因：'),
      ruledLines(2),
      ...signing({ ...closing, about: title }, emptySignatures(parties, input)),
    ],
  })
}

/** 延期同意书: both sides agree to go on mediating beyond the limit (domain 1, "General"). */
export const extensionConsent = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
