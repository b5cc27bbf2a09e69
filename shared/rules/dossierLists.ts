/** The file list of a dossier (卷内目录, domain 2.1): what belongs in it and in which order, for each kind of dossier. */
import { z } from 'zod'

/** A dossier is told from the case: how it ended, and whether the office keeps simple cases on one form. */
export const dossierKinds = ['ordinary', 'simple', 'oral', 'failed'] as const
export type DossierKind = (typeof dossierKinds)[number]

/** Everything a dossier may hold. Those that are papers of the case bear the papers' names; the others are scans only. */
export const fileItems = [
  'cover',
  'catalogue',
  'application',
  'acceptanceForm',
  'simpleForm',
  'rightsNotice',
  'identity',
  'powerOfAttorney',
  'inquiryRecord',
  'evidenceList',
  'extensionConsent',
  'mediationRecord',
  'agreement',
  'oralAgreement',
  'supplement',
  'receipt',
  'vouchers',
  'urgingNotice',
  'followUpRecord',
  'confirmationApplication',
  'courtPapers',
  'terminationNotice',
  'transferLetter',
  'policeReport',
  'closingReport',
  'dossierNote',
  'otherPapers',
  'backCover',
] as const
export type FileItem = (typeof fileItems)[number]

/** Items of no paper of the register: identity papers, vouchers, what the court sent, anything else. */
export const scanItems = ['identity', 'vouchers', 'courtPapers', 'otherPapers'] as const satisfies readonly FileItem[]

/** `ifNeeded` is asked for when the case says so; `out` is never asked for in this office. */
export const fileNeeds = ['must', 'ifNeeded', 'out'] as const
export type FileNeed = (typeof fileNeeds)[number]

export interface FileRow {
  readonly item: FileItem
  readonly need: FileNeed
}
const rows = (need: FileNeed, ...items: readonly FileItem[]): readonly FileRow[] =>
  items.map((item) => ({ item, need }))
const must = (...items: readonly FileItem[]) => rows('must', ...items)
const ifNeeded = (...items: readonly FileItem[]) => rows('ifNeeded', ...items)
const out = (...items: readonly FileItem[]) => rows('out', ...items)

const opening: readonly FileRow[] = [
  ...must('cover', 'catalogue', 'application', 'acceptanceForm', 'rightsNotice', 'identity'),
  ...ifNeeded('powerOfAttorney', 'inquiryRecord', 'evidenceList', 'extensionConsent'),
]
const performed = ifNeeded('receipt', 'vouchers', 'urgingNotice', 'followUpRecord')
/** 结案报告表 is a local addition: left out until the office asks for it. */
const ending: readonly FileRow[] = [
  ...ifNeeded('policeReport'),
  ...out('closingReport'),
  ...ifNeeded('dossierNote', 'otherPapers'),
  ...must('backCover'),
]

/** As domain 2.1 and 2.3 give them; no published text fixes the shorter lists [gk]. */
export const defaultFileLists: Readonly<Record<DossierKind, readonly FileRow[]>> = {
  ordinary: [
    ...opening,
    ...must('mediationRecord', 'agreement'),
    ...ifNeeded('supplement'),
    ...performed,
    ...ifNeeded('confirmationApplication', 'courtPapers'),
    ...ending,
  ],
  // 一案一表: one form instead of application, acceptance, notice, record and agreement.
  simple: [
    ...must('cover', 'catalogue', 'simpleForm'),
    ...ifNeeded('identity', 'powerOfAttorney', 'evidenceList', 'agreement', 'oralAgreement', 'supplement'),
    ...performed,
    ...ending,
  ],
  oral: [...opening, ...must('mediationRecord', 'oralAgreement'), ...ifNeeded('supplement'), ...performed, ...ending],
  failed: [...opening, ...must('mediationRecord'), ...ifNeeded('terminationNotice', 'transferLetter'), ...ending],
}

/** What the 2010 forms and the Act ask of each kind: an office may move it in its list, never drop or weaken it. */
export const statutoryItems: Readonly<Record<DossierKind, readonly FileItem[]>> = {
  ordinary: ['cover', 'catalogue', 'application', 'acceptanceForm', 'mediationRecord', 'agreement', 'backCover'],
  simple: ['simpleForm'],
  oral: ['cover', 'catalogue', 'application', 'acceptanceForm', 'mediationRecord', 'oralAgreement', 'backCover'],
  failed: ['cover', 'catalogue', 'application', 'acceptanceForm', 'mediationRecord', 'backCover'],
}

function listSchema(kind: DossierKind) {
  const known = defaultFileLists[kind].map((r) => r.item)
  return z
    .array(z.strictObject({ item: z.enum(fileItems), need: z.enum(fileNeeds) }))
    .max(fileItems.length)
    .refine((list) => new Set(list.map((r) => r.item)).size === list.length, { message: 'twice' })
    .refine((list) => list.every((r) => known.includes(r.item)), { message: 'fileItemUnknown' })
    .refine((list) => list.every((r) => r.need === 'must' || !statutoryItems[kind].includes(r.item)), {
      message: 'fileItemStatutory',
    })
    .readonly()
}
/** The office's own lists; a kind it has not touched is null. */
export const fileListsSchema = z.strictObject({
  ordinary: listSchema('ordinary').nullable(),
  simple: listSchema('simple').nullable(),
  oral: listSchema('oral').nullable(),
  failed: listSchema('failed').nullable(),
})
export type FileLists = z.infer<typeof fileListsSchema>
export const noOwnLists: FileLists = { ordinary: null, simple: null, oral: null, failed: null }

/**
 * The list in use: the office's own with what it does not name put back in its usual place, so that nothing is lost
 * in silence, neither by leaving it out of a list nor by a newer program knowing one more paper.
 */
export function fileListOf(lists: FileLists, kind: DossierKind): readonly FileRow[] {
  const usual = defaultFileLists[kind]
  return usual.reduce<readonly FileRow[]>((list, row, i) => {
    if (list.some((r) => r.item === row.item)) return list
    const before = usual.slice(0, i).findLast((r) => list.some((x) => x.item === r.item))
    const at = before === undefined ? 0 : list.findIndex((r) => r.item === before.item) + 1
    return list.toSpliced(at, 0, row)
  }, lists[kind] ?? [])
}
