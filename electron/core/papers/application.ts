import type { Content } from 'pdfmake/interfaces.js'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import {
  type CasePaperInput,
  closingTexts,
  form,
  gap,
  lastKept,
  type Passage,
  part,
  passage,
  readAloudTexts,
  smallGap,
  strikeBetween,
  typed,
} from './paperForm.ts'
import { emptyBlock, sideBlocks } from './partyBlock.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { entered, heading, linesOf, ruledLines } from './sheet.ts'
import {
  attendantSignatories,
  besideSeal,
  emptySignatures,
  partySignatories,
  type Signatures,
  signing,
} from './signatures.ts'

const title = '人民调解申请书'
const summaryLabel = '纠纷简要情况：'
const claimsLabel = '当事人申请事项：'

/** The form's own sentence; several who apply speak of themselves as 我们. */
const statement = (who: string): string =>
  `人民调解委员会已将申请人民调解的相关规定告知${who}，现自愿申请人民调解委员会进行调解。`

const claimPassages = (data: DisputeData): readonly Passage[] =>
  data.claims.flatMap((claim, i) => {
    const [first = '', ...rest] = linesOf(claim.text)
    return [passage([`${i + 1}、`, entered(first)]), ...rest.map((line) => passage(entered(line)))]
  })

/** Only who applies signs, and who helped them to; no seal (domain 2.4). Without sides every party does. */
function signatures(input: CasePaperInput): Signatures {
  const { data } = input
  const applicants = partySignatories(input, '申请人', 'applicant')
  const asking = applicants.length > 0 ? applicants : partySignatories(input)
  const helpers = attendantSignatories(data, applicants.length > 0 ? 'applicant' : null)
  const few = asking.length <= 2
  return {
    parties: few ? [] : asking,
    officials: few ? [...besideSeal(asking), ...helpers] : helpers,
    committee: null,
    day: data.applicationDate,
  }
}

const sides = ['applicant', 'respondent', 'thirdParty', null] as const

function filled(input: CasePaperInput): PaperDefinition {
  const { data, on } = input
  const { flowing, kept } = lastKept(claimsLabel, claimPassages(data))
  const applicants = data.parties.filter((p) => p.side === 'applicant').length
  const last = [statement(applicants > 1 ? '我们' : '我'), ...readAloudTexts('本申请书', input)]
  const closing = closingTexts([...kept, ...last.map(passage)])
  const text: readonly Content[] = [...part(summaryLabel, typed(data.summary)), ...flowing]
  return form({
    ...input,
    title,
    number: '',
    content: [
      ...sides.flatMap((side) => sideBlocks(data, on, side)),
      gap,
      ...text,
      ...signing({ ...closing, about: `${title}，申请事项共${data.claims.length}项` }, signatures(input)),
    ],
    ...strikeBetween(text.at(-1), closing.texts[0]),
  })
}

/** One page to be filled by hand. */
function empty(input: CasePaperInput): PaperDefinition {
  const { parties } = emptySignatures(1, { ...input, committee: null }, '申请人')
  const closing = closingTexts([passage(statement('我（们）'))])
  return form({
    ...input,
    title,
    number: '',
    content: [
      emptyBlock('申请人'),
      emptyBlock('被申请人'),
      smallGap,
      heading(summaryLabel),
      ruledLines(5),
      heading(claimsLabel),
      ruledLines(3, ['1、', '2、', '3、']),
      ...signing({ ...closing, about: title }, { parties: [], officials: besideSeal(parties), committee: null }),
    ],
  })
}

/** 人民调解申请书 (domain 2.3 (3)), in the order of the 2010 form: a written application; an oral one has the 受理登记表. */
export const application = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
