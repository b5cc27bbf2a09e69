/** Papers of the plain ledgers 值守 and 联席会议. */
import { month } from '../../../../shared/contract/secrecy.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { DutyData } from '../../../../shared/ledgers/duty.ts'
import type { MeetingData } from '../../../../shared/ledgers/meeting.ts'
import type { OfficePaper } from '../../calls/officePapers.ts'
import { dutyRoster, rosterTitle } from '../../papers/dutyRoster.ts'
import { meetingMinutes, minutesTitle } from '../../papers/meetingMinutes.ts'
import { readRecord } from '../../register/access.ts'
import { statement } from '../../register/statements.ts'

const everybody = ['clerk', 'mediator', 'head'] as const

/** `about` is a meeting's id; null for the form to be filled in by hand. Throws `not-found`. */
export const minutesPaper: OfficePaper = {
  title: minutesTitle,
  book: 'teams',
  allow: everybody,
  make: (ctx, about) => {
    const record = about === null ? null : readRecord(ctx.register.db, 'meeting', about, ctx.session)
    const data = record === null ? null : (record.data as unknown as MeetingData)
    const { unitName, sample } = ctx.profile
    return meetingMinutes({ data, unitName, on: data?.heldOn ?? ctx.clock.today(), sample })
  },
}

/** More would be a book; the program shows the rest. */
const mostRows = 500
const ofMonth =
  "SELECT id FROM duty WHERE duty_on >= ? || '-01' AND duty_on <= ? || '-31' ORDER BY duty_on, start_time, k"

/** `about` is a month. Throws `input-invalid` for anything else. */
export const rosterPaper: OfficePaper = {
  title: rosterTitle,
  book: 'teams',
  allow: everybody,
  make: (ctx, about) => {
    const parsed = month.safeParse(about)
    if (!parsed.success) throw new AppError('input-invalid', { field: 'about' })
    const { db } = ctx.register
    const ids = statement(db, ofMonth).pluck().all(parsed.data, parsed.data) as readonly string[]
    const duties = ids
      .slice(0, mostRows)
      .map((id) => readRecord(db, 'duty', id, ctx.session).data as unknown as DutyData)
    const { unitName, sample } = ctx.profile
    const left = ids.length - duties.length
    return dutyRoster({ month: parsed.data, duties, left, unitName, on: ctx.clock.today(), sample })
  },
}
