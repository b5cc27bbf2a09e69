import { AppError } from '../../../../shared/errors.ts'
import { inOffice, membersOf } from '../../../../shared/rules/committeeMembers.ts'
import { committeesOf } from '../../../../shared/rules/committees.ts'
import type { OfficePaper } from '../../calls/officePapers.ts'
import { readSettings } from '../../calls/settings.ts'
import { committeeMembersPaper, committeeMembersTitle } from '../../papers/committeeMembers.ts'

/** About a committee by its name on the seal. */
export const committeeMembersOffice: OfficePaper = {
  title: committeeMembersTitle,
  book: 'mediation',
  allow: ['clerk', 'mediator', 'head'],
  make: (ctx, about) => {
    const settings = readSettings(ctx.register.db)
    const found = committeesOf(settings).find((c) => c.name === about)
    if (found === undefined) throw new AppError('input-invalid', { field: 'about' })
    const on = ctx.clock.today()
    const members = membersOf(settings, found.name).filter((m) => inOffice(m, on))
    return committeeMembersPaper({ committee: found.name, inOffice: members, on, sample: ctx.profile.sample })
  },
}
