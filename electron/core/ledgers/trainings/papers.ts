import { AppError } from '../../../../shared/errors.ts'
import { teams } from '../../../../shared/ledgers/codes.ts'
import type { TrainingData } from '../../../../shared/ledgers/training.ts'
import { chineseDate, chineseTime } from '../../../../shared/rules/dates.ts'
import { codes } from '../../../../shared/text/zh-CN/codes.ts'
import type { OfficePaper } from '../../calls/officePapers.ts'
import type { Ctx } from '../../context.ts'
import { quarterTable, quarterTableTitle } from '../../papers/quarterTable.ts'
import { type SignSheetRow, signSheet, signSheetTitle } from '../../papers/signSheet.ts'
import { trainingRecord, trainingRecordTitle } from '../../papers/trainingRecord.ts'
import { readRecord } from '../../register/access.ts'
import { quarterView } from './quarter.ts'
import { birthYearsOf, rosterOn } from './roster.ts'

const common = { book: 'teams', allow: ['clerk', 'mediator', 'head'] } as const

const dataOf = (ctx: Ctx, about: string | null): TrainingData =>
  readRecord(ctx.register.db, 'training', about ?? '', ctx.session).data as unknown as TrainingData

/** `2026年12月5日 9时30分至11时`. */
function whenOf({ heldOn, endsOn, startTime, endTime }: TrainingData): string {
  if (heldOn === null) return ''
  const days =
    endsOn === null || endsOn === heldOn ? chineseDate(heldOn) : `${chineseDate(heldOn)}至${chineseDate(endsOn)}`
  const times = [startTime, endTime].flatMap((time) => (time === null ? [] : [chineseTime(time)]))
  return [days, times.join('至')].filter(Boolean).join(' ')
}

/** Who holds it: as written, else the office itself. */
const organiserOf = (ctx: Ctx, d: TrainingData): string => d.organiser ?? ctx.profile.unitName

type Listed = SignSheetRow & { readonly team: string | null }
/** The years of birth of those who share name and unit with another: nothing else tells them apart. */
function withHints(rows: readonly (Listed & { readonly member: string | null })[], ctx: Ctx): readonly Listed[] {
  const key = (r: SignSheetRow) => `${r.name}\n${r.unit}`
  const times = new Map<string, number>()
  for (const r of rows) times.set(key(r), (times.get(key(r)) ?? 0) + 1)
  const twice = rows.filter((r) => (times.get(key(r)) ?? 0) > 1).flatMap((r) => r.member ?? [])
  const years = birthYearsOf(ctx.register.db, twice, ctx.session)
  return rows.map((r) => {
    const year = r.member === null ? undefined : years.get(r.member)
    return year === undefined ? r : { ...r, hint: `${year}年生` }
  })
}

/** Who is to sign: those on the record's list, else the roster of the day; teams one after the other. */
function signRows(ctx: Ctx, d: TrainingData): readonly SignSheetRow[] {
  const day = d.heldOn ?? ctx.clock.today()
  const audiences = d.audiences.flatMap((a) => a.unit ?? [])
  const listed =
    d.attendances.length > 0
      ? d.attendances.map((a) => ({ ...a, name: a.name ?? '' }))
      : rosterOn(ctx.register.db, { on: day, teams: d.teams ?? [], audiences }, ctx.session).rows.map((r) => ({
          ...r,
          post: null,
        }))
  const rows = listed.map(({ member, name, unit, team, post }) => ({
    ...{ member, name, team, hint: '', unit: unit ?? '' },
    post: post ?? (team === null ? '' : codes.team[team]),
  }))
  const order: readonly string[] = teams
  const place = (team: string | null) => (team === null ? teams.length : order.indexOf(team))
  return [...withHints(rows, ctx)].sort((a, b) => place(a.team) - place(b.team))
}

/** 签到表 of one session, before it or for its file. */
export const signSheetOffice: OfficePaper = {
  ...common,
  title: signSheetTitle,
  fileMark: (ctx, about) => dataOf(ctx, about).topic ?? '',
  make: (ctx, about) => {
    const d = dataOf(ctx, about)
    return signSheet({
      topic: d.topic ?? '',
      when: whenOf(d),
      place: d.place ?? '',
      organiser: organiserOf(ctx, d),
      rows: signRows(ctx, d),
      blank: false,
      on: d.heldOn ?? ctx.clock.today(),
      sample: ctx.profile.sample,
    })
  },
}

/** 空白签到表 for any occasion. */
export const blankSignSheetOffice: OfficePaper = {
  ...common,
  title: `空白${signSheetTitle}`,
  make: (ctx) =>
    signSheet({
      ...{ topic: '', when: '', place: '', organiser: '', rows: [], blank: true },
      on: ctx.clock.today(),
      sample: ctx.profile.sample,
    }),
}

export const trainingRecordOffice: OfficePaper = {
  ...common,
  title: trainingRecordTitle,
  fileMark: (ctx, about) => dataOf(ctx, about).topic ?? '',
  make: (ctx, about) => {
    const data = dataOf(ctx, about)
    const on = data.heldOn ?? ctx.clock.today()
    return trainingRecord({
      data,
      when: whenOf(data),
      organiser: organiserOf(ctx, data),
      on,
      sample: ctx.profile.sample,
    })
  },
}

/** 季度培训情况表; `about` is a quarter such as `2026-4`. */
export const quarterTableOffice: OfficePaper = {
  ...common,
  title: quarterTableTitle,
  make: (ctx, about) => {
    const [, year, quarter] = /^((?:19|20|21)\d{2})-([1-4])$/.exec(about ?? '') ?? []
    if (year === undefined || quarter === undefined) throw new AppError('input-invalid', { field: 'about' })
    return quarterTable({
      view: quarterView(ctx, Number(year), Number(quarter)),
      unitName: ctx.profile.unitName,
      on: ctx.clock.today(),
      sample: ctx.profile.sample,
    })
  },
}
