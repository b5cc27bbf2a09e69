import type { OfficePaper } from '../calls/officePapers.ts'
import { readSettings } from '../calls/settings.ts'
import { takeover, takeoverTitle } from '../papers/takeover.ts'
import type { Reader } from '../register/access.ts'
import { takeoverView } from './takeover.ts'

/** Three sign it and it lies on the desk: locked cases are only counted on it, whoever prints it. */
const nobody: Reader = { userId: '' }

export const takeoverOffice: OfficePaper = {
  title: takeoverTitle,
  book: 'mediation',
  allow: ['clerk', 'mediator', 'head'],
  make: (ctx) => {
    const { db } = ctx.register
    const view = takeoverView(db, nobody, ctx.clock.today())
    return takeover({ view, committee: readSettings(db).committee, sample: ctx.profile.sample })
  },
}
