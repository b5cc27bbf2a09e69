import type { PostData } from '../../../../shared/ledgers/post.ts'
import type { Handlers } from '../../context.ts'
import { readRecord } from '../../register/access.ts'
import { postActHandlers } from './acts.ts'
import { changesIn } from './changes.ts'
import { decidePair, likelyDoubles } from './doubles.ts'
import { factsOf } from './facts.ts'
import { lineAround } from './line.ts'
import { rosterPage, vacantGroups } from './roster.ts'

export const postHandlers = {
  ...postActHandlers,
  'post.line': (ctx, { id }) => {
    const { data } = readRecord(ctx.register.db, 'post', id, ctx.session)
    const one = { ...(data as unknown as PostData), id }
    return { tenures: lineAround(ctx.register.db, ctx.session, one).map(factsOf) }
  },
  'post.roster': (ctx, { on, ...query }) => rosterPage(ctx.register.db, ctx.session, on, query),
  'post.changes': (ctx, { from, until, ...scope }) => ({
    rows: changesIn(ctx.register.db, ctx.session, from, until, scope),
  }),
  'post.vacant': (ctx, { on, ...scope }) => ({ rows: vacantGroups(ctx.register.db, ctx.session, on, scope) }),
  'post.doubles': (ctx, { decided }) => likelyDoubles(ctx.register.db, ctx.session, ctx.clock.today(), decided),
  'post.decidePair': (ctx, { a, b, decision }) => decidePair(ctx, a, b, decision),
} satisfies Partial<Handlers>
