import type { OfficePaper } from '../calls/officePapers.ts'
import { readSettings } from '../calls/settings.ts'
import { takeover, takeoverTitle } from '../papers/takeover.ts'
import { takeoverView } from './takeover.ts'

export const takeoverOffice: OfficePaper = {
  title: takeoverTitle,
  book: 'mediation',
  allow: ['clerk', 'mediator', 'head'],
  make: (ctx) => {
    const { db } = ctx.register
    const view = takeoverView(db, ctx.session, ctx.clock.today())
    return takeover({ view, committee: readSettings(db).committee, sample: ctx.profile.sample })
  },
}
