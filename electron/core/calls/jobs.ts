import type { Handlers } from '../context.ts'

export const jobHandlers = {
  'job.get': (ctx, input) => ctx.jobs.get(input.jobId, ctx.pipe),
  'job.list': (ctx) => ctx.jobs.list(ctx.pipe),
  'job.cancel': (ctx, input) => {
    ctx.jobs.cancel(input.jobId, ctx.pipe)
    return null
  },
} satisfies Partial<Handlers>
