import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { codes } from '../../../shared/text/zh-CN/codes.ts'
import {
  type CasePaperInput,
  closingTexts,
  disputeName,
  form,
  gap,
  otherRoutes,
  part,
  passage,
  plainLine,
  typed,
} from './paperForm.ts'
import { emptyPartyBlocks } from './partyBlock.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { heading, paragraph, ruledLines } from './sheet.ts'
import { besideSeal, emptySignatures, partySignatories, type Signatures, sign, signing } from './signatures.ts'
import { signedForm } from './signedForm.ts'

const title = '不予受理告知书'
const label = '不予受理的理由：'

/** How the parties asked, where it is known; the committee may also have come upon the dispute itself. */
function askedText(data: DisputeData): string {
  if (data.applicationDate === null) return `${disputeName(data)}，经审查，`
  const form = data.applicationForm === 'oral' ? '口头' : data.applicationForm === 'written' ? '书面' : ''
  return `${chineseDate(data.applicationDate)}，当事人就${disputeName(data)}向人民调解委员会${form}申请调解。经审查，`
}

const groundText = (data: DisputeData): string => {
  const ground = data.refusalGround === null || data.refusalGround === 'other' ? null : data.refusalGround
  return ground === null
    ? '人民调解委员会决定不予受理。'
    : `本纠纷属于“${codes.refusalGround[ground]}”的情形，人民调解委员会决定不予受理。`
}

const clerk = sign('经办人', null)

/** Who asked signs that the notice was received, where they are few beside the seal; without sides every party does. */
function signatures(input: CasePaperInput): Signatures {
  const { data, committee } = input
  const applicants = partySignatories(input, '申请人', 'applicant')
  const asking = applicants.length > 0 ? applicants : partySignatories(input)
  const few = asking.length <= 2
  return {
    parties: few ? [] : asking,
    officials: few ? [...besideSeal(asking), clerk] : [clerk],
    committee,
    day: data.notAcceptedOn,
  }
}

function filled(input: CasePaperInput): PaperDefinition {
  const { data } = input
  const closing = closingTexts([
    passage(`当事人${otherRoutes}。`),
    passage('特此告知。'),
    plainLine('本告知书已收到：'),
  ])
  const text = [passage(askedText(data) + groundText(data)).node, ...part(label, typed(data.refusalReason))]
  return signedForm(input, {
    ...{ title, number: '', text, closing, about: title },
    signatures: signatures(input),
  })
}

/** Every ground the law and practice know, to be ticked by hand (domain 4.4). */
const grounds = (['specialOrgan', 'forbidden', 'takenElsewhere', 'settled', 'other'] as const).map((g) =>
  paragraph(`□ ${codes.refusalGround[g]}`),
)

function empty(input: CasePaperInput): PaperDefinition {
  const { parties } = emptySignatures(1, input, '申请人')
  const closing = closingTexts([
    passage(`当事人${otherRoutes}。`),
    passage('特此告知。'),
    plainLine('本告知书已收到：'),
  ])
  return form({
    ...input,
    title,
    number: '',
    content: [
      ...emptyPartyBlocks(2),
      gap,
      paragraph(
        '＿＿＿＿年＿＿月＿＿日，当事人就＿＿＿＿＿＿＿＿纠纷向人民调解委员会申请调解。经审查，人民调解委员会决定不予受理：',
      ),
      ...grounds,
      heading(label),
      ruledLines(3),
      ...signing(
        { ...closing, about: title },
        {
          parties: [],
          officials: [...besideSeal(parties), clerk],
          committee: input.committee,
        },
      ),
    ],
  })
}

/** 不予受理告知书: ground, reason, the routes that stay open, the committee's seal; who asked signs for it. */
export const refusalNotice = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
