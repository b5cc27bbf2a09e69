import { monthOf, quarterOf, yearOf } from '../rules/dates.ts'
import { meetingProblems } from '../rules/meeting.ts'
import type { DataOf } from './describe.ts'
import { date, defineLedger, integer, list, name, paragraph, part, text, time } from './describe.ts'

const absentee = part('absentee', 'meeting_absentee', {
  unit: text({ max: 60, needed: true }),
  reason: text({ max: 120 }),
})

const decision = part('decision', 'meeting_decision', {
  matter: paragraph({ max: 500, needed: true, search: 'words' }),
  unit: text({ max: 60 }),
  /** A function, not a name: 综治中心主任. */
  person: text({ max: 60 }),
  dueOn: date(),
  progress: paragraph({ max: 500 }),
  doneOn: date(),
})

const fields = {
  title: text({ max: 120, needed: true, travel: 'exact', search: 'words', index: true }),
  heldOn: date({ needed: true, travel: 'exact', index: true }),
  startTime: time(),
  endTime: time(),
  place: text({ max: 120 }),
  chair: name({ search: 'name' }),
  recorder: name(),
  expectedCount: integer({ max: 9999 }),
  presentCount: integer({ max: 9999, travel: 'exact' }),
  attendees: paragraph({ max: 2000 }),
  observers: paragraph({ max: 2000 }),
  absentees: list(absentee),
  topics: paragraph({ max: 2000, search: 'words' }),
  statements: paragraph({ max: 20000, search: 'words' }),
  decisions: list(decision),
  remarks: paragraph({ max: 2000 }),
}

export type MeetingData = DataOf<typeof fields>

const doneCount = (d: MeetingData): number => d.decisions.filter((x) => x.doneOn !== null).length

/** 联席会议, domain 5.5. */
export const meeting = defineLedger({
  name: 'meeting',
  table: 'meeting',
  book: 'teams',
  circle: 'teams',
  shape: 1,
  stages: ['saving'],
  stageOf: () => 'saving',
  fields,
  derived: {
    year: { field: { kind: 'integer', index: true, travel: 'exact' }, from: (d) => yearOf(d.heldOn) },
    quarter: { field: { kind: 'integer', travel: 'exact' }, from: (d) => quarterOf(d.heldOn) },
    openDecisions: {
      field: { kind: 'integer', index: true, travel: 'exact' },
      from: (d) => d.decisions.length - doneCount(d),
    },
    doneDecisions: { field: { kind: 'integer', travel: 'exact' }, from: doneCount },
  },
  leaves: () => true,
  locked: () => false,
  rules: meetingProblems,
  countLists: { decisions: 'decisionState' },
  counts: (d) => [
    { period: monthOf(d.heldOn), measure: 'decisions', category: 'open', amount: d.decisions.length - doneCount(d) },
    { period: monthOf(d.heldOn), measure: 'decisions', category: 'done', amount: doneCount(d) },
  ],
  grid: [
    { field: 'heldOn', width: 110 },
    { field: 'title', width: 280 },
    { field: 'place', width: 160 },
    { field: 'chair', width: 110 },
    { field: 'presentCount', width: 80 },
    { field: 'openDecisions', width: 90 },
    { field: 'doneDecisions', width: 90 },
    { field: 'updatedAt', width: 140 },
  ],
  form: [
    {
      key: 'meeting',
      fields: [
        ...['title', 'heldOn', 'startTime', 'endTime', 'place', 'chair', 'recorder'],
        ...['expectedCount', 'presentCount', 'attendees', 'observers', 'absentees'],
      ],
    },
    { key: 'minutes', fields: ['topics', 'statements', 'decisions', 'remarks'] },
  ],
  title: 'title',
  order: { field: 'heldOn', direction: 'desc' },
})
