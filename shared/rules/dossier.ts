/** The dossier of a case (卷宗): its kind, the items it should hold, and how each of them stands. */
import type { DisputeData } from '../ledgers/dispute.ts'
import type { Settings } from '../settings.ts'
import { type CasePaper, casePaperRules, hasPaper, paperKey } from './casePapers.ts'
import { type DossierKind, type FileItem, type FileRow, fileListOf } from './dossierLists.ts'
import { hasDossierNote } from './dossierNote.ts'

type DossierSettings = Pick<Settings, 'dossierLists' | 'simpleOnOneForm'>

const endedOtherwise: readonly DisputeData['result'][] = ['failed', 'refused', 'withdrawn', 'transferred', 'terminated']

/**
 * The kind of a case's dossier; null where there is none: a dispute calmed on the spot, or one not accepted. While a
 * case is open its dossier is that of a written agreement.
 */
export function dossierKindOf(d: DisputeData, settings: DossierSettings): DossierKind | null {
  if (d.result === 'calmed' || d.notAcceptedOn !== null) return null
  if (endedOtherwise.includes(d.result)) return 'failed'
  if (d.difficulty === 'simple' && settings.simpleOnOneForm) return 'simple'
  return d.result === 'oral' ? 'oral' : 'ordinary'
}

type Performance = DisputeData['performances'][number]
const isPaid = (p: Performance): boolean => p.amount !== null && p.doneOn !== null
const isReceived = (p: Performance): boolean => p.doneOn !== null && p.receivedBy !== null

/**
 * What a case says about an item: whether an `ifNeeded` one is asked for, by which field that is told, and which
 * single one of a list is meant.
 */
interface ItemRule {
  readonly asked?: (d: DisputeData, kind: DossierKind) => boolean
  readonly askedOf?: (d: DisputeData, part: number) => boolean
  /** Where in the form an item with nothing to it yet is begun. */
  readonly source: string
}

const itemRules: Readonly<Record<FileItem, ItemRule>> = {
  cover: { source: 'caseNo' },
  catalogue: { source: 'caseNo' },
  application: { source: 'applicationForm' },
  acceptanceForm: { source: 'acceptanceDate' },
  simpleForm: { source: 'difficulty' },
  rightsNotice: { source: 'noticeDate' },
  // Where it is no must, nothing in the case asks for it.
  identity: { source: 'parties', asked: () => false },
  powerOfAttorney: { source: 'agents', asked: (d) => d.agents.some((a) => a.kind === 'entrusted') },
  inquiryRecord: { source: 'inquiries', asked: (d) => d.inquiries.length > 0 },
  evidenceList: { source: 'evidence', asked: (d) => d.evidence.length > 0 },
  extensionConsent: { source: 'extensions', asked: (d) => d.extensions.length > 0 },
  mediationRecord: { source: 'sessions' },
  agreement: { source: 'clauses', asked: (d) => d.agreementNo !== null },
  oralAgreement: { source: 'clauses', asked: (d, kind) => kind !== 'simple' && d.result === 'oral' },
  supplement: { source: 'supplements', asked: (d) => d.supplements.length > 0 },
  receipt: {
    source: 'performances',
    asked: (d) => d.performances.some(isReceived),
    askedOf: (d, part) => d.performances.slice(part, part + 1).some(isReceived),
  },
  // What was paid without a 收条 is proved by another paper (汇款单 and the like).
  vouchers: { source: 'performances', asked: (d) => d.performances.some((p) => isPaid(p) && p.receivedBy === null) },
  urgingNotice: { source: 'urgings', asked: (d) => d.urgings.length > 0 },
  followUpRecord: { source: 'followUps', asked: (d) => d.followUps.length > 0 },
  confirmationApplication: {
    source: 'confirmationWanted',
    asked: (d) => d.confirmationWanted === true || d.confirmationAppliedOn !== null,
  },
  courtPapers: { source: 'confirmationResult', asked: (d) => d.confirmationAppliedOn !== null },
  terminationNotice: {
    source: 'terminationReason',
    asked: (d) => endedOtherwise.includes(d.result) && d.result !== 'transferred',
  },
  transferLetter: { source: 'transferredTo', asked: (d) => d.result === 'transferred' },
  policeReport: { source: 'policeReportedOn', asked: (d) => d.policeReportedOn !== null },
  closingReport: { source: 'closedOn', asked: (d) => d.closedOn !== null },
  dossierNote: { source: 'dossierNote', asked: hasDossierNote },
  otherPapers: { source: 'dossierNote', asked: () => false },
  backCover: { source: 'pages' },
}

/** Nobody sat down together before these ended: there is no 调解记录 to ask for. */
const endsWithoutSession: readonly DisputeData['result'][] = ['refused', 'withdrawn', 'transferred']

/**
 * Need of an item in one case. Item 1 of the list is the 申请书 **or** the 受理登记表 (domain 2.1): a written application
 * asks for the first, an oral one or the committee's own step for the second.
 */
function needIn(d: DisputeData, { item, need }: FileRow): 'must' | 'ifNeeded' | 'unasked' | 'out' {
  if (need === 'out') return 'out'
  const isWritten = d.applicationForm === 'written'
  if (item === 'application') return isWritten ? need : 'unasked'
  if (item === 'acceptanceForm' && isWritten) return 'ifNeeded'
  if (item === 'mediationRecord' && d.sessions.length === 0 && endsWithoutSession.includes(d.result)) return 'unasked'
  return need
}

/** The paper of the register that an item is; null for scans only. */
export const paperOfItem = (item: FileItem): CasePaper | null =>
  Object.hasOwn(casePaperRules, item) ? (item as unknown as CasePaper) : null

/** One place in the dossier, before anything is known of marks and scans. */
export interface FilePlace {
  /** `mediationRecord.0`, `identity`: what marks, scans and prints of it are kept under. */
  readonly key: string
  readonly item: FileItem
  readonly paper: CasePaper | null
  readonly part: number
  readonly need: 'must' | 'ifNeeded'
  /** False for what this case does not call for; it may be put in all the same. */
  readonly asked: boolean
  /** Fields still empty that its paper needs; where there is nothing of it yet, the field it is begun with. */
  readonly lacks: readonly string[]
}

function placesOfRow(d: DisputeData, kind: DossierKind, row: FileRow): readonly FilePlace[] {
  const { item } = row
  const need = needIn(d, row)
  if (need === 'out') return []
  const rule = itemRules[item]
  const paper = paperOfItem(item)
  const isMust = need === 'must'
  const asked = isMust || (need === 'ifNeeded' && (rule.asked?.(d, kind) ?? true))
  const base = { item, paper, need: isMust ? ('must' as const) : ('ifNeeded' as const) }
  // 卷内目录 is made of all the others whenever the dossier is printed.
  if (item === 'catalogue') return [{ ...base, key: item, part: 0, asked, lacks: [] }]
  if (paper === null) return [{ ...base, key: item, part: 0, asked, lacks: asked ? [rule.source] : [] }]
  const parts = Array.from({ length: casePaperRules[paper].count(d) }, (_, i) => i).filter(
    (i) => hasPaper(d, paper, i) && (rule.askedOf?.(d, i) ?? true),
  )
  if (parts.length === 0 || !asked)
    return [{ ...base, key: paperKey(paper, 0), part: 0, asked, lacks: asked ? [rule.source] : [] }]
  return parts.map((part) => {
    return { ...base, key: paperKey(paper, part), part, asked, lacks: casePaperRules[paper].lacks(d, part) }
  })
}

/** The places of a case's dossier in the order of its list; none where a case has no dossier. */
export function filePlaces(d: DisputeData, settings: DossierSettings): readonly FilePlace[] {
  const kind = dossierKindOf(d, settings)
  if (kind === null) return []
  return fileListOf(settings.dossierLists, kind).flatMap((row) => placesOfRow(d, kind, row))
}

export const markStates = ['onFile', 'notNeeded'] as const
export type MarkState = (typeof markStates)[number]
/** 原件已在卷 or 不需要, as somebody looked and said. */
export interface FileMark {
  readonly state: MarkState
  /** The day somebody looked, YYYY-MM-DD. */
  readonly day: string
  /** Who looked. */
  readonly byName: string
  readonly reason: string | null
  /** Pages of the original; null where nobody counted them. */
  readonly pages: number | null
}

/** `filled`: its paper can be printed, or scans of it are here. `notAsked`: this case does not call for it. */
export type FileState = 'lacking' | 'filled' | 'onFile' | 'notNeeded' | 'notAsked'

/** How a place stands. Its mark decides; a scan stands for what the register has no paper of. */
export function fileStateOf(place: FilePlace, mark: FileMark | null, scans: number): FileState {
  if (mark !== null) return mark.state
  if (scans > 0) return 'filled'
  if (!place.asked) return 'notAsked'
  return place.lacks.length === 0 ? 'filled' : 'lacking'
}
