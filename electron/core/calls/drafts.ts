import { roles } from '../../../shared/contract/call.ts'
import type { DraftView } from '../../../shared/contract/records.ts'
import type { AnyData } from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { reaches } from '../../../shared/rules/ledgerRoles.ts'
import type { Ctx, Handlers } from '../context.ts'
import { forgetOldImports } from '../excel/batches.ts'
import { isHidden, readRecord } from '../register/access.ts'
import type { Db } from '../register/open.ts'
import { statement } from '../register/statements.ts'

interface Stored {
  readonly key: string
  readonly ledger: LedgerName
  readonly record_id: string | null
  readonly base_revision: number
  readonly data: string
  readonly title: string
  readonly saved_at: string
}
const scratchDays = 30

const daysBefore = (now: string, days: number): string => new Date(Date.parse(now) - days * 86_400_000).toISOString()

/** Scratch is forgotten after 30 days; no journal, same encrypted file. */
export function forgetOldScratch(db: Db, now: string): void {
  const before = daysBefore(now, scratchDays)
  statement(db, 'DELETE FROM draft WHERE saved_at < ?').run(before)
  forgetOldImports(db, before, daysBefore(now, 1))
}

const view = (row: Stored): DraftView => ({
  key: row.key,
  ledger: row.ledger,
  recordId: row.record_id,
  baseRevision: row.base_revision,
  data: JSON.parse(row.data) as AnyData,
  title: row.title,
  savedAt: row.saved_at,
})
/** A draft of a book the user has left, or of a case locked meanwhile, is kept but not shown. */
const isShown = (ctx: Ctx, draft: DraftView): boolean =>
  reaches(ctx.session.roles, draft.ledger, roles) &&
  (draft.recordId === null || !isHidden(ctx.register.db, draft.recordId, ctx.session))

export function draftsOf(ctx: Ctx): readonly DraftView[] {
  const rows = statement(ctx.register.db, 'SELECT * FROM draft WHERE user_id = ? ORDER BY saved_at DESC LIMIT 50').all(
    ctx.session.userId,
  ) as Stored[]
  return rows.map(view).filter((draft) => isShown(ctx, draft))
}

export const dropDraft = (db: Db, userId: string, key: string): void =>
  void statement(db, 'DELETE FROM draft WHERE user_id = ? AND key = ?').run(userId, key)

/** A draft may be any half-typed thing, so its title is read with care. */
function titleOf(ledger: LedgerName, data: Readonly<Record<string, unknown>>): string {
  try {
    const { derived, title } = ledgerOf(ledger)
    const found = derived[title] ? derived[title].from(data as never) : data[title]
    return typeof found === 'string' ? found.slice(0, 60) : ''
  } catch {
    return ''
  }
}

export const draftHandlers = {
  'draft.save': (ctx, input) => {
    // A draft of a case one may not know of would tell, by being hidden, that it is there.
    if (input.recordId !== null) readRecord(ctx.register.db, input.ledger, input.recordId, ctx.session)
    statement(
      ctx.register.db,
      `INSERT INTO draft (key, user_id, ledger, record_id, base_revision, data, title, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (user_id, key) DO UPDATE SET ledger = excluded.ledger, record_id = excluded.record_id, data = excluded.data, title = excluded.title, base_revision = excluded.base_revision, saved_at = excluded.saved_at`,
    ).run(
      input.key,
      ctx.session.userId,
      input.ledger,
      input.recordId,
      input.baseRevision,
      JSON.stringify(input.data),
      titleOf(input.ledger, input.data),
      ctx.clock.now(),
    )
    return { key: input.key }
  },
  'draft.get': (ctx, input) => {
    const row = statement(ctx.register.db, 'SELECT * FROM draft WHERE user_id = ? AND key = ?').get(
      ctx.session.userId,
      input.key,
    ) as Stored | undefined
    const draft = row ? view(row) : null
    return draft && isShown(ctx, draft) ? draft : null
  },
  'draft.discard': (ctx, input) => {
    dropDraft(ctx.register.db, ctx.session.userId, input.key)
    return null
  },
  'window.get': (ctx, input) => {
    const found = statement(ctx.register.db, 'SELECT value FROM window_setting WHERE user_id = ? AND key = ?')
      .pluck()
      .get(ctx.session.userId, input.key)
    return typeof found === 'string' ? JSON.parse(found) : null
  },
  'window.set': (ctx, input) => {
    statement(
      ctx.register.db,
      'INSERT INTO window_setting (user_id, key, value, saved_at) VALUES (?, ?, ?, ?) ON CONFLICT (user_id, key) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at',
    ).run(ctx.session.userId, input.key, JSON.stringify(input.value), ctx.clock.now())
    return null
  },
} satisfies Partial<Handlers>
