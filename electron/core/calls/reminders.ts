import { roles } from '../../../shared/contract/call.ts'
import type { Reminder } from '../../../shared/contract/reminders.ts'
import { termsDue } from '../../../shared/rules/committeeMembers.ts'
import { previousMonth } from '../../../shared/rules/dates.ts'
import { type Ctx, type Handlers, hasRole } from '../context.ts'
import { quarterReminder } from '../ledgers/trainings/reminder.ts'
import { plainFacts } from '../plainFiles.ts'
import { hasRows, isRead, monthSpan } from '../secrecy/accessMonth.ts'
import { daysUntried } from '../turnover/recoveryCheck.ts'
import { loansOut } from '../turnover/takeover.ts'
import { readSettings } from './settings.ts'

/** Days a plain file may lie in its folder before somebody is asked to delete it. */
const plainDays = 7
/** Days after which somebody should try whether the recovery code still opens the register. */
const recoveryDays = 365

async function plainReminder(ctx: Ctx): Promise<readonly Reminder[]> {
  if (ctx.session.roles.length === 0) return []
  const { label, count, oldestDays } = await plainFacts(ctx, ctx.clock.now())
  return oldestDays !== null && oldestDays >= plainDays ? [{ kind: 'plainFiles', count, days: oldestDays, label }] : []
}

/** Last month's page waits until one head has read it. */
function accessReminder(ctx: Ctx): readonly Reminder[] {
  if (ctx.profile.kind !== 'unit' || !hasRole(ctx.session, 'mediation', 'head')) return []
  const month = previousMonth(ctx.clock.today().slice(0, 7))
  const { db } = ctx.register
  return hasRows(db, monthSpan(ctx.clock, month)) && !isRead(db, month) ? [{ kind: 'accessMonth', month }] : []
}

/** Those who answer for the keys of the register. */
export const isInCharge = (ctx: Ctx): boolean =>
  ctx.session.admin || hasRole(ctx.session, 'mediation', 'head') || hasRole(ctx.session, 'teams', 'head')

function recoveryReminder(ctx: Ctx): readonly Reminder[] {
  if (ctx.profile.sample || !isInCharge(ctx)) return []
  const days = daysUntried(ctx.register.db, ctx.clock.now())
  return days >= recoveryDays ? [{ kind: 'recoveryCheck', days }] : []
}

function loanReminder(ctx: Ctx): readonly Reminder[] {
  if (ctx.profile.kind !== 'unit' || !hasRole(ctx.session, 'mediation', ...roles)) return []
  const late = loansOut(ctx.register.db, ctx.session, ctx.clock.today()).filter((l) => l.daysLate > 0)
  return late.length > 0 ? [{ kind: 'loansLate', count: late.length }] : []
}

function termReminder(ctx: Ctx): readonly Reminder[] {
  if (ctx.profile.kind !== 'unit' || !hasRole(ctx.session, 'mediation', ...roles)) return []
  const due = termsDue(readSettings(ctx.register.db), ctx.clock.today())
  return due === null ? [] : [{ kind: 'mediatorTerms', ...due }]
}

export const reminderHandlers = {
  'reminder.list': async (ctx) => [
    ...recoveryReminder(ctx),
    ...accessReminder(ctx),
    ...loanReminder(ctx),
    ...termReminder(ctx),
    ...quarterReminder(ctx),
    ...(await plainReminder(ctx)),
  ],
} satisfies Partial<Handlers>
