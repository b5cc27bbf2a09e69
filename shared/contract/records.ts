import { z } from 'zod'
import type { Problem } from '../errors.ts'
import { dataSchema } from '../ledgers/check.ts'
import type { AnyData, AnyValue } from '../ledgers/describe.ts'
import { isPlain, type LedgerName, ledgerNames } from '../ledgers/index.ts'
import { plainSome } from '../plainText.ts'
import { job, read, smallJson, write } from './call.ts'
import type { DueGroup, DuePage } from './clocks.ts'

const anyRole = ['clerk', 'mediator', 'head'] as const
/** Characters of JSON. A case with every list filled is some hundred thousand; a table's columns are some thousand. */
const maxDraft = 2_000_000
const maxWindowSetting = 100_000
export const ledgerName = z.enum(ledgerNames as [LedgerName, ...LedgerName[]])
export const recordId = z.uuid()

const scalar = z.union([z.string().max(200), z.number(), z.boolean(), z.null()])
/** One condition of a list; conditions are joined by "and". */
export const filter = z.strictObject({
  field: z.string().max(60),
  /** `has`: one of the codes of a field that holds several; `…OrBlank`: what is not known is not left out. */
  op: z.enum(['equals', 'startsWith', 'from', 'to', 'fromOrBlank', 'toOrBlank', 'blank', 'notBlank', 'in', 'has']),
  value: z.union([scalar, z.array(scalar).max(100)]).optional(),
})
export type Filter = z.infer<typeof filter>
export const pageInput = {
  sort: z.strictObject({ field: z.string().max(60), direction: z.enum(['asc', 'desc']) }).optional(),
  filters: z.array(filter).max(20).default([]),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
  /** Number fields to add up over every row the filters find. */
  sums: z.array(z.string().max(60)).max(3).default([]),
}

/** A row of a list: id, revision, system columns and the description's grid columns; masked fields come masked. */
export type Row = { readonly id: string; readonly revision: number; readonly [field: string]: AnyValue }
export interface Page {
  readonly rows: readonly Row[]
  readonly total: number
  /** The asked sums, over all rows found; empty where none were asked. */
  readonly sums: Readonly<Record<string, number>>
}

export interface RecordView {
  readonly ledger: LedgerName
  readonly id: string
  readonly revision: number
  readonly createdAt: string
  readonly updatedAt: string
  /** Name of the user who saved it last. */
  readonly updatedBy: string
  readonly stage: string
  /** Printed values are frozen from 生效; the fields listed in `frozenFields` (`clauses`, `performances.amount` of every part, or the part `supplements.0`) can no longer be typed over. */
  readonly frozenFields: readonly string[]
  /** Papers in effect, whose PDF is kept: `agreement`, `supplement.0`. */
  readonly keptPapers: readonly string[]
  readonly data: AnyData
  readonly warnings: readonly Problem[]
}

export interface HistoryEntry {
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly revision: number
  readonly kind: 'create' | 'update' | 'remove' | 'event'
  /** Event entries: print, export …, as named in the text file under `events`. */
  readonly event: string | null
  /** The reason written with an event, such as a reopening. */
  readonly note: string | null
  /** Fields whose value differs from the revision before; the values themselves, lists whole. */
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[]
}

export interface SearchHit {
  readonly id: string
  readonly ledger: LedgerName
  readonly title: string
  /** Grid values that tell homonyms apart. */
  readonly facts: readonly { readonly field: string; readonly value: AnyValue }[]
  readonly updatedAt: string
}
export interface SearchResult {
  readonly hits: readonly SearchHit[]
  /** More matches than were returned: shown as "1000+", never counted. */
  readonly more: boolean
}

export interface DraftView {
  readonly key: string
  readonly ledger: LedgerName
  /** Null for a record not saved yet. */
  readonly recordId: string | null
  readonly baseRevision: number
  readonly data: AnyData
  readonly title: string
  readonly savedAt: string
}

export interface HomeView {
  readonly today: string
  /** Drafts left open by this user. */
  readonly drafts: readonly Omit<DraftView, 'data'>[]
  /** What is due, by how pressing it is: the first of each group, and how many there are. */
  readonly due: Readonly<Record<Exclude<DueGroup, 'later'>, DuePage>>
  /** Due after the week: shown on request. */
  readonly dueLater: number
  /** Locked cases that are due and this user may not see (「1 件保密纠纷到期」). */
  readonly lockedDue: number
  /** The day of the last entries, when the machine's date lies before it: one of the two is wrong. */
  readonly lastEntryOn: string | null
  readonly recent: readonly SearchHit[]
  readonly month: readonly { readonly ledger: LedgerName; readonly count: number }[]
  readonly lastBackup: BackupFact | null
  readonly recipients: readonly RecipientFact[]
}
export interface BackupFact {
  readonly at: string
  readonly secondPlace: string | null
  /** Days since a verified copy reached a second drive or stick; null when never. */
  readonly secondAgeDays: number | null
}
export interface RecipientFact {
  readonly book: 'mediation' | 'teams'
  readonly name: string
  readonly lastSentNo: number | null
  readonly acknowledgedNo: number | null
  readonly unsentRecords: number
}

/** A description's own input schema for each ledger. */
export const saveInput = z.discriminatedUnion(
  'ledger',
  ledgerNames.map((name) =>
    z.strictObject({
      ledger: z.literal(name),
      id: recordId.nullable(),
      /** The revision the form was opened with; 0 for a new record. */
      revision: z.number().int().min(0),
      data: dataSchema(name),
      /** Removed when the save succeeds. */
      draftKey: z.string().max(80).optional(),
    }),
  ) as unknown as [
    z.ZodObject<{
      ledger: z.ZodLiteral<LedgerName>
      id: z.ZodNullable<typeof recordId>
      revision: z.ZodNumber
      data: z.ZodType<AnyData>
      draftKey: z.ZodOptional<z.ZodString>
    }>,
  ],
)

/** Most rows of a table saved in one go. */
export const mostAtOnce = 5000

const saveManyInput = z.discriminatedUnion(
  'ledger',
  ledgerNames.filter(isPlain).map((name) =>
    z.strictObject({
      ledger: z.literal(name),
      records: z.array(dataSchema(name)).min(1).max(mostAtOnce),
      /** The table's draft (`rows`): what is saved leaves it in the same transaction. */
      draftKey: z.string().max(80).optional(),
    }),
  ) as unknown as [
    z.ZodObject<{
      ledger: z.ZodLiteral<LedgerName>
      records: z.ZodArray<z.ZodType<AnyData>>
      draftKey: z.ZodOptional<z.ZodString>
    }>,
  ],
)

export const recordCalls = {
  'record.page': read<Page>()(z.strictObject({ ledger: ledgerName, ...pageInput }), { allow: anyRole }),
  'record.get': read<RecordView>()(z.strictObject({ ledger: ledgerName, id: recordId }), { allow: anyRole }),
  /** Answers the saved record; a save over a newer revision is refused with `revision-conflict`. */
  'record.save': write<RecordView>()(saveInput, { allow: anyRole, profile: 'unit' }),
  /**
   * New records of a plain ledger, all checked before the first is saved: `record-invalid` names problems as
   * `row.field`, rows counted from 0. Saved in short transactions; cancelled, the rest stays in the draft.
   */
  'record.saveMany': job<{ readonly saved: number }>()(saveManyInput, { allow: anyRole, profile: 'unit' }),
  /** Leaves a tombstone; the history stays. Only before a number was given. */
  'record.remove': write<null>()(
    z.strictObject({
      ledger: ledgerName,
      id: recordId,
      revision: z.number().int().min(1),
      reason: plainSome(200),
    }),
    { allow: anyRole, profile: 'unit' },
  ),
  'record.history': read<readonly HistoryEntry[]>()(z.strictObject({ ledger: ledgerName, id: recordId }), {
    allow: anyRole,
  }),
  /** One circle at a time: the ledger names it. */
  'record.search': read<SearchResult>()(
    z.strictObject({
      ledger: ledgerName,
      text: z.string().max(200),
      limit: z.number().int().min(1).max(1000).default(50),
    }),
    { allow: anyRole },
  ),
  'draft.save': write<{ key: string }>()(
    z.strictObject({
      ledger: ledgerName,
      key: z.string().min(1).max(80),
      recordId: recordId.nullable(),
      baseRevision: z.number().int().min(0),
      data: z.record(z.string(), z.unknown()).refine(smallJson(maxDraft), { message: 'tooLong' }),
    }),
    { allow: anyRole, profile: 'unit' },
  ),
  'draft.get': read<DraftView | null>()(z.strictObject({ key: z.string().max(80) }), { allow: 'signedIn' }),
  'draft.discard': write<null>()(z.strictObject({ key: z.string().max(80) }), { allow: 'signedIn' }),
  'home.view': read<HomeView>()(z.strictObject({}), { allow: 'signedIn' }),
  /** Window settings of this user (column widths …): scratch, opaque to the core. */
  'window.get': read<unknown>()(z.strictObject({ key: z.string().max(80) }), { allow: 'signedIn' }),
  'window.set': write<null>()(
    z.strictObject({
      key: z.string().max(80),
      value: z.unknown().refine(smallJson(maxWindowSetting), { message: 'tooLong' }),
    }),
    { allow: 'signedIn' },
  ),
} as const
