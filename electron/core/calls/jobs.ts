import type { Handlers } from '../context.ts'

export const jobHandlers = {
  'job.get': (ctx, input) => ctx.jobs.get(input.jobId, ctx),
  'job.list': (ctx) => ctx.jobs.list(ctx),
  'job.cancel': (ctx, input) => {
    ctx.jobs.cancel(input.jobId, ctx)
    return null
  },
} satisfies Partial<Handlers>
