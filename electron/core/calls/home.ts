import type { DueGroup, DuePage } from '../../../shared/contract/clocks.ts'
import type { HomeView, RecipientFact, SearchHit } from '../../../shared/contract/records.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { columnName } from '../../../shared/ledgers/describe.ts'
import { handedOver, type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { wallDay } from '../../../shared/rules/dates.ts'
import { ledgersFor } from '../../../shared/rules/ledgerRoles.ts'
import { type Ctx, type Handlers, hasRole } from '../context.ts'
import { findRecipient, markIn } from '../handover/recipients.ts'
import { duePage, lockedDue } from '../ledgers/cases/dueLists.ts'
import { mayKnow } from '../register/access.ts'
import { lastBackup } from '../register/backup.ts'
import { currentEpoch } from '../register/life.ts'
import { statement } from '../register/statements.ts'
import { draftsOf } from './drafts.ts'

/** Ledgers of this user that grow by the day's work; lists of the office itself do not. */
const mine = (ctx: Ctx): readonly LedgerName[] =>
  ledgersFor(ctx.session.roles).filter((n) => ledgerOf(n).ofOffice !== true)

const nothing: DuePage = { items: [], total: 0 }
/** Lines of a group shown at once. */
const shownAtOnce = 50

function due(ctx: Ctx): Pick<HomeView, 'due' | 'dueLater' | 'lockedDue'> {
  if (!mine(ctx).includes('dispute'))
    return { due: { overdue: nothing, today: nothing, week: nothing }, dueLater: 0, lockedDue: 0 }
  const { db } = ctx.register
  const today = ctx.clock.today()
  const page = (group: DueGroup, limit = shownAtOnce) => duePage(db, { group, today, offset: 0, limit }, ctx.session)
  return {
    due: { overdue: page('overdue'), today: page('today'), week: page('week') },
    dueLater: page('later', 0).total,
    lockedDue: lockedDue(db, today, ctx.session),
  }
}

/** Entries looked back on: a few saves under a wrong date do not hide it. */
const entriesLookedAt = 200

/** A clock set back, or one that was ahead when something was entered. */
function lastEntryAhead(ctx: Ctx): string | null {
  const sql = `SELECT max(at) FROM (SELECT at FROM journal ORDER BY seq DESC LIMIT ${entriesLookedAt})`
  const last = statement(ctx.register.db, sql).pluck().get()
  const day = typeof last === 'string' ? wallDay(last) : ''
  return day > ctx.clock.today() ? day : null
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
  const unsent = handedOver(book).reduce(
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
    lastEntryOn: lastEntryAhead(ctx),
    recent: recent(ctx),
    month: month(ctx),
    lastBackup: lastBackup(ctx.register.db, ctx.clock.now()),
    recipients: (['mediation', 'teams'] as const)
      .filter((b) => hasRole(ctx.session, b, 'clerk', 'mediator', 'head'))
      .flatMap((b) => recipientFact(ctx, b) ?? []),
  }),
} satisfies Partial<Handlers>
