import { ledgerOf } from '../../../../shared/ledgers/index.ts'
import { type VisitData, visitTally } from '../../../../shared/ledgers/visit.ts'
import { isVisited } from '../../../../shared/rules/visit.ts'
import type { OfficePaper } from '../../calls/officePapers.ts'
import type { Ctx } from '../../context.ts'
import { matterList, matterListTitle } from '../../papers/matterList.ts'
import { visitSheet, visitSheetTitle } from '../../papers/visitSheet.ts'
import { readRecord } from '../../register/access.ts'
import { mattersOf } from './matters.ts'

const visitAt = (ctx: Ctx, id: string): VisitData =>
  readRecord(ctx.register.db, 'visit', id, ctx.session).data as unknown as VisitData
const { book } = ledgerOf('visit')
const allow = ['clerk', 'mediator', 'head'] as const

/** 入户走访登记表 of an outing by its id: to write on before it, typed back after it; the empty form about nothing. */
export const visitSheetOffice: OfficePaper = {
  title: visitSheetTitle,
  book,
  allow,
  fileMark: (ctx, about) => {
    if (about === null) return ''
    const { visitedOn, village, householdGroup } = visitAt(ctx, about)
    return [visitedOn, village, householdGroup].filter(Boolean).join('')
  },
  make: (ctx, about) => {
    const visit = about === null ? null : visitAt(ctx, about)
    const isMade = visit !== null && visit.households.length + Number(visit.countOnly) > 0 && isVisited(visit)
    return visitSheet({
      visit,
      tally: isMade ? visitTally(visit) : null,
      on: visit?.visitedOn ?? ctx.clock.today(),
      sample: ctx.profile.sample,
    })
  },
}

/** 交办事项清单 of the open matters: of one unit in charge, or of all. */
export const matterListOffice: OfficePaper = {
  title: matterListTitle,
  book,
  allow,
  make: (ctx, unit) => {
    const asked = { state: 'open', from: null, until: null, unit } as const
    const { rows, total } = mattersOf(ctx.register.db, asked, ctx.session.userId)
    return matterList({
      office: ctx.profile.unitName,
      unit,
      rows,
      left: total - rows.length,
      on: ctx.clock.today(),
      sample: ctx.profile.sample,
    })
  },
}
