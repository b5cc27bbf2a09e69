import { monthOf, quarterOf, yearOf } from '../rules/dates.ts'
import { isHeld, trainingNeeds, trainingProblems, trainingStage } from '../rules/training.ts'
import * as c from './codes.ts'
import type { CountCell, DataOf } from './describe.ts'
import {
  code,
  codes,
  date,
  defineLedger,
  flag,
  integer,
  list,
  name,
  paragraph,
  part,
  reference,
  text,
  time,
} from './describe.ts'

const attendance = part('attendance', 'training_attendance', {
  name: name({ needed: true, search: 'name' }),
  /** Their post in the roster, where they were ticked there; name, team and unit are copies of that day. */
  member: reference('post'),
  team: code('team', c.teams),
  unit: text({ max: 60 }),
  /** Where it is no team post: 村干部, 民警 … */
  post: text({ max: 40 }),
  state: code('attendanceState', c.attendanceStates),
  substitute: name(),
  remark: text({ max: 120 }),
})

/** 参训单位 of 一季两培训, where not the whole office was meant: a village or a managing department. */
const audience = part('audience', 'training_audience', {
  unit: text({ max: 60, needed: true, search: 'words', place: ['village', 'community', 'department'] }),
})

const fields = {
  topic: text({ max: 120, needed: true, travel: 'exact', search: 'words', index: true }),
  form: code('trainingForm', c.trainingForms, { needed: true, travel: 'exact', index: true }),
  heldOn: date({ needed: true, travel: 'exact', index: true }),
  endsOn: date({ travel: 'exact' }),
  startTime: time(),
  endTime: time(),
  /** 第几次: which of the two trainings of the quarter. */
  ordinal: integer({ min: 1, max: 99, travel: 'exact' }),
  teams: codes('team', c.teams, { needed: true, travel: 'exact' }),
  audiences: list(audience),
  place: text({ max: 120, search: 'words' }),
  organiser: text({ max: 60, travel: 'exact', search: 'words', index: true }),
  lecturer: name(),
  lecturerUnit: text({ max: 60 }),
  /** Old sessions of which only the head count is known. */
  countOnly: flag({ travel: 'exact' }),
  countedPresent: integer({ max: 100000 }),
  attendances: list(attendance),
  summary: paragraph({ max: 2000, search: 'words' }),
  materials: integer({ max: 1000000, travel: 'exact' }),
  /** 印发手册: how many were signed for. */
  materialsSigned: integer({ max: 1000000 }),
  /** The signed 签到表 lies in the file on paper (原件已在卷). */
  signSheetFiled: flag(),
  remarks: paragraph({ max: 2000 }),
}

export type TrainingData = DataOf<typeof fields>

const withState = (d: TrainingData, ...states: readonly string[]): number =>
  d.attendances.filter((a) => a.state !== null && states.includes(a.state)).length

/** 实到人次: members and those who sat in for them; a count-only session gives its typed figure. */
export const present = (d: TrainingData): number =>
  d.countOnly ? (d.countedPresent ?? 0) : withState(d, 'present', 'substitute')

type Team = (typeof c.teams)[number]
/** 实到人次 of one team; null where a joint session has one figure for all. */
export function presentOf(d: TrainingData, team: Team): number | null {
  if (d.countOnly && d.teams?.includes(team)) return d.teams.length === 1 ? (d.countedPresent ?? 0) : null
  return d.attendances.filter((a) => a.team === team && (a.state === 'present' || a.state === 'substitute')).length
}
const presentField = (team: Team) => ({
  field: { kind: 'integer', travel: 'exact' } as const,
  from: (d: TrainingData) => presentOf(d, team),
})

function counts(d: TrainingData): readonly CountCell[] {
  if (!isHeld(d)) return []
  const [period, category] = [monthOf(d.heldOn), d.form ?? '']
  return [
    { period, measure: 'sessions', category, amount: 1 },
    { period, measure: 'attendances', category, amount: present(d) },
    // A joint session is one 场次 and one credit for each of its teams: these need not add up to the total.
    ...(d.teams ?? []).flatMap((team) => [
      { period, measure: 'teamSessions', category: team, amount: 1 },
      { period, measure: 'teamAttendances', category: team, amount: presentOf(d, team) ?? 0 },
    ]),
  ]
}

/** 培训, domain 5.4. */
export const training = defineLedger({
  name: 'training',
  table: 'training',
  book: 'teams',
  circle: 'teams',
  shape: 2,
  stages: ['planned', 'held', 'filed'],
  stageOf: trainingStage,
  needs: trainingNeeds,
  fields,
  dayOf: (d) => d.heldOn,
  derived: {
    year: { field: { kind: 'integer', index: true, travel: 'exact' }, from: (d) => yearOf(d.heldOn) },
    quarter: { field: { kind: 'integer', travel: 'exact' }, from: (d) => quarterOf(d.heldOn) },
    expected: { field: { kind: 'integer', travel: 'exact' }, from: (d) => (d.countOnly ? null : d.attendances.length) },
    presentCount: { field: { kind: 'integer', index: true, travel: 'exact' }, from: present },
    leaveCount: { field: { kind: 'integer', travel: 'exact' }, from: (d) => withState(d, 'leave') },
    absentCount: { field: { kind: 'integer', travel: 'exact' }, from: (d) => withState(d, 'absent') },
    householdPresent: presentField('household'),
    vehiclePresent: presentField('vehicle'),
    streetPresent: presentField('street'),
    buildingPresent: presentField('building'),
    shopPresent: presentField('shop'),
    /** 实到人次 of a joint session that nobody can divide between its teams. */
    undividedPresent: {
      field: { kind: 'integer', travel: 'exact' },
      from: (d) => (d.countOnly && (d.teams?.length ?? 0) > 1 ? (d.countedPresent ?? 0) : null),
    },
  },
  // A plan is the office's own: what did not take place yet is no 场次 anywhere.
  leaves: isHeld,
  locked: () => false,
  rules: trainingProblems,
  countLists: { sessions: 'trainingForm', attendances: 'trainingForm', teamSessions: 'team', teamAttendances: 'team' },
  counts,
  grid: [
    { field: 'heldOn', width: 110 },
    { field: 'topic', width: 260 },
    { field: 'form', width: 130 },
    { field: 'teams', width: 180 },
    { field: 'organiser', width: 160 },
    { field: 'stage', width: 80 },
    { field: 'presentCount', width: 80 },
    { field: 'expected', width: 80 },
    { field: 'year', width: 70 },
    { field: 'quarter', width: 70 },
    { field: 'updatedAt', width: 140 },
  ],
  form: [
    {
      key: 'session',
      fields: [
        'topic',
        'form',
        'heldOn',
        'endsOn',
        'startTime',
        'endTime',
        'ordinal',
        'teams',
        'audiences',
        'place',
        'organiser',
        'lecturer',
        'lecturerUnit',
      ],
    },
    { key: 'attendance', fields: ['countOnly', 'countedPresent', 'attendances', 'signSheetFiled'] },
    { key: 'notes', fields: ['summary', 'materials', 'materialsSigned', 'remarks'] },
  ],
  title: 'topic',
  sheet: {
    rows: 'attendances',
    settle: (d, filled) =>
      !filled.has('countOnly') && d.countedPresent !== null && d.attendances.length === 0
        ? { ...d, countOnly: true }
        : d,
  },
  order: { field: 'heldOn', direction: 'desc' },
})
