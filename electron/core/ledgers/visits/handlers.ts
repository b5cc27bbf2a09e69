import { viewOf } from '../../calls/records.ts'
import type { Handlers } from '../../context.ts'
import { finishMatter, mattersOf } from './matters.ts'
import { lastDoors, lastOuting } from './outings.ts'

export const visitHandlers = {
  'visit.last': (ctx) => lastOuting(ctx.register.db, ctx.session.userId),
  'visit.lastDoors': (ctx, asked) => lastDoors(ctx.register.db, asked, ctx.session.userId),
  'visit.matters': (ctx, asked) => ({
    today: ctx.clock.today(),
    ...mattersOf(ctx.register.db, asked, ctx.session.userId),
  }),
  'visit.matterDone': (ctx, input) => viewOf(ctx, 'visit', finishMatter(ctx, input)),
} satisfies Partial<Handlers>
