import { AppError } from '../../../../shared/errors.ts'
import { parsedChanges, parsedRoster, type RosterScope } from '../../../../shared/rules/rosterPapers.ts'
import { zhCN } from '../../../../shared/text/zh-CN.ts'
import type { OfficePaper } from '../../calls/officePapers.ts'
import type { Ctx } from '../../context.ts'
import { changesPaper, changesTitle, rosterPaper, rosterTitle } from '../../papers/roster.ts'
import { changesIn } from './changes.ts'
import { rosterOnDay } from './roster.ts'

const paperOf = (ctx: Ctx, { team, village, department }: RosterScope) => ({
  unit: ctx.profile.unitName,
  of: [team === null ? null : zhCN.codes.team[team], village, department].filter((v) => v !== null).join('　'),
  on: ctx.clock.today(),
  sample: ctx.profile.sample,
})

function wanted<A>(parsed: A | null): A {
  if (parsed === null) throw new AppError('input-invalid', { field: 'about' })
  return parsed
}

const roles = ['clerk', 'mediator', 'head'] as const

export const rosterOffice: OfficePaper = {
  title: rosterTitle,
  book: 'teams',
  allow: roles,
  fileMark: (_ctx, about) => about?.slice(0, 10) ?? '',
  make: (ctx, about) => {
    const asked = wanted(parsedRoster(about))
    const { on, phones } = asked
    const lines = rosterOnDay(ctx.register.db, ctx.session, on, asked)
    const shown = lines.map((line) => ({ ...line, phone: phones ? line.phone : null }))
    return rosterPaper({ ...paperOf(ctx, asked), day: on, phones, lines: shown })
  },
}

export const changesOffice: OfficePaper = {
  title: changesTitle,
  book: 'teams',
  allow: roles,
  fileMark: (_ctx, about) => about?.split('|').slice(0, 2).join('至') ?? '',
  make: (ctx, about) => {
    const asked = wanted(parsedChanges(about))
    const { from, until } = asked
    const changes = changesIn(ctx.register.db, ctx.session, from, until, asked)
    return changesPaper({ ...paperOf(ctx, asked), from, until, changes })
  },
}
