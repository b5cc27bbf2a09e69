import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { rosterDay } from '../../../shared/rules/figures.ts'
import type { Ctx, Handlers } from '../context.ts'
import { countFigures } from './count.ts'
import { exportFigures } from './sheets.ts'

/** Ways to tell figures apart that only the other kind of register has records for. */
const foreign = { unit: ['unit'], recipient: ['village'] } as const

/** A recipient of the other book holds none of these records. */
function refuseOtherBook({ profile }: Pick<Ctx, 'profile'>, book: Book): void {
  if (profile.book !== null && profile.book !== book) throw new AppError('file-other-book')
}

export const figureHandlers = {
  'figures.view': (ctx, { book, by, from, until, team }) => {
    const { kind } = ctx.profile
    refuseOtherBook(ctx, book)
    if (foreign[kind].some((f) => f === by)) throw new AppError('input-invalid', { field: 'by' })
    const asOf = rosterDay(until, ctx.clock.today())
    return countFigures(ctx.register.db, { home: kind, by, from, until, asOf, team }, ctx.session)
  },
  'figures.export': (ctx, input) => {
    refuseOtherBook(ctx, input.book)
    return exportFigures(ctx, input)
  },
} satisfies Partial<Handlers>
