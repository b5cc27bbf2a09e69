/** What file reviewers check of a dossier (domain 2.3) that only the dossier knows; the rest is what the case's own rules say. */
import type { Problem } from '../errors.ts'
import type { RuleContext } from '../ledgers/describe.ts'
import type { DisputeData } from '../ledgers/dispute.ts'
import { followUpFrom } from './clocks.ts'
import { daysAfter } from './dates.ts'
import type { FileMark, FilePlace, FileState } from './dossier.ts'
import { effectiveOn } from './effect.ts'
import { isAgreed } from './law/rule.ts'

/** One thing a reviewer would remark on, with the place where it is mended: a field of the form, an item, or both. */
export interface DossierCheck extends Omit<Problem, 'path' | 'offers'> {
  readonly path: string | null
  /** Key of the item it is about. */
  readonly item: string | null
}

/** How one place of the dossier stands, with what was printed of it. */
export interface FileStanding extends FilePlace {
  readonly state: FileState
  readonly mark: FileMark | null
  readonly scans: number
  /** The case was retyped since its last print for signing. */
  readonly changedSincePrint: boolean
  /** The case was retyped since its original was found in the dossier. */
  readonly changedSinceMark: boolean
}

export interface DossierFacts {
  readonly data: DisputeData
  readonly items: readonly FileStanding[]
  readonly context: RuleContext
  /** Scans that can no longer be read, by item and title. */
  readonly unreadable: readonly { readonly item: string; readonly title: string }[]
  /** Scans of no item of this dossier, as when a case ended another way than it began. */
  readonly homeless: readonly { readonly item: string; readonly title: string }[]
  /** Pages of the whole dossier when it was printed last, nothing left out; null when it was not. */
  readonly builtPages: number | null
  /** Papers or scans were added or taken out since the 卷内目录 was printed last. */
  readonly catalogueOutdated: boolean
}

type More = Partial<Pick<DossierCheck, 'path' | 'item' | 'params'>>
const found = (severity: Problem['severity'], code: string, more: More): DossierCheck => ({
  path: null,
  item: null,
  ...more,
  code,
  severity,
})
const error = (code: string, more: More): DossierCheck => found('error', code, more)
const warning = (code: string, more: More): DossierCheck => found('warning', code, more)
const some = (broken: boolean, check: () => DossierCheck): readonly DossierCheck[] => (broken ? [check()] : [])

/** A must that is not there, with what it still lacks; what is asked for by the case is remarked on. */
function missingItems({ items }: DossierFacts): readonly DossierCheck[] {
  return items
    .filter((i) => i.state === 'lacking')
    .flatMap(({ need, key, lacks, paper }) => {
      const say = need === 'must' ? error : warning
      const isBegun = paper !== null && lacks.length > 0
      return isBegun
        ? lacks.map((path) => say('fileLacks', { item: key, path }))
        : [say('fileMissing', { item: key, path: lacks[0] ?? null })]
    })
}

/** The register cannot see signatures, fingers and the seal: somebody has to look at the original (domain 2.3). */
function unseenOriginals({ items, data }: DossierFacts): readonly DossierCheck[] {
  if (data.result === null) return []
  const signed = items.filter((i) => i.state === 'filled' && !unsigned.includes(i.item))
  return signed.map(({ key }) => warning('originalUnseen', { item: key }))
}
/** Nobody signs these (domain 2.4). */
const unsigned: readonly string[] = ['cover', 'catalogue', 'backCover']

const retyped = ({ items }: DossierFacts): readonly DossierCheck[] =>
  items.flatMap(({ key, changedSincePrint, changedSinceMark, state }) => {
    if (state === 'notNeeded' || state === 'notAsked') return []
    if (changedSinceMark) return [warning('changedSinceMark', { item: key })]
    return some(changedSincePrint, () => warning('changedSincePrint', { item: key }))
  })

/** A must that is not needed here is explained in the 卷宗情况说明. */
const unexplained = ({ items, data }: DossierFacts): readonly DossierCheck[] =>
  data.dossierNote !== null
    ? []
    : items
        .filter((i) => i.need === 'must' && i.state === 'notNeeded')
        .map(({ key }) => warning('noteWanted', { item: key, path: 'dossierNote' }))

/** An ordinary case that was looked into leaves either a 调查记录 or evidence behind. */
const evidence = ({ data, items }: DossierFacts): readonly DossierCheck[] =>
  some(
    isAgreed(data) &&
      data.evidence.length === 0 &&
      data.inquiries.length === 0 &&
      items.some((i) => i.item === 'evidenceList' && i.state === 'notAsked'),
    () => warning('evidenceNone', { path: 'evidence', item: 'evidenceList' }),
  )

function visit({ data, context }: DossierFacts): readonly DossierCheck[] {
  const from = followUpFrom(data)
  if (from === null) return []
  const by = daysAfter(from, context.settings.followUpDays)
  const held = data.followUps.flatMap((f) => f.heldOn ?? []).toSorted()[0]
  if (held === undefined)
    return some(by < context.today || data.closedOn !== null, () =>
      warning('visitNone', { path: 'followUps', params: { day: by } }),
    )
  return some(held > by, () => warning('visitLate', { path: 'followUps.0.heldOn', params: { day: by, held } }))
}

/** Money handed over needs its paper; a promise past its day needs a note on what was done. */
function performed({ data, items, context }: DossierFacts): readonly DossierCheck[] {
  const inFile = (key: string): boolean =>
    items.some(
      (i) => i.key === key && (i.state === 'onFile' || i.scans > 0 || (i.item === 'receipt' && i.state === 'filled')),
    )
  return data.performances.flatMap((p, i) => {
    if (p.doneOn === null)
      return some(p.dueOn !== null && p.dueOn < context.today && data.performanceState !== 'done', () =>
        warning('promiseUnproved', { path: `performances.${i}.doneOn`, params: { day: p.dueOn ?? '' } }),
      )
    const isProved = p.amount === null || p.voucherPage !== null || inFile(`receipt.${i}`) || inFile('vouchers')
    return some(!isProved, () => warning('proofNone', { path: `performances.${i}.receivedBy`, item: 'vouchers' }))
  })
}

function numbers({ data }: DossierFacts): readonly DossierCheck[] {
  const isEnded = data.result !== null
  return [
    ...some(isEnded && data.caseNo === null, () => error('caseNoNone', { path: 'caseNo' })),
    ...some(data.result === 'written' && effectiveOn(data) !== null && data.agreementNo === null, () =>
      error('agreementNoNone', { path: 'agreementNo' }),
    ),
  ]
}

function binding({ data, builtPages, catalogueOutdated }: DossierFacts): readonly DossierCheck[] {
  const isClosed = data.closedOn !== null
  const differs = builtPages !== null && data.pages !== null && builtPages !== data.pages
  return [
    ...some(isClosed && data.pages === null, () => warning('pagesNotCounted', { path: 'pages' })),
    ...some(differs, () =>
      warning('pagesDiffer', { path: 'pages', params: { counted: data.pages ?? 0, built: builtPages ?? 0 } }),
    ),
    ...some(catalogueOutdated, () => warning('catalogueOutdated', { item: 'catalogue' })),
  ]
}

const scans = ({ unreadable, homeless }: DossierFacts): readonly DossierCheck[] => [
  ...unreadable.map(({ item, title }) => error('scanUnreadable', { item, params: { title } })),
  ...homeless.map(({ item, title }) => warning('scanHomeless', { item, params: { title } })),
]

/**
 * Everything a reviewer would remark on: what the case's own rules found (`problems`), then what only the dossier
 * shows; errors first. The same number, acceptance date and names stand on every paper because each is entered once.
 */
export function dossierChecks(facts: DossierFacts, problems: readonly Problem[]): readonly DossierCheck[] {
  const own = [missingItems, numbers, scans, unseenOriginals, retyped, unexplained, evidence, visit, performed, binding]
  const ofCase = problems.map(({ offers: _, ...p }): DossierCheck => ({ ...p, item: null }))
  const all = [...ofCase, ...own.flatMap((check) => check(facts))]
  return all.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
}
