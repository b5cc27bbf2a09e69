import { AppError } from '../../../shared/errors.ts'
import { readPeriod, rosterDay } from '../../../shared/rules/figures.ts'
import type { OfficePaper } from '../calls/officePapers.ts'
import { teamFigures, teamFiguresTitle } from '../papers/teamFigures.ts'
import { countFigures } from './count.ts'

export const teamFiguresOffice: OfficePaper = {
  title: teamFiguresTitle,
  book: 'teams',
  allow: ['clerk', 'mediator', 'head'],
  make: (ctx, about) => {
    const period = readPeriod(about ?? '')
    if (period === null) throw new AppError('input-invalid', { field: 'about' })
    const [on, { unitName, sample }] = [ctx.clock.today(), ctx.profile]
    const scope = { ...period, home: 'unit', asOf: rosterDay(period.until, on), team: null } as const
    const by = (group: 'team' | 'village' | 'department' | 'event') =>
      countFigures(ctx.register.db, { ...scope, by: group }, ctx.session)
    return teamFigures({
      ...{ unitName, period, on, sample },
      byTeam: by('team'),
      byVillage: by('village'),
      byDepartment: by('department'),
      byEvent: by('event'),
    })
  },
}
