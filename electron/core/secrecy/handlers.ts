import type { KnowersView, Reminder } from '../../../shared/contract/secrecy.ts'
import { previousMonth } from '../../../shared/rules/dates.ts'
import { type Ctx, type Handlers, hasRole, write } from '../context.ts'
import { plainFacts } from '../plainFiles.ts'
import { openRecord, readRecord } from '../register/access.ts'
import type { StoredRecord } from '../register/records.ts'
import type { Tx } from '../register/unitOfWork.ts'
import { accessMonth, hasRows, isRead, markRead, monthSpan } from './accessMonth.ts'
import { addKnower, knowersView, removeKnower } from './needToKnow.ts'

/** Days a plain file may lie in its folder before somebody is asked to delete it. */
const plainDays = 7

type Change = (tx: Tx, ledger: 'dispute', record: StoredRecord, userId: string) => void
const changeKnowers =
  (change: Change) =>
  (ctx: Ctx, { ledger, id, userId }: { ledger: 'dispute'; id: string; userId: string }): KnowersView => {
    const record = write(ctx, (tx) => {
      const found = readRecord(tx.db, ledger, id, ctx.session)
      change(tx, ledger, found, userId)
      return found
    })
    ctx.emit({ type: 'changed', what: ledger })
    // Who took themselves off the list learns no more of it.
    return userId === ctx.session.userId
      ? { locked: true, knowers: [], candidates: [] }
      : knowersView(ctx.register.db, ledger, record)
  }

async function plainReminder(ctx: Ctx): Promise<readonly Reminder[]> {
  if (ctx.session.roles.length === 0) return []
  const { label, count, oldestDays } = await plainFacts(ctx, ctx.clock.now())
  return oldestDays !== null && oldestDays >= plainDays ? [{ kind: 'plainFiles', count, days: oldestDays, label }] : []
}

/** Last month's page waits until one head has read it. */
function accessReminder(ctx: Ctx): readonly Reminder[] {
  if (ctx.profile.kind !== 'unit' || !hasRole(ctx.session, 'mediation', 'head')) return []
  const month = previousMonth(ctx.clock.today().slice(0, 7))
  const { db } = ctx.register
  return hasRows(db, monthSpan(ctx.clock, month)) && !isRead(db, month) ? [{ kind: 'accessMonth', month }] : []
}

export const secrecyHandlers = {
  'knowers.list': (ctx, { ledger, id }) => {
    const record = openRecord(ctx.register.db, ledger, id, ctx.session, ctx.clock.now())
    return knowersView(ctx.register.db, ledger, record)
  },
  'knowers.add': changeKnowers(addKnower),
  'knowers.remove': changeKnowers(removeKnower),
  'access.month': (ctx, { month, what, offset, limit }) => {
    const query = { ...monthSpan(ctx.clock, month), what, offset, limit }
    return accessMonth(ctx.register.db, ctx.session, month, query)
  },
  'access.markRead': (ctx, { month, upTo }) => {
    write(ctx, (tx) => markRead(tx, month, upTo))
    ctx.emit({ type: 'changed', what: 'access' })
    return null
  },
  'reminder.list': async (ctx) => [...(await plainReminder(ctx)), ...accessReminder(ctx)],
} satisfies Partial<Handlers>
