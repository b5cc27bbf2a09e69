import type { RecordView, SearchHit } from '../../../shared/contract/records.ts'
import { AppError } from '../../../shared/errors.ts'
import { problemsOf } from '../../../shared/ledgers/check.ts'
import {
  type AnyData,
  type AnyPart,
  type AnyValue,
  columnName,
  isList,
  type RuleContext,
  scalarColumns,
} from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { masked } from '../../../shared/rules/masked.ts'
import { type Ctx, type Handlers, write } from '../context.ts'
import { services } from '../ledgers/index.ts'
import { readPlaces } from '../ledgers/places/placeList.ts'
import type { Door } from '../ledgers/service.ts'
import { mayKnow, noteReading, openRecord, readRecord } from '../register/access.ts'
import { historyOf } from '../register/history.ts'
import { ledgerSource, readPage } from '../register/query.ts'
import { fromSql, removeRecord, type StoredRecord, saveRecord } from '../register/records.ts'
import { matchQuery } from '../register/search.ts'
import { statement } from '../register/statements.ts'
import type { Tx } from '../register/unitOfWork.ts'
import { settleKnowers } from '../secrecy/needToKnow.ts'
import { dropDraft } from './drafts.ts'
import { readSettings } from './settings.ts'

/** What the rules of a record ask beside the record. */
export const ruleContext = (ctx: Ctx): RuleContext => ({
  today: ctx.clock.today(),
  sample: ctx.profile.sample,
  settings: readSettings(ctx.register.db),
  places: readPlaces(ctx.register.db),
})

export function viewOf(ctx: Ctx, ledger: LedgerName, r: StoredRecord): RecordView {
  const by = statement(ctx.register.db, 'SELECT name FROM user WHERE id = ?').pluck().get(r.updated_by)
  return {
    ledger,
    id: r.id,
    revision: r.revision,
    createdAt: r.created_at,
    updatedAt: r.updated_at,
    updatedBy: typeof by === 'string' ? by : '',
    stage: r.stage,
    frozenFields: services[ledger]?.frozenFields(ctx.register.db, r) ?? [],
    keptPapers: services[ledger]?.keptPapers(ctx.register.db, r.id) ?? [],
    data: r.data,
    warnings: [
      ...problemsOf(ledgerOf(ledger), r.data, ruleContext(ctx)).filter((p) => p.severity === 'warning'),
      ...(services[ledger]?.warnings(ctx.register.db, r, ctx.session) ?? []),
    ],
  }
}

/** Throws `record-invalid` naming every value that has to be mended; nothing was saved. */
export function refuseInvalid(ctx: Ctx, ledger: LedgerName, data: AnyData): void {
  const problems = problemsOf(ledgerOf(ledger), data, ruleContext(ctx)).filter((p) => p.severity === 'error')
  if (problems.length > 0) throw new AppError('record-invalid', { problems })
}

/** What only calls fill of a record: its own such fields, and those of its parts in their order. */
function givenOf(name: LedgerName, data: AnyData | null): ReadonlyMap<string, unknown> {
  const fields = Object.entries(ledgerOf(name).fields)
  return new Map(
    fields.flatMap(([n, f]): readonly (readonly [string, unknown])[] => {
      if (!isList(f)) return f.givenByCall ? [[n, data?.[n] ?? null]] : []
      const inner = Object.entries(f.part.fields).flatMap(([i, p]) => (p.givenByCall ? [i] : []))
      const parts = (data?.[n] ?? []) as readonly AnyPart[]
      return parts.flatMap((part, at) => inner.map((i): [string, unknown] => [`${n}.${at}.${i}`, part[i] ?? null]))
    }),
  )
}

/** A form may not fill what only a call of its own may: 生效 keeps the paper in the same transaction. */
export function refuseGivenByCall(name: LedgerName, old: AnyData | null, next: AnyData): void {
  if (services[name]?.mayTypeGiven(old, next)) return
  const [before, after] = [givenOf(name, old), givenOf(name, next)]
  const paths = [...new Set([...before.keys(), ...after.keys()])]
  const changed = paths.filter((path) => (before.get(path) ?? null) !== (after.get(path) ?? null))
  const problems = changed.map((path) => ({ path, code: 'givenByCall', severity: 'error' }) as const)
  if (problems.length > 0) throw new AppError('record-frozen', { why: 'givenByCall', problems })
}

interface Kept {
  readonly ledger: LedgerName
  /** Null for a new record. */
  readonly id: string | null
  readonly revision: number
  readonly data: AnyData
  readonly door?: Door
}
/** One save of a record with everything that belongs to it, inside the caller's transaction. */
export function keep(ctx: Ctx, tx: Tx, { door = 'save', ...save }: Kept): StoredRecord {
  const service = services[save.ledger]
  const old = save.id === null ? null : readRecord(tx.db, save.ledger, save.id, ctx.session)
  const data = service?.settle(tx.db, old, save.data, tx.today) ?? save.data
  // A save over a newer revision is refused as such, whatever it would change.
  if (old === null || old.revision === save.revision) service?.checkChange(ctx, tx, { old, next: data, door })
  const saved = saveRecord(tx, { ...save, data })
  service?.saved(ctx, tx, saved, old)
  settleKnowers(tx, save.ledger, old?.locked === 1, saved)
  return saved
}

/** Hits a reader may see, newest first. */
function search(ctx: Ctx, name: LedgerName, match: string, limit: number): readonly SearchHit[] {
  const ledger = ledgerOf(name)
  const facts = ledger.grid.slice(0, 6).map((g) => g.field)
  const fields = new Map(scalarColumns(ledger))
  const columns = [...new Set([ledger.title, ...facts])].map((f) => `r.${columnName(f)} AS "${f}"`)
  const sql = `SELECT r.id, r.updated_at AS updatedAt, ${columns} FROM search_${ledger.table} s CROSS JOIN ${ledger.table} r ON r.k = s.rowid
    WHERE s.text MATCH ? AND ${mayKnow(name, 'r')} ORDER BY s.rowid DESC LIMIT ?`
  const rows = statement(ctx.register.db, sql).all(match, ctx.session.userId, limit) as Record<
    string,
    string | number | null
  >[]
  const shown = (field: string, value: string | number | null): AnyValue => {
    const f = fields.get(field)
    if (!f) return value
    return f.masked && typeof value === 'string' ? masked(value) : fromSql(f, value)
  }
  return rows.map((row) => ({
    id: String(row.id),
    ledger: name,
    title: String(row[ledger.title] ?? ''),
    facts: facts.map((field) => ({ field, value: shown(field, row[field] ?? null) })),
    updatedAt: String(row.updatedAt),
  }))
}

export const recordHandlers = {
  'record.page': (ctx, input) => readPage(ctx.register.db, ledgerSource(input.ledger, ctx.session), input),
  'record.get': (ctx, input) => {
    const found = openRecord(ctx.register.db, input.ledger, input.id, ctx.session, ctx.clock.now())
    return viewOf(ctx, input.ledger, found)
  },
  'record.save': (ctx, input) => {
    refuseInvalid(ctx, input.ledger, input.data)
    const saved = write(ctx, (tx) => {
      const old = input.id === null ? null : readRecord(tx.db, input.ledger, input.id, ctx.session)
      if (old === null || old.revision === input.revision)
        refuseGivenByCall(input.ledger, old?.data ?? null, input.data)
      if (input.draftKey !== undefined) dropDraft(tx.db, tx.by, input.draftKey)
      return keep(ctx, tx, input)
    })
    ctx.emit({ type: 'changed', what: input.ledger })
    return viewOf(ctx, input.ledger, saved)
  },
  'record.remove': (ctx, input) => {
    write(ctx, (tx) => {
      const old = readRecord(tx.db, input.ledger, input.id, ctx.session)
      services[input.ledger]?.checkRemoval(tx.db, old)
      removeRecord(tx, input.ledger, input.id, input.revision, input.reason)
    })
    ctx.emit({ type: 'changed', what: input.ledger })
    return null
  },
  'record.history': (ctx, input) => {
    openRecord(ctx.register.db, input.ledger, input.id, ctx.session, ctx.clock.now())
    return historyOf(ctx.register.db, input.ledger, input.id)
  },
  'record.search': (ctx, input) => {
    const match = matchQuery(input.text)
    if (match === null) return { hits: [], more: false }
    noteReading(ctx.register.db, {
      at: ctx.clock.now(),
      by: ctx.session.userId,
      what: 'search-name',
      ledger: input.ledger,
    })
    const hits = search(ctx, input.ledger, match, input.limit + 1)
    return { hits: hits.slice(0, input.limit), more: hits.length > input.limit }
  },
} satisfies Partial<Handlers>
