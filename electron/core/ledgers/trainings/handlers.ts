import type { Handlers } from '../../context.ts'
import { quarterView } from './quarter.ts'
import { rosterOn } from './roster.ts'
import { registerProblems } from './service.ts'

export const trainingHandlers = {
  'training.roster': (ctx, query) => rosterOn(ctx.register.db, query, ctx.session),
  'training.check': (ctx, asked) => registerProblems(ctx.register.db, asked, ctx.session),
  'training.quarter': (ctx, { year, quarter }) => quarterView(ctx, year, quarter),
} satisfies Partial<Handlers>
