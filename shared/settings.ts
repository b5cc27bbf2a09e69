import { z } from 'zod'
import { committeeDuties, justiceTypes, mediatorPosts, socialTypes, teams } from './ledgers/codes.ts'
import { plain, plainSome } from './plainText.ts'
import { procedurePhrases } from './procedurePhrases.ts'
import { fileListsSchema, noOwnLists } from './rules/dossierLists.ts'
import { defaultReviewRows, reviewRowsSchema } from './rules/dossierReview.ts'
import { trainingUnits } from './rules/quarterTrainings.ts'
import { defaultPaperSettings, paperSettings } from './settingsPapers.ts'
import { printerSettings } from './settingsPrinters.ts'
import { defaultSocialOf, defaultSubtypes } from './settingsTypes.ts'

const eachOnce = (list: readonly { readonly name: string }[]): boolean =>
  new Set(list.map((x) => x.name)).size === list.length

/** `{年}` and `{序号}` once each; `{序号3}` writes the serial with three digits. */
export const numberPattern = plain(60).refine(
  (p) => p.split('{年}').length === 2 && p.split(/\{序号[1-6]?\}/).length === 2,
)

/** Kinds of committee the statistics count apart (domain 3.4). */
export const committeeKinds = ['village', 'residents', 'township', 'subdistrict', 'enterprise', 'association'] as const

const committee = z
  .strictObject({
    /** 印章全称. */
    name: plainSome(60),
    kind: z.enum(committeeKinds).nullable(),
    /** First and last day of this name: a renamed committee keeps its old papers. */
    validFrom: z.iso.date().nullable(),
    validUntil: z.iso.date().nullable(),
    /** Of its own; null where the office's pattern is used. */
    caseNoPattern: numberPattern.nullable(),
    agreementNoPattern: numberPattern.nullable(),
  })
  .refine((c) => c.validFrom === null || c.validUntil === null || c.validFrom <= c.validUntil, {
    path: ['validUntil'],
    message: 'dateOrder',
  })
export type Committee = z.infer<typeof committee>

/** One level of the escalation chain; without `days` it has no limit. */
const level = z.strictObject({
  name: plainSome(40),
  days: z.number().int().min(1).max(365).nullable(),
  unit: z.enum(['working', 'calendar']),
})
export type Level = z.infer<typeof level>

/** 本地细类: each is summed in one national type (domain 3.1), so that no case is lost from the table of 18. */
const subtype = z.strictObject({
  name: plainSome(40),
  justice: z.enum(justiceTypes),
  social: z.enum(socialTypes).nullable(),
})
/** A mediator's term of office; one who is appointed again has another row. */
const mediator = z
  .strictObject({
    name: plainSome(60),
    post: z.enum(mediatorPosts),
    /** Of which committee; blank for the office's own. */
    committee: plain(60).default(''),
    /** 职务 of a member. */
    duty: z.enum(committeeDuties).nullable().default(null),
    /** Asked for 人民调解法 8: a committee has women among its members. */
    sex: z.enum(['1', '2']).nullable().default(null),
    /** 专职; false is 兼职. */
    fullTime: z.boolean().nullable().default(null),
    from: z.iso.date().nullable(),
    until: z.iso.date().nullable(),
  })
  .refine((m) => m.from === null || m.until === null || m.from <= m.until, { message: 'dateOrder', path: ['until'] })

/** The three who manage a team, as a new post gets them (domain 0); each post may differ. */
const managers = z.strictObject({ department: plain(60), community: plain(60), policeStation: plain(60) })
export type Managers = z.infer<typeof managers>

/** Whether members of the smaller peoples sit in a committee where several live (人民调解法 8). */
export const peoplesAnswers = ['single', 'seated', 'missing'] as const

const paperFonts = z.strictObject({
  body: z.enum(['song', 'fangsong']),
  title: z.enum(['song', 'xiaobiaosong']),
})
export type PaperFonts = z.infer<typeof paperFonts>

/** Settings of the office; every one has a default. */
export const settings = z.strictObject({
  /** 印章全称: printed as on the seal, never computed. */
  committee: plain(60),
  /** Every committee whose papers are kept here; `committee` above names the office's own. */
  committees: z.array(committee).max(300).refine(eachOnce, { message: 'twice' }),
  /** When a case gets its 卷号 (domain 2.5). */
  caseNoAt: z.enum(['acceptance', 'filing']),
  /** Number patterns, e.g. `示例人调字〔{年}〕第{序号}号` (domain 2.5). */
  caseNoPattern: numberPattern,
  agreementNoPattern: numberPattern,
  idleMinutes: z.number().int().min(1).max(240),
  /** 0 turns the timer off. */
  backupEveryHours: z.number().int().min(0).max(168),
  largeText: z.boolean(),
  /** 回访 so many days after 生效 or the last promised day. */
  followUpDays: z.number().int().min(1).max(365),
  /** The one-month rule is internal: whether an end on a rest day moves on is the office's to say. */
  monthShifts: z.boolean(),
  /** 逐级化解, from the lowest level up. */
  levels: z
    .array(level)
    .max(12)
    .refine((all) => new Set(all.map((l) => l.name)).size === all.length),
  /** 常用语 of records: sentences of procedure, one each. */
  phrases: z.array(plainSome(300)).max(60).readonly(),
  subtypes: z.array(subtype).max(60).refine(eachOnce, { message: 'twice' }),
  /** 综治 types a 司法 type may be; every type has at least one, so that none stays unsummed. */
  socialOf: z.record(z.enum(justiceTypes), z.array(z.enum(socialTypes)).min(1).max(socialTypes.length)),
  /** What papers are set in, where this machine has it; 宋体 comes with the program. */
  paperFonts,
  /** Members and appointed mediators with their terms (人民调解法 9, 13). Empty: nothing is checked. */
  mediators: z.array(mediator).max(200),
  /** A fact of the committee, by its name; no person's ethnicity is written for it. */
  smallerPeoples: z.record(z.string().max(60), z.enum(peoplesAnswers)),
  teamManagers: z.partialRecord(z.enum(teams), managers),
  ...paperSettings,
  ...printerSettings,
  /** 一案一表: simple cases are kept on one form. */
  simpleOnOneForm: z.boolean(),
  /** 卷内目录 of each kind of dossier, as this office binds it. */
  dossierLists: fileListsSchema,
  /** 卷宗评查 score sheet. */
  reviewRows: reviewRowsSchema,
  /** 一季两培训 is counted for each team of the whole office, of a village, or of a managing department (domain 5.4). */
  trainingUnit: z.enum(trainingUnits),
  /** Days before the quarter's end from which 今日 names the teams that still owe trainings; 0 turns it off. */
  trainingWarningDays: z.number().int().min(0).max(92),
})
export type Settings = z.infer<typeof settings>

export const defaultSettings: Settings = {
  committee: '',
  committees: [],
  caseNoAt: 'acceptance',
  caseNoPattern: '人调字〔{年}〕第{序号}号',
  agreementNoPattern: '人调协字〔{年}〕第{序号}号',
  idleMinutes: 10,
  backupEveryHours: 4,
  largeText: false,
  followUpDays: 30,
  monthShifts: false,
  levels: ['网格（联户组）', '村（社区）', '乡镇（街道）', '市'].map((name) => ({ name, days: null, unit: 'working' })),
  phrases: procedurePhrases,
  subtypes: defaultSubtypes,
  socialOf: defaultSocialOf,
  paperFonts: { body: 'song', title: 'song' },
  mediators: [],
  smallerPeoples: {},
  teamManagers: {},
  ...defaultPaperSettings,
  printers: [],
  formPlaces: [],
  simpleOnOneForm: false,
  dossierLists: noOwnLists,
  reviewRows: defaultReviewRows,
  trainingUnit: 'office',
  trainingWarningDays: 30,
}

/** 高台「四级七天」: an example of levels with their days. */
export const exampleLevels: readonly Level[] = (
  [
    ['社', 1],
    ['村', 2],
    ['镇司法所', 2],
    ['镇综治中心', 2],
  ] as const
).map(([name, days]) => ({ name, days, unit: 'working' }))
