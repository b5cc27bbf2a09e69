import type { KnowersView } from '../../../shared/contract/secrecy.ts'
import { type Ctx, type Handlers, write } from '../context.ts'
import { readRecord } from '../register/access.ts'
import type { StoredRecord } from '../register/records.ts'
import type { Tx } from '../register/unitOfWork.ts'
import { accessMonth, markRead, monthSpan } from './accessMonth.ts'
import { addKnower, knowersView, removeKnower } from './needToKnow.ts'

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

export const secrecyHandlers = {
  'knowers.list': (ctx, { ledger, id }) => {
    // Not noted as an opening: the list stands beside a case whose opening is.
    return knowersView(ctx.register.db, ledger, readRecord(ctx.register.db, ledger, id, ctx.session))
  },
  'knowers.add': changeKnowers(addKnower),
  'knowers.remove': changeKnowers(removeKnower),
  'access.month': (ctx, { month, what, offset, limit }) => {
    const query = { ...monthSpan(ctx.clock, month), kinds: what === null ? null : [what], offset, limit }
    return accessMonth(ctx.register.db, ctx.session, month, query)
  },
  'access.markRead': (ctx, { month, upTo }) => {
    write(ctx, (tx) => markRead(tx, month, upTo))
    ctx.emit({ type: 'changed', what: 'access' })
    return null
  },
} satisfies Partial<Handlers>
