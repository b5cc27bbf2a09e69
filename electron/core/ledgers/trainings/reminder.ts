import { roles } from '../../../../shared/contract/call.ts'
import type { Reminder } from '../../../../shared/contract/reminders.ts'
import { daysBetween, quarterOf, yearOf } from '../../../../shared/rules/dates.ts'
import { creditsOf } from '../../../../shared/rules/quarterTrainings.ts'
import { readSettings } from '../../calls/settings.ts'
import { type Ctx, hasRole } from '../../context.ts'
import { owing, quarterView } from './quarter.ts'

/** Units named in the line; the page has the others. */
const mostNamed = 6

/** Near the quarter's end: which units still owe trainings. */
export function quarterReminder(ctx: Ctx): readonly Reminder[] {
  if (ctx.profile.kind !== 'unit' || !hasRole(ctx.session, 'teams', ...roles)) return []
  const today = ctx.clock.today()
  const [year, quarter] = [yearOf(today), quarterOf(today)]
  const { trainingWarningDays } = readSettings(ctx.register.db)
  if (year === null || quarter === null || trainingWarningDays === 0) return []
  const view = quarterView(ctx, year, quarter)
  const days = daysBetween(today, view.until)
  const units = owing(view)
  if (days > trainingWarningDays || units.length === 0) return []
  const named = units.slice(0, mostNamed).map((u) => ({ team: u.team, unit: u.unit, credits: creditsOf(u) }))
  return [{ kind: 'quarterTrainings', year, quarter, days, units: named, count: units.length }]
}
