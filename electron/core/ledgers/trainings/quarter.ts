import { teams } from '../../../../shared/ledgers/codes.ts'
import {
  creditsOf,
  type QuarterUnit,
  type QuarterView,
  quarterDays,
  quarterTrainings,
  wantedInQuarter,
} from '../../../../shared/rules/quarterTrainings.ts'
import { readSettings } from '../../calls/settings.ts'
import type { Ctx } from '../../context.ts'
import { membersIn } from './roster.ts'
import { sessionsOf } from './sessions.ts'

/** 一季两培训 of a calendar quarter as the register knows it. */
export function quarterView(ctx: Ctx, year: number, quarter: number): QuarterView {
  const { db } = ctx.register
  const { from, until } = quarterDays(year, quarter)
  return quarterTrainings({
    year,
    quarter,
    today: ctx.clock.today(),
    trainingUnit: readSettings(db).trainingUnit,
    sessions: sessionsOf(db, year, quarter, ctx.session),
    members: membersIn(db, from, until, ctx.session),
    teams,
  })
}

/** Units that still owe a training. */
export const owing = ({ units }: QuarterView): readonly QuarterUnit[] =>
  units.filter((u) => creditsOf(u) < wantedInQuarter)
