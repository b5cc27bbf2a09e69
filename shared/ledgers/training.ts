import { monthOf, quarterOf, yearOf } from '../rules/dates.ts'
import * as c from './codes.ts'
import type { DataOf } from './describe.ts'
import { code, codes, date, defineLedger, flag, integer, list, name, paragraph, part, text, time } from './describe.ts'

const attendance = part('attendance', 'training_attendance', {
  name: name({ needed: true, search: 'name' }),
  unit: text({ max: 60 }),
  post: text({ max: 40 }),
  state: code('attendanceState', c.attendanceStates),
  substitute: name(),
  remark: text({ max: 120 }),
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
  remarks: paragraph({ max: 2000 }),
}

export type TrainingData = DataOf<typeof fields>

const withState = (d: TrainingData, ...states: readonly string[]): number =>
  d.attendances.filter((a) => a.state !== null && states.includes(a.state)).length

/** 实到人次: members and those who sat in for them; a count-only session gives its typed figure. */
export const present = (d: TrainingData): number =>
  d.countOnly ? (d.countedPresent ?? 0) : withState(d, 'present', 'substitute')

/** 培训, domain 5.4. */
export const training = defineLedger({
  name: 'training',
  table: 'training',
  book: 'teams',
  circle: 'teams',
  shape: 1,
  stages: ['saving'],
  stageOf: () => 'saving',
  fields,
  derived: {
    year: { field: { kind: 'integer', index: true, travel: 'exact' }, from: (d) => yearOf(d.heldOn) },
    quarter: { field: { kind: 'integer', travel: 'exact' }, from: (d) => quarterOf(d.heldOn) },
    expected: { field: { kind: 'integer', travel: 'exact' }, from: (d) => (d.countOnly ? null : d.attendances.length) },
    presentCount: { field: { kind: 'integer', index: true, travel: 'exact' }, from: present },
    leaveCount: { field: { kind: 'integer', travel: 'exact' }, from: (d) => withState(d, 'leave') },
    absentCount: { field: { kind: 'integer', travel: 'exact' }, from: (d) => withState(d, 'absent') },
  },
  leaves: () => true,
  locked: () => false,
  countLists: { sessions: 'trainingForm', attendances: 'trainingForm' },
  counts: (d) => [
    { period: monthOf(d.heldOn), measure: 'sessions', category: d.form ?? '', amount: 1 },
    { period: monthOf(d.heldOn), measure: 'attendances', category: d.form ?? '', amount: present(d) },
  ],
  grid: [
    { field: 'heldOn', width: 110 },
    { field: 'topic', width: 260 },
    { field: 'form', width: 130 },
    { field: 'teams', width: 180 },
    { field: 'organiser', width: 160 },
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
        'place',
        'organiser',
        'lecturer',
        'lecturerUnit',
      ],
    },
    { key: 'attendance', fields: ['countOnly', 'countedPresent', 'attendances'] },
    { key: 'notes', fields: ['summary', 'materials', 'remarks'] },
  ],
  title: 'topic',
  order: { field: 'heldOn', direction: 'desc' },
})
