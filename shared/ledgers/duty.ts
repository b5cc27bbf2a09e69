import { daysBetween, monthOf, quarterOf, yearOf } from '../rules/dates.ts'
import { dutyProblems } from '../rules/duty.ts'
import * as c from './codes.ts'
import type { CountCell, DataOf } from './describe.ts'
import { code, codes, date, defineLedger, integer, list, name, paragraph, part, phone, text, time } from './describe.ts'

const onDuty = part('person', 'duty_person', {
  name: name({ needed: true, search: 'name' }),
  unit: text({ max: 60 }),
  team: code('team', c.teams),
  phone: phone(),
})

const fields = {
  kind: code('dutyKind', c.dutyKinds, { needed: true, travel: 'exact', index: true }),
  /** 节庆、活动: what its 人次 are added up under, such as 香浪节 or 春节. */
  event: text({ max: 60, travel: 'exact', search: 'words', index: true }),
  dutyOn: date({ needed: true, travel: 'exact', index: true }),
  until: date({ travel: 'exact' }),
  startTime: time(),
  endTime: time(),
  /** A place or a route. */
  place: text({ max: 120, search: 'words' }),
  teams: codes('team', c.teams, { travel: 'exact' }),
  leader: name(),
  people: list(onDuty),
  /** Old records of which only the 人次 are known. */
  countedTimes: integer({ max: 1000000 }),
  vehicle: text({ max: 60 }),
  /** What was found: a thing and a place, never a person (写事不写人). */
  found: paragraph({ max: 2000, search: 'words' }),
  handling: paragraph({ max: 2000 }),
  reportedTo: text({ max: 120 }),
  handedOverTo: name(),
  remarks: paragraph({ max: 2000 }),
}

export type DutyData = DataOf<typeof fields>

/** Days from the first to the last, both counted. */
const daysOf = ({ dutyOn, until }: DutyData): number =>
  dutyOn === null || until === null || until < dutyOn ? 1 : daysBetween(dutyOn, until) + 1

/** 人次: everybody named, once a day; the typed figure of an old record without names. */
export const personTimes = (d: DutyData): number =>
  d.people.length === 0 ? (d.countedTimes ?? 0) : d.people.length * daysOf(d)

/** 人次 of each team: by the people's own, or the whole figure where only one team was there. */
function timesByTeam(d: DutyData): readonly (readonly [string, number])[] {
  const [only, ...others] = d.teams ?? []
  if (d.people.length === 0) return [[others.length === 0 ? (only ?? '') : '', d.countedTimes ?? 0]]
  const fallback = others.length === 0 ? (only ?? '') : ''
  const teams = d.people.map((p) => p.team ?? fallback)
  return [...new Set(teams)].map((team) => [team, teams.filter((t) => t === team).length * daysOf(d)])
}

function counts(d: DutyData): readonly CountCell[] {
  const period = monthOf(d.dutyOn)
  return [
    { period, measure: 'dutyTimes', category: d.kind ?? '', amount: personTimes(d) },
    ...timesByTeam(d).map(([category, amount]) => ({ period, measure: 'teamDutyTimes', category, amount })),
  ]
}

/** 值守: duty at a desk and patrols, domain 5.6. */
export const duty = defineLedger({
  name: 'duty',
  table: 'duty',
  book: 'teams',
  circle: 'teams',
  shape: 1,
  stages: ['saving'],
  stageOf: () => 'saving',
  fields,
  derived: {
    year: { field: { kind: 'integer', index: true, travel: 'exact' }, from: (d) => yearOf(d.dutyOn) },
    quarter: { field: { kind: 'integer', travel: 'exact' }, from: (d) => quarterOf(d.dutyOn) },
    personTimes: { field: { kind: 'integer', index: true, travel: 'exact' }, from: personTimes },
    called: { field: { kind: 'text', max: 120 }, from: (d) => d.event ?? d.place },
  },
  leaves: () => true,
  locked: () => false,
  rules: dutyProblems,
  countLists: { dutyTimes: 'dutyKind', teamDutyTimes: 'team' },
  counts,
  grid: [
    { field: 'dutyOn', width: 110 },
    { field: 'until', width: 110 },
    { field: 'kind', width: 80 },
    { field: 'event', width: 160 },
    { field: 'place', width: 240 },
    { field: 'teams', width: 150 },
    { field: 'leader', width: 110 },
    { field: 'personTimes', width: 80 },
    { field: 'updatedAt', width: 140 },
  ],
  form: [
    {
      key: 'shift',
      fields: ['kind', 'event', 'dutyOn', 'until', 'startTime', 'endTime', 'place', 'teams', 'leader', 'vehicle'],
    },
    { key: 'people', fields: ['people', 'countedTimes'] },
    { key: 'findings', fields: ['found', 'handling', 'reportedTo', 'handedOverTo', 'remarks'] },
  ],
  title: 'called',
  order: { field: 'dutyOn', direction: 'desc' },
})
