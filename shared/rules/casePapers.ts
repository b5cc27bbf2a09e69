import type { DisputeData } from '../ledgers/dispute.ts'
import { entrustedOf } from './agentPowers.ts'
import { hasDossierNote } from './dossierNote.ts'
import { effectiveOn } from './effect.ts'
import { needsWriting } from './law/form.ts'

/** Papers of a case that the register prints (domain 2.3), in the order of the work. */
export const casePapers = [
  'application',
  'acceptanceForm',
  'rightsNotice',
  'powerOfAttorney',
  'inquiryRecord',
  'evidenceList',
  'mediationRecord',
  'refusalNotice',
  'extensionConsent',
  'policeReport',
  'transferLetter',
  'terminationNotice',
  'agreement',
  'oralAgreement',
  'simpleForm',
  'supplement',
  'confirmationApplication',
  'receipt',
  'urgingNotice',
  'followUpRecord',
  'dossierNote',
  'closingReport',
  'cover',
  'backCover',
] as const
export type CasePaper = (typeof casePapers)[number]

/**
 * Papers about the dossier as a whole, which are made from its list of papers beside the case. Only who puts the
 * dossier together knows that list, so they are printed with it and never by themselves.
 */
export const dossierPapers = ['catalogue', 'reviewSheet'] as const
export type DossierPaper = (typeof dossierPapers)[number]

/** Papers of the 2010 notice (domain 2): their layout is given. The others are local. */
export const statutoryPapers: ReadonlySet<string> = new Set([
  ...['cover', 'catalogue', 'backCover', 'application', 'acceptanceForm', 'inquiryRecord', 'evidenceList'],
  ...['mediationRecord', 'agreement', 'oralAgreement', 'followUpRecord', 'dossierNote'],
])

type Path = string
interface PaperRule {
  /** How many of them the case has at present: none, one, or one for each part of a list. */
  readonly count: (d: DisputeData) => number
  /** What has to be filled in before the paper may be printed for signing, of those fields still empty. */
  readonly lacks: (d: DisputeData, part: number) => readonly Path[]
  /** One paper for each part of a list. */
  readonly listed: boolean
  /** Which parts of its list have the paper, where not all do; the others keep their place, so that no key moves. */
  readonly of?: (d: DisputeData, part: number) => boolean
}

const empty = (d: DisputeData, fields: readonly (keyof DisputeData & string)[]): readonly Path[] =>
  fields.filter((f) => d[f] === null)
const noParty = (d: DisputeData): readonly Path[] => (d.parties.length === 0 ? ['parties'] : [])
/** A dispute calmed on the spot gets no file (就地劝解，不立卷). */
const wasOpened = (d: DisputeData): boolean => d.result !== 'calmed'
const isRefused = (d: DisputeData): boolean => d.notAcceptedOn !== null || d.refusalGround !== null
const when = (true_: boolean): number => (true_ ? 1 : 0)

/** Of a part of a list, the fields still empty. */
function emptyIn<P extends object>(
  list: string,
  parts: readonly P[],
  part: number,
  fields: readonly (keyof P & string)[],
): readonly Path[] {
  return fields.filter((f) => parts[part]?.[f] == null).map((f) => `${list}.${part}.${f}`)
}

/** A written agreement comes into question with a mediation under way; a case that ended otherwise has none. */
const mayAgree = (d: DisputeData): boolean =>
  d.result !== 'oral' &&
  (d.agreementNo !== null || d.result === 'written' || (d.result === null && d.notAcceptedOn === null))

/** A dispute taken on has a file (一案一卷); what was calmed on the spot or turned away has none. */
const hasFile = (d: DisputeData): boolean =>
  d.result !== 'calmed' && d.notAcceptedOn === null && (d.acceptanceDate !== null || d.caseNo !== null)

/** What was handed over: money, or a thing that someone took; an act like mending a fence leaves no 收条. */
const wasHandedOver = ({ performances }: DisputeData, part: number): boolean => {
  const p = performances[part]
  return p !== undefined && p.doneOn !== null && (p.amount !== null || p.receivedBy !== null)
}
const mediatorsOf = (d: DisputeData): readonly Path[] => (d.mediators.length === 0 ? ['mediators'] : [])
/** Ends of a mediation that the parties are told of in writing (domain 2.3 (16)). */
const isTerminated = ({ result }: DisputeData): boolean =>
  result === 'failed' || result === 'refused' || result === 'withdrawn' || result === 'terminated'

/** 人民调解法 33: both parties together, of a written agreement in effect, for clauses a court may confirm (domain 1). */
const confirmationLacks = (d: DisputeData): readonly Path[] => [
  ...empty(d, ['agreementNo', 'signedByPartiesOn', 'signedByMediatorsOn', 'sealedOn', 'confirmationCourt']),
  ...(d.confirmationJoint === true ? [] : ['confirmationJoint']),
  ...(d.clauses.some((c) => c.confirmable === true && c.confirmBar === null) ? [] : ['clauses']),
]

export const casePaperRules: Readonly<Record<CasePaper, PaperRule>> = {
  // An oral application is taken down in the 受理登记表; what the committee began itself nobody applied for.
  application: {
    count: (d) =>
      when(wasOpened(d) && (d.applicationForm ?? (d.source === 'committee' ? 'oral' : 'written')) === 'written'),
    lacks: (d) => [...empty(d, ['summary']), ...noParty(d)],
    listed: false,
  },
  acceptanceForm: {
    count: (d) => when(wasOpened(d) && !isRefused(d)),
    lacks: (d) => [...empty(d, ['acceptanceDate', 'source', 'typeJustice', 'summary']), ...noParty(d)],
    listed: false,
  },
  rightsNotice: { count: (d) => when(wasOpened(d) && !isRefused(d)), lacks: noParty, listed: false },
  powerOfAttorney: {
    count: (d) => entrustedOf(d.agents).length,
    lacks: (d, part) => {
      const agent = entrustedOf(d.agents)[part]
      const place = agent === undefined ? -1 : d.agents.indexOf(agent)
      return agent === undefined || agent.name !== null ? noParty(d) : [`agents.${place}.name`]
    },
    listed: true,
  },
  inquiryRecord: {
    count: (d) => d.inquiries.length,
    lacks: (d, part) => emptyIn('inquiries', d.inquiries, part, ['heldOn', 'asked', 'record']),
    listed: true,
  },
  evidenceList: { count: (d) => when(d.evidence.length > 0), lacks: () => [], listed: false },
  mediationRecord: {
    count: (d) => d.sessions.length,
    lacks: (d, part) => emptyIn('sessions', d.sessions, part, ['heldOn', 'record', 'result']),
    listed: true,
  },
  refusalNotice: {
    count: (d) => when(d.notAcceptedOn !== null || d.refusalGround !== null || d.refusalReason !== null),
    lacks: (d) => empty(d, ['notAcceptedOn', 'refusalGround', 'refusalReason']),
    listed: false,
  },
  extensionConsent: {
    count: (d) => d.extensions.length,
    lacks: (d, part) => (d.extensions[part]?.until == null ? [`extensions.${part}.until`] : []),
    listed: true,
  },
  // At once, so that a letter's number is no condition (人民调解法 25).
  policeReport: {
    count: (d) =>
      when(d.mayEscalate === true || d.abuseSuspected === true || (d.policeReportedOn ?? d.policeReportedTo) !== null),
    lacks: (d) => empty(d, ['policeReportedTo', 'policeReportedOn', 'policeReportReason']),
    listed: false,
  },
  transferLetter: {
    count: (d) => when(d.result === 'transferred'),
    lacks: (d) => empty(d, ['transferredTo', 'transferredLetterNo', 'resultDate']),
    listed: false,
  },
  terminationNotice: {
    count: (d) => when(isTerminated(d)),
    lacks: (d) => empty(d, d.result === 'terminated' ? ['resultDate', 'terminationReason'] : ['resultDate']),
    listed: false,
  },
  agreement: { count: (d) => when(mayAgree(d)), lacks: (d) => empty(d, ['agreementNo']), listed: false },
  oralAgreement: {
    count: (d) => when(d.result === 'oral' && !needsWriting(d)),
    lacks: (d) => empty(d, ['agreementNo', 'resultDate']),
    listed: false,
  },
  // 一案一表: one sheet from registration to performance for the lightest grade.
  simpleForm: {
    count: (d) => when(d.difficulty === 'simple' && hasFile(d)),
    lacks: (d) => empty(d, ['acceptanceDate', 'summary', 'result', 'resultDate']),
    listed: false,
  },
  // A new paper to an agreement in effect (domain 2.3, "The signed agreement is a contract").
  supplement: {
    count: (d) => (effectiveOn(d) === null ? 0 : d.supplements.length),
    lacks: (d, part) => (d.supplements[part]?.text == null ? [`supplements.${part}.text`] : []),
    listed: true,
  },
  receipt: {
    count: (d) => d.performances.length,
    lacks: (d, part) => (d.performances[part]?.receivedBy == null ? [`performances.${part}.receivedBy`] : []),
    listed: true,
    of: wasHandedOver,
  },
  // 协议编号 must be the agreement's (domain 2.3 (11)); a visit after a failed mediation has none.
  followUpRecord: {
    count: (d) => d.followUps.length,
    lacks: (d, part) => [
      ...(d.result === 'written' ? empty(d, ['agreementNo']) : []),
      ...(['by', 'findings'] as const)
        .filter((f) => d.followUps[part]?.[f] == null)
        .map((f) => `followUps.${part}.${f}`),
    ],
    listed: true,
  },
  dossierNote: { count: (d) => when(hasDossierNote(d)), lacks: (d) => empty(d, ['filedBy']), listed: false },
  closingReport: {
    count: (d) => when(hasFile(d) && d.result !== null),
    lacks: (d) => [...empty(d, ['caseNo', 'acceptanceDate', 'source', 'closedOn', 'summary']), ...mediatorsOf(d)],
    listed: false,
  },
  // A cover without 保管期限, 立卷人 or 立卷日期 is wrong at first sight (domain 10).
  cover: {
    count: (d) => when(hasFile(d)),
    lacks: (d) => [...empty(d, ['caseNo', 'resultDate', 'filedBy', 'filedOn', 'retention']), ...mediatorsOf(d)],
    listed: false,
  },
  // Pages not counted yet are left for the pencil.
  backCover: { count: (d) => when(hasFile(d)), lacks: () => [], listed: false },
  confirmationApplication: {
    count: (d) => when(d.result === 'written' && (d.confirmationWanted === true || d.confirmationAppliedOn !== null)),
    lacks: confirmationLacks,
    listed: false,
  },
  urgingNotice: {
    count: (d) => d.urgings.length,
    lacks: (d, part) =>
      (['urgedOn', 'dueOn'] as const).filter((f) => d.urgings[part]?.[f] == null).map((f) => `urgings.${part}.${f}`),
    listed: true,
  },
}

/** Name under which a paper is kept, and its copies are counted: `agreement`, `supplement.0`. */
export const paperKey = (paper: CasePaper, part: number): string =>
  casePaperRules[paper].listed ? `${paper}.${part}` : paper

/** One paper of a case, with the name it is kept under. */
export interface PaperOfCase {
  readonly paper: CasePaper
  readonly part: number
  readonly key: string
}

/** Whether the case as it stands has this paper. */
export function hasPaper(d: DisputeData, paper: CasePaper, part: number): boolean {
  const { count, of } = casePaperRules[paper]
  return part < count(d) && (of === undefined || of(d, part))
}

/** The papers of a case as it stands, in the order of the work. */
export const papersOf = (d: DisputeData): readonly PaperOfCase[] =>
  casePapers.flatMap((paper) =>
    Array.from({ length: casePaperRules[paper].count(d) }, (_, part) => part)
      .filter((part) => hasPaper(d, paper, part))
      .map((part) => ({ paper, part, key: paperKey(paper, part) })),
  )
