import type { HomeView, RecipientFact, SearchHit } from '../../../shared/contract/records.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { columnName } from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerNames, ledgerOf, ledgersOfBook } from '../../../shared/ledgers/index.ts'
import { type Ctx, type Handlers, hasRole } from '../context.ts'
import { findRecipient, markIn } from '../handover/recipients.ts'
import { mayKnow } from '../register/access.ts'
import { lastBackup } from '../register/backup.ts'
import { currentEpoch } from '../register/life.ts'
import { statement } from '../register/statements.ts'
import { draftsOf } from './drafts.ts'

const mine = (ctx: Ctx): readonly LedgerName[] =>
  ledgerNames.filter((n) => hasRole(ctx.session, ledgerOf(n).book, 'clerk', 'mediator', 'head'))

/** Days ahead that count as "this week". */
const horizonDays = 7
const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const duePerformances = `FROM dispute_performance d JOIN dispute r ON r.k = d.parent
  WHERE d.done_on IS NULL AND d.due_on IS NOT NULL AND d.due_on <= ? AND coalesce(r.performance_state, '') <> 'done'`

function due(ctx: Ctx): Pick<HomeView, 'due' | 'lockedDue'> {
  if (!mine(ctx).includes('dispute')) return { due: [], lockedDue: 0 }
  const until = plusDays(ctx.clock.today(), horizonDays)
  const { db } = ctx.register
  const rows = statement(
    db,
    `SELECT r.id, r.party_names, d.manner, d.due_on ${duePerformances} AND ${mayKnow('dispute', 'r')} ORDER BY d.due_on LIMIT 100`,
  ).all(until, ctx.session.userId) as {
    id: string
    party_names: string | null
    manner: string | null
    due_on: string
  }[]
  const all = statement(db, `SELECT count(*) ${duePerformances} AND NOT ${mayKnow('dispute', 'r')}`)
    .pluck()
    .get(until, ctx.session.userId)
  return {
    due: rows.map((r) => ({
      id: r.id,
      ledger: 'dispute',
      title: r.party_names ?? '',
      what: r.manner ?? '',
      dueOn: r.due_on,
    })),
    lockedDue: Number(all),
  }
}

function recent(ctx: Ctx): readonly SearchHit[] {
  return mine(ctx)
    .flatMap((name) => {
      const { table, title } = ledgerOf(name)
      const sql = `SELECT r.id, r.${columnName(title)} AS title, r.updated_at AS updatedAt FROM ${table} r WHERE ${mayKnow(name, 'r')} ORDER BY r.updated_at DESC, r.locked DESC, r.k DESC LIMIT 6`
      const rows = statement(ctx.register.db, sql).all(ctx.session.userId) as {
        id: string
        title: string | null
        updatedAt: string
      }[]
      return rows.map(
        (r): SearchHit => ({ id: r.id, ledger: name, title: r.title ?? '', facts: [], updatedAt: r.updatedAt }),
      )
    })
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
    .slice(0, 8)
}

function month(ctx: Ctx): HomeView['month'] {
  const first = `${ctx.clock.today().slice(0, 7)}-01`
  return mine(ctx).map((ledger) => {
    const { table } = ledgerOf(ledger)
    const count = statement(
      ctx.register.db,
      `SELECT count(*) FROM ${table} r WHERE r.created_at >= ? AND ${mayKnow(ledger, 'r')}`,
    )
      .pluck()
      .get(first, ctx.session.userId)
    return { ledger, count: Number(count) }
  })
}

/** What a book's recipient holds, in one line. Records are counted; locked ones, which leave as sums only, are not. */
function recipientFact(ctx: Ctx, book: Book): RecipientFact | null {
  const { db } = ctx.register
  const row = findRecipient(db, book)
  if (!row) return null
  // After a restore everything is sent again, whatever the recipient said of the life before.
  const mark = markIn(row, currentEpoch(db).id)
  const sent = statement(db, 'SELECT no FROM handover WHERE book = ? ORDER BY k DESC LIMIT 1').pluck().get(book)
  const unsent = ledgersOfBook(book).reduce(
    (sum, n) =>
      sum +
      Number(
        statement(db, `SELECT count(*) FROM ${ledgerOf(n).table} WHERE seq > ? AND locked = 0`)
          .pluck()
          .get(mark),
      ),
    0,
  )
  return {
    book,
    name: row.name,
    lastSentNo: typeof sent === 'number' ? sent : null,
    acknowledgedNo: row.acknowledged_no,
    unsentRecords: unsent,
  }
}

export const homeHandlers = {
  'home.view': (ctx) => ({
    today: ctx.clock.today(),
    drafts: draftsOf(ctx).map(({ data: _, ...rest }) => rest),
    ...due(ctx),
    recent: recent(ctx),
    month: month(ctx),
    lastBackup: lastBackup(ctx.register.db, ctx.clock.now()),
    recipients: (['mediation', 'teams'] as const)
      .filter((b) => hasRole(ctx.session, b, 'clerk', 'mediator', 'head'))
      .flatMap((b) => recipientFact(ctx, b) ?? []),
  }),
} satisfies Partial<Handlers>
