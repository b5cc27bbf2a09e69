import { AppError } from '../../../shared/errors.ts'
import { rosterDay } from '../../../shared/rules/figures.ts'
import type { Handlers } from '../context.ts'
import { countFigures } from './count.ts'

/** Ways to tell figures apart that only the other kind of register has records for. */
const foreign = { unit: ['unit'], recipient: ['village'] } as const

export const figureHandlers = {
  'figures.view': (ctx, { book, by, from, until, team }) => {
    const { kind, book: own } = ctx.profile
    if (own !== null && own !== book) throw new AppError('file-other-book')
    if (foreign[kind].some((f) => f === by)) throw new AppError('input-invalid', { field: 'by' })
    const asOf = rosterDay(until, ctx.clock.today())
    return countFigures(ctx.register.db, { home: kind, by, from, until, asOf, team }, ctx.session)
  },
} satisfies Partial<Handlers>
