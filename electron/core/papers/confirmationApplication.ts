import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { effectiveOn } from '../../../shared/rules/effect.ts'
import { chineseNumber } from '../../../shared/rules/numerals.ts'
import {
  boldLine,
  type CasePaperInput,
  closingTexts,
  disputeName,
  form,
  gap,
  type Passage,
  part,
  passage,
  plainLine,
  readAloudTexts,
  strikeBetween,
} from './paperForm.ts'
import { isUnit } from './partyBlock.ts'
import { courtApplicants, emptyCourtApplicants } from './partyRows.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { performanceLines } from './promises.ts'
import { entered, heading, linesOf, ruledLines, type Words } from './sheet.ts'
import { attendantSignatories, emptySignatures, partySignatories, type Signatures, signing } from './signatures.ts'
import { given, givenDay, joined, noDay } from './words.ts'

const title = '司法确认申请书'
const labels = { request: '请求事项：', facts: '事实和理由：', enclosed: '附：' } as const
const noCourt = '＿＿＿＿＿＿＿＿＿＿人民法院'

/** What the applicants answer for, in the words of the courts' own form: free will, no collusion, harm to others. */
const statement =
  '申请人出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为；所述事实和所附材料真实，协议内容不损害国家利益、社会公共利益和他人合法权益。如果因为该协议内容给他人造成损害，申请人愿意承担相应的民事责任和其他法律责任。'

interface Asked {
  readonly place: number
  readonly text: string
}
/** Clauses that were ticked and that no bar stands against: a court judges clause by clause (domain 1). */
const clausesAsked = (data: DisputeData): readonly Asked[] =>
  data.clauses.flatMap((c, place) =>
    c.confirmable === true && c.confirmBar === null ? [{ place, text: c.text ?? '' }] : [],
  )
const clauseName = (place: number): string => `第${chineseNumber(place + 1)}条`

const agreementWords = ({ data, committee }: CasePaperInput): Words => [
  '申请人于',
  givenDay(data.signedByPartiesOn),
  '在',
  entered(committee),
  '主持下达成的人民调解协议（编号：',
  given(data.agreementNo),
  '）',
]

function requestText(input: CasePaperInput): Words {
  const asked = clausesAsked(input.data)
  const names = asked.map((c) => clauseName(c.place)).join('、')
  const which = asked.length === 0 ? '第＿＿＿＿＿＿条' : entered(names)
  return joined('请求依法确认', agreementWords(input), '中的', which, '有效。')
}

function factsPassages({ data, committee }: CasePaperInput): readonly Passage[] {
  const opening = joined(
    '申请人之间因',
    entered(disputeName(data)),
    '，经',
    entered(committee),
    '主持调解，自愿达成协议。协议自',
    givenDay(effectiveOn(data)),
    '起生效。申请确认的内容如下：',
  )
  const clauses = clausesAsked(data).flatMap(({ place, text }) => {
    const [first = '', ...rest] = linesOf(text)
    return [passage([entered(`${clauseName(place)}　${first}`)]), ...rest.map((line) => passage(entered(line)))]
  })
  const isWhole = clausesAsked(data).length === data.clauses.length
  // Of some clauses only, the register does not know which promises are theirs; the agreement itself is enclosed.
  return [passage(opening), ...clauses, ...(isWhole ? performanceLines(data).map(passage) : [])]
}

/** Papers a court asks for with the application (domain 1): how many of each is counted when they are put together. */
function enclosures(data: Pick<DisputeData, 'parties' | 'agents'>): readonly string[] {
  const has = (kind: 'legal' | 'entrusted') => data.agents.some((a) => a.kind === kind)
  return [
    '人民调解协议书',
    '人民调解委员会主持调解的证明',
    data.parties.some(isUnit) ? '申请人身份、主体资格和法定代表人身份的证明' : '申请人身份证明',
    ...(has('legal') ? ['法定代理人身份证明和代理关系证明'] : []),
    ...(has('entrusted') ? ['授权委托书和委托代理人身份证明'] : []),
    '与协议有关的财产权利证明等材料',
  ]
}
const enclosureLines = (data: Pick<DisputeData, 'parties' | 'agents'>): readonly Passage[] =>
  enclosures(data).map((name, i) => passage(`${i + 1}．${name}　＿＿份`))

const addressed = (court: Words): readonly Passage[] => [passage('此致'), plainLine(court)]

/** Both sides sign one paper (人民调解法 33), with who helped them to read it; the committee neither signs nor seals it. */
const signatures = (input: CasePaperInput): Signatures => ({
  parties: partySignatories(input, '申请人'),
  officials: attendantSignatories(input.data),
  committee: null,
  day: input.data.confirmationAppliedOn,
})

function filled(input: CasePaperInput): PaperDefinition {
  const { data, on } = input
  const aloud = readAloudTexts('本申请书', input).map(passage)
  const closing = closingTexts([...aloud, ...addressed(given(data.confirmationCourt, noCourt))])
  const text = [
    ...part(labels.request, [passage(requestText(input))]),
    ...part(labels.facts, [...factsPassages(input), passage(statement)]),
    ...part(labels.enclosed, enclosureLines(data)),
  ]
  return form({
    ...input,
    title,
    number: '',
    content: [...courtApplicants(data, on), gap, ...text, ...signing({ ...closing, about: title }, signatures(input))],
    ...strikeBetween(text.at(-1), closing.texts[0]),
  })
}

const blankRequest = `请求依法确认申请人于${noDay}在人民调解委员会主持下达成的人民调解协议（编号：＿＿＿＿＿＿＿＿）中的第＿＿＿＿＿＿条有效。`

/** A person's or a unit's lines, as the parties of the case are; for no case, two persons. */
function empty(input: CasePaperInput): PaperDefinition {
  const kinds = input.data.parties.map((p) => p.kind)
  const shown = kinds.length < 2 ? [...kinds, ...Array(2 - kinds.length).fill(null)] : kinds
  const { parties } = emptySignatures(shown.length, { ...input, committee: null }, '申请人')
  const closing = closingTexts(addressed(noCourt))
  return form({
    ...input,
    title,
    number: '',
    content: [
      ...emptyCourtApplicants(shown),
      gap,
      ...part(labels.request, [passage(blankRequest)]),
      heading(labels.facts),
      ruledLines(7),
      passage(statement).node,
      boldLine(labels.enclosed).node,
      ...enclosureLines({ ...input.data, agents: [] }).map((p) => p.node),
      ...signing({ ...closing, about: title }, { parties, officials: [], committee: null, day: null }),
    ],
  })
}

/** 司法确认申请书 (domain 2.3 (12)): the form of the courts, for persons and units, signed by both sides together. */
export const confirmationApplication = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
