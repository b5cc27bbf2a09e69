import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { codes } from '../../../shared/text/zh-CN/codes.ts'
import {
  type CasePaperInput,
  choices,
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
import { emptyShortParties, shortParties } from './partyRows.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { entered, heading, paragraph, ruledLines, type Words } from './sheet.ts'
import { besideSeal, emptySignatures, partySignatories, type Signatures, sign, signing } from './signatures.ts'
import { signedForm } from './signedForm.ts'
import { givenDay, joined } from './words.ts'

const title = '不予受理告知书'
const label = '不予受理的理由：'

/** How the parties asked, where it is known; the committee may also have come upon the dispute itself. */
function askedText(data: DisputeData): Words {
  if (data.applicationDate === null) return joined(entered(disputeName(data)), '，经审查，')
  const form = data.applicationForm === 'oral' ? '口头' : data.applicationForm === 'written' ? '书面' : null
  const how = form === null ? [] : [entered(form)]
  return joined(
    ...[givenDay(data.applicationDate), '，当事人就', entered(disputeName(data)), '向人民调解委员会', ...how],
    '申请调解。经审查，',
  )
}

const groundText = ({ refusalGround }: DisputeData): Words =>
  refusalGround === null || refusalGround === 'other'
    ? '人民调解委员会决定不予受理。'
    : ['本纠纷属于“', entered(codes.refusalGround[refusalGround]), '”的情形，人民调解委员会决定不予受理。']

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
  const text = [passage(joined(askedText(data), groundText(data))).node, ...part(label, typed(data.refusalReason))]
  return signedForm(input, {
    ...{ title, number: '', text, closing, about: title },
    signatures: signatures(input),
    parties: shortParties(data, input.on),
  })
}

/** Every ground the law and practice know, to be ticked by hand (domain 4.4). */
const grounds = (
  [
    ['specialOrgan', 'forbidden'],
    ['takenElsewhere', 'settled', 'other'],
  ] as const
).map((row) => paragraph(choices(Object.fromEntries(row.map((g) => [g, codes.refusalGround[g]])), null)))

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
      ...emptyShortParties(2),
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
