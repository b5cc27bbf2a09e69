import { month } from '../../../shared/contract/secrecy.ts'
import { AppError } from '../../../shared/errors.ts'
import type { OfficePaper } from '../calls/officePapers.ts'
import { readSettings } from '../calls/settings.ts'
import { accessMonthPaper, accessMonthTitle, toldOnPaper } from '../papers/accessMonth.ts'
import { accessMonth, monthSpan } from './accessMonth.ts'

/** More would be a book; the program shows the rest. */
const mostRows = 1000

export const accessMonthOffice: OfficePaper = {
  title: accessMonthTitle,
  book: 'mediation',
  allow: ['head'],
  make: (ctx, about) => {
    const parsed = month.safeParse(about)
    if (!parsed.success) throw new AppError('input-invalid', { field: 'about' })
    const { db } = ctx.register
    const query = { ...monthSpan(ctx.clock, parsed.data), kinds: toldOnPaper, offset: 0, limit: mostRows }
    const view = accessMonth(db, ctx.session, parsed.data, query)
    const { committee } = readSettings(db)
    const left = view.total - view.rows.length
    return accessMonthPaper({ view, left, committee, on: ctx.clock.today(), sample: ctx.profile.sample })
  },
}
