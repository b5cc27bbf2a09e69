/** The cases the golden papers are made from, and where those papers are kept. */
import { join } from 'node:path'
import type { CasePaperInput } from '../../electron/core/papers/paperForm.ts'
import type { RenderedPaper } from '../../electron/core/papers/render.ts'
import { type Field, isList, type ScalarField } from '../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as parts from '../../shared/ledgers/disputeParts.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import type { CasePaper } from '../../shared/rules/casePapers.ts'
import { type Grey, greyPages } from '../support/greyPages.ts'
import { casePaperOf, type PdfPage, part, person, projectRoot, readPdf, sampleDispute } from './papersKit.ts'

/** `filled` is an ordinary case, `blank` the form to be filled by hand, `extreme` twelve parties and the longest values. */
export const variants = ['filled', 'blank', 'extreme'] as const
export type Variant = (typeof variants)[number]

export const goldenFolder = join(projectRoot, 'test', 'golden', 'papers')
export const textFile = (paper: CasePaper, variant: Variant): string => `${paper}.${variant}.txt`
export const imageFile = (paper: CasePaper, variant: Variant, page: number): string => `${paper}.${variant}.${page}.png`
/** What to run when a paper was meant to change. */
export const command = 'node test/golden/regenerate.ts'

const record =
  '问：牦牛是什么时候进入草场的？\n答：六月三日早上，围栏倒了一段。\n调解员说明了双方的权利义务和调解的原则。\n双方同意先现场踏勘，再商定赔偿数额。'

/** A case that has something for every paper; no real one has them all. */
const fullCase: DisputeData = {
  ...sampleDispute,
  ...{ committee: '示例乡人民调解委员会', village: '示例一村', typeJustice: 'neighbour', source: 'application' },
  ...{ caseNo: '示例人调字〔2026〕第12号', agreementNo: '示例人调协字〔2026〕第7号', applicationForm: 'written' },
  ...{ applicationDate: '2026-05-18', acceptanceDate: '2026-05-20', noticeDate: '2026-05-20', noticeForm: 'written' },
  ...{ difficulty: 'general', occurredOn: '2026-05-12', occurredAt: '示例一村东沟草场', peopleInvolved: 6 },
  summary: '两户因草场边界发生争议，申请人的牦牛进入被申请人承包的草场，双方对饲草损失的数额意见不一。',
  claims: ['请求确定放牧边界。', '请求修复围栏，费用由双方分担。'].map((text) => part(parts.claim, { text })),
  parties: sampleDispute.parties.map((p, i) => ({
    ...p,
    certificateKind: 'idCard',
    idNumber: i === 0 ? '990031197508153020' : '990021196812040453',
  })),
  agents: [
    part(parts.agent, {
      ...{ kind: 'entrusted', name: '示例代理人', forParty: '示例卓玛', relation: '姐弟', phone: '0941-0123457' },
      ...{ address: '示例乡示例一村', powers: '选择人民调解员；签署调解协议；代为领取款项', certificateKind: 'idCard' },
      idNumber: '990011199001010016',
    }),
  ],
  participants: [part(parts.participant, { name: '示例邻居', relation: '邻居', consented: true })],
  openness: 'open',
  inquiries: [
    part(parts.inquiry, {
      ...{ heldOn: '2026-05-22', place: '示例一村村委会', asked: '示例知情人', askedAbout: '男，藏族，52岁，牧民' },
      ...{ investigators: '示例调解员甲、示例调解员乙', present: '示例邻居', recorder: '示例记录员', record },
    }),
  ],
  evidence: [
    part(parts.evidence, {
      name: '草场承包证',
      provider: '示例多吉',
      form: 'copy',
      pages: 2,
      receivedOn: '2026-05-22',
    }),
    part(parts.evidence, {
      name: '现场照片',
      provider: '示例卓玛',
      form: 'original',
      pages: 4,
      receivedOn: '2026-05-23',
    }),
  ],
  sessions: [
    part(parts.session, {
      ...{ heldOn: '2026-05-25', startTime: '09:30', endTime: '11:40', place: '示例乡人民调解委员会' },
      ...{ record, result: 'toContinue' },
    }),
    part(parts.session, { heldOn: '2026-06-20', place: '示例乡人民调解委员会', record, result: 'agreed' }),
  ],
  extensions: [part(parts.extension, { agreedOn: '2026-06-15', until: '2026-07-20', reason: '因需要现场踏勘。' })],
  ...{ notAcceptedOn: '2026-05-21', refusalGround: 'takenElsewhere' },
  refusalReason: '申请人已就同一边界起诉，法院已经立案。',
  ...{ result: 'written', resultDate: '2026-06-20', otherRoutesToldOn: '2026-06-20' },
  terminationReason: '双方对边界走向各执一词，多次调解未能达成一致。',
  ...{ transferredTo: '示例乡人民政府', transferredLetterNo: '示例人调函〔2026〕3号' },
  transferReason: '争议涉及草场使用权归属，依法由人民政府处理。',
  ...{ oralAgreed: true, oralReason: '标的小，双方当场履行' },
  clauses: sampleDispute.clauses.map((c) => ({ ...c, confirmable: true })),
  ...{ signedByPartiesOn: '2026-06-20', signedByMediatorsOn: '2026-06-20', sealedOn: '2026-06-21' },
  ...{ confirmationWanted: true, confirmationJoint: true, confirmationCourt: '示例市人民法院' },
  performanceState: 'partly',
  performances: sampleDispute.performances.map((p, i) =>
    i === 0 ? { ...p, doneOn: '2026-07-01', receivedBy: '示例多吉' } : p,
  ),
  supplements: [
    part(parts.supplement, { reason: '转场时间提前', text: '一、第二笔改为九月底前付清。\n二、围栏由双方共同修复。' }),
  ],
  urgings: [
    part(parts.urging, { urgedOn: '2027-01-05', by: '示例调解员甲', dueOn: '2027-01-20', note: '电话督促一次。' }),
  ],
  followUps: [
    part(parts.followUp, {
      ...{
        heldOn: '2026-08-20',
        by: '示例调解员甲',
        reason: '示例卓玛与示例多吉的邻里纠纷',
        satisfaction: 'satisfied',
      },
      findings: '第一笔赔偿款已付清，围栏已修复，双方没有新的争议。',
    }),
  ],
  mayEscalate: true,
  ...{ policeReportedOn: '2026-05-24', policeReportedAt: '10:20', policeReportedTo: '示例派出所' },
  ...{ policeReceivedBy: '示例民警', policeLetterNo: '示例人调函〔2026〕1号' },
  policeReportReason: '双方约人到场，可能发生冲突。人民调解委员会已到现场劝离，并通知两村负责人到场。',
  ...{ closedOn: '2026-09-01', filedBy: '示例立卷人', filedOn: '2026-09-10', checkedBy: '示例检查人' },
  ...{ checkedOn: '2026-09-12', retention: 'long', pages: 28, box: '3柜2盒', remarks: '原件已核对。' },
  dossierNote: '草场承包证原件由被申请人保存，卷内为复印件，已与原件核对。',
}

/** Where a paper belongs to another end of a case than the written agreement. */
const endOf: Partial<Record<string, Partial<DisputeData>>> = {
  refusalNotice: { result: null },
  terminationNotice: { result: 'failed' },
  transferLetter: { result: 'transferred' },
  oralAgreement: { result: 'oral', difficulty: 'simple' },
  simpleForm: { result: 'oral', difficulty: 'simple' },
}

const sentence = '示例草场边界围栏修复反复协商调解员说明道理，双方互谅互让。'
/** So many characters, the field's own name first, so that a text shows which values arrived. */
const filling = (name: string, length: number): string =>
  (name + sentence.repeat(Math.ceil(length / 20))).slice(0, length)

/** Lines of all lengths; the longest texts have tests of their own. */
const lines = (name: string, max: number): string =>
  [4, 11, 28, 29, 30, 60, 90]
    .map((length, i) => filling(`${name}${i + 1}`, length + name.length))
    .join('\n')
    .slice(0, max)

function longest(name: string, field: ScalarField, value: unknown): unknown {
  switch (field.kind) {
    case 'text':
    case 'name':
      return filling(name, field.max)
    case 'paragraph':
      return lines(name, field.max)
    case 'phone':
      return '0941-0123456 '.repeat(9).slice(0, field.max)
    case 'money':
      return 99_999_999_999
    default:
      return value
  }
}

const longestOf = (fields: Readonly<Record<string, Field>>, values: object): object =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = fields[name]
      if (field === undefined) return [name, value]
      if (!isList(field)) return [name, longest(name, field, value)]
      return [name, (value as readonly object[]).map((p) => longestOf(field.part.fields, p))]
    }),
  )

/** Twelve parties, a unit among them, and every text as long as the register takes it. */
function extremeCase(): DisputeData {
  const long = longestOf(ledgerOf('dispute').fields, fullCase) as DisputeData
  const side = (i: number) => (i < 6 ? 'applicant' : i < 11 ? 'respondent' : 'thirdParty')
  const name = (i: number) => (i < 2 ? filling(`第${i + 1}户`, 60) : `示例第${i + 1}户`)
  const parties = Array.from({ length: 12 }, (_, i) => {
    if (i === 10) return person({ kind: 'company', side: side(i), name: name(i), ...unitOf(long) })
    return person({ ...(i < 2 ? long.parties[i] : {}), side: side(i), name: name(i) })
  })
  const agents = [0, 1].map((i) => ({ ...(long.agents[0] as (typeof long.agents)[number]), forParty: name(i) }))
  const mediators = Array.from({ length: 5 }, (_, i) =>
    part(parts.mediator, { name: `示例调解员${i + 1}`, presiding: i === 0 }),
  )
  const attendants = (['interpreter', 'scribe', 'witness'] as const).map((kind) =>
    part(parts.attendant, { kind, name: filling(kind, 60), language: '藏语' }),
  )
  return { ...long, parties, agents, mediators, attendants, copies: 14 }
}

const unitOf = (long: DisputeData): Partial<DisputeData['parties'][number]> => ({
  ...{ creditCode: '11623001000000019W', legalRepresentative: filling('legalRepresentative', 60) },
  ...{ legalRepresentativePost: filling('post', 40), address: long.parties[0]?.address ?? null },
})

/** What a golden paper is made from. */
export function goldenInput(
  paper: CasePaper,
  variant: Variant,
): Partial<CasePaperInput> & { readonly data: DisputeData } {
  const data = { ...(variant === 'extreme' ? extremeCase() : fullCase), ...endOf[paper] }
  const committee = variant === 'extreme' ? filling('印章全称', 60) : '示例乡人民调解委员会'
  return { data, committee, mode: variant === 'blank' ? 'blank' : 'final', on: '2026-06-20' }
}

export const goldenPaper = (paper: CasePaper, variant: Variant): Promise<RenderedPaper> =>
  casePaperOf(paper, goldenInput(paper, variant))

const pageText = (page: PdfPage): string =>
  `${[...page.lines, ...(page.across === '' ? [] : [page.across])].join('\n')}\n`

/** The text of a paper, page by page, line by line. */
export async function goldenText({ pdf }: RenderedPaper): Promise<string> {
  return (await readPdf(pdf)).map(pageText).join('\f\n')
}

/** Page images of a paper, by page from 1: of every page, of an extreme paper of its first two and its last. */
export async function goldenImages(
  variant: Variant,
  { pdf, pages }: RenderedPaper,
): Promise<ReadonlyMap<number, Grey>> {
  if (variant !== 'extreme' || pages <= 3) return new Map((await greyPages(pdf)).map((image, i) => [i + 1, image]))
  const [first, last] = [await greyPages(pdf, { to: 2 }), await greyPages(pdf, { from: pages })]
  return new Map([...first, ...last].map((image, i) => [i < 2 ? i + 1 : pages, image]))
}
