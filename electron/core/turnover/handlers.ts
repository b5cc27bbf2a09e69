import { AppError } from '../../../shared/errors.ts'
import { isInCharge } from '../calls/reminders.ts'
import { type Handlers, write } from '../context.ts'
import { keptItems, removeKept, saveKept } from './kept.ts'
import { checkRecoveryCode } from './recoveryCheck.ts'
import { loansOut, takeoverView } from './takeover.ts'

export const turnoverHandlers = {
  'takeover.view': (ctx) => takeoverView(ctx.register.db, ctx.session, ctx.clock.today()),
  'register.checkRecoveryCode': (ctx, { recoveryCode }) => {
    if (!isInCharge(ctx)) throw new AppError('not-allowed')
    return checkRecoveryCode(ctx, recoveryCode)
  },
  'loan.list': (ctx) => loansOut(ctx.register.db, ctx.session, ctx.clock.today()),
  'kept.list': (ctx) => keptItems(ctx.register.db),
  'kept.save': (ctx, { k, kind, label, keeper, place, since }) => {
    write(ctx, (tx) => saveKept(tx, k, { kind, label, keeper, place, since }))
    ctx.emit({ type: 'changed', what: 'kept' })
    return keptItems(ctx.register.db)
  },
  'kept.remove': (ctx, { k, reason }) => {
    write(ctx, (tx) => removeKept(tx, k, reason))
    ctx.emit({ type: 'changed', what: 'kept' })
    return keptItems(ctx.register.db)
  },
} satisfies Partial<Handlers>
