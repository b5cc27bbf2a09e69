import { AppError } from '../../../../shared/errors.ts'
import { daysAfter, isRealDate, weekdayOf } from '../../../../shared/rules/dates.ts'
import type { OfficePaper } from '../../calls/officePapers.ts'
import { readSettings } from '../../calls/settings.ts'
import { type WeekDueRow, weekDue } from '../../papers/weekDue.ts'
import type { Db } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'

/** Lines of one list; an office with more has to see them on the screen. */
const most = 300

// What lapsed has gone. A paper lies on the desk: locked cases are not on it, whoever prints it.
const pressing = `FROM due d CROSS JOIN dispute r ON r.k = d.record
  WHERE d.unshifted_on <= ? AND (d.due_on >= ? OR d.lapses = 0)`
const rowsSql = `SELECT d.unshifted_on AS unshiftedOn, d.due_on AS dueOn, d.kind, d.what, d.table_missing AS tableMissing,
  coalesce(r.party_names, '') AS parties, coalesce(r.case_no, '') AS caseNo,
  coalesce((SELECT group_concat(m.name, '、') FROM dispute_mediator m WHERE m.parent = r.k), '') AS mediators
  ${pressing} AND r.locked = 0 ORDER BY d.unshifted_on, d.due_on, d.record, d.position LIMIT ${most}`
const countSql = `SELECT count(*) ${pressing} AND r.locked = 0`
const lockedSql = `SELECT count(DISTINCT d.record) ${pressing} AND r.locked = 1`

type Row = Omit<WeekDueRow, 'tableMissing'> & { readonly tableMissing: number }

function dueIn(db: Db, until: string, today: string) {
  const rows = statement(db, rowsSql).all(until, today) as readonly Row[]
  const count = (sql: string): number => Number(statement(db, sql).pluck().get(until, today))
  const listed = rows.map((r): WeekDueRow => ({ ...r, tableMissing: r.tableMissing === 1 }))
  return {
    overdue: listed.filter((r) => r.dueOn < today),
    week: listed.filter((r) => r.dueOn >= today),
    left: count(countSql) - rows.length,
    locked: count(lockedSql),
  }
}

/** 本周到期清单 of the week of a day (by default today). */
export const weekDuePaper: OfficePaper = {
  title: '本周到期清单',
  book: 'mediation',
  allow: ['clerk', 'mediator', 'head'],
  make: (ctx, about) => {
    const on = about ?? ctx.clock.today()
    if (!isRealDate(on)) throw new AppError('input-invalid', { field: 'about' })
    const from = daysAfter(on, 1 - weekdayOf(on))
    const until = daysAfter(from, 6)
    const { committee } = readSettings(ctx.register.db)
    return weekDue({ committee, on, from, until, sample: ctx.profile.sample, ...dueIn(ctx.register.db, until, on) })
  },
}
