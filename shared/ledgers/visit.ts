import { monthOf } from '../rules/dates.ts'
import { isVisited, leafletsTakenOver, visitNeeds, visitProblems, visitStage } from '../rules/visit.ts'
import * as c from './codes.ts'
import type { DataOf } from './describe.ts'
import { code, date, defineLedger, flag, integer, list, name, paragraph, part, text, time } from './describe.ts'

const visitor = part('visitor', 'visit_visitor', {
  name: name({ needed: true, search: 'name' }),
  post: text({ max: 40 }),
})

/** One household of the outing: a door, what was asked, what was done. No composition, no judgement (domain 5.3). */
const household = part('household', 'visit_household', {
  door: text({ max: 60, needed: true, search: 'words' }),
  peopleMet: integer({ max: 99 }),
  leaflets: integer({ max: 9999 }),
  request: paragraph({ max: 500, search: 'words' }),
  handledOnSpot: paragraph({ max: 500 }),
  matter: text({ max: 200 }),
  matterUnit: text({ max: 60 }),
  matterDueOn: date(),
  matterResult: text({ max: 200 }),
  matterDoneOn: date(),
})

const fields = {
  visitedOn: date({ needed: true, travel: 'exact', index: true }),
  startTime: time(),
  village: text({ max: 60, search: 'words', index: true, place: ['village', 'community'] }),
  householdGroup: text({ max: 60, search: 'words' }),
  /** The team whose people went; blank where the office itself did. */
  team: code('team', c.teams, { travel: 'exact', index: true }),
  kind: code('visitKind', c.visitKinds, { needed: true, travel: 'exact', index: true }),
  topic: text({ max: 120, travel: 'exact', search: 'words' }),
  visitors: list(visitor, { travel: { as: 'count' }, needed: true }),
  recorder: name(),
  /** Old outings of which only the figures are known. */
  countOnly: flag({ travel: 'exact' }),
  countedHouseholds: integer({ max: 9999 }),
  countedPeople: integer({ max: 99999 }),
  countedLeaflets: integer({ max: 99999 }),
  households: list(household),
  /** The sheet the visitors signed lies in the file on paper (原件已在卷). */
  sheetFiled: flag(),
  remarks: paragraph({ max: 2000 }),
}

export type VisitData = DataOf<typeof fields>

const total = (d: VisitData, field: 'peopleMet' | 'leaflets'): number =>
  d.households.reduce((sum, h) => sum + (h[field] ?? 0), 0)

/** 户次, 人次 and 份 of an outing: counted, or as typed where only the figures are known. An outing ahead has none. */
export function visitFigures(d: VisitData) {
  if (d.countOnly)
    return { households: d.countedHouseholds ?? 0, people: d.countedPeople ?? 0, leaflets: d.countedLeaflets ?? 0 }
  const households = isVisited(d) ? d.households.length : 0
  return { households, people: total(d, 'peopleMet'), leaflets: total(d, 'leaflets') }
}

/** What an outing comes to, in the units of the field: 户次, 人次, 份, 条, and matters handed on. */
export const visitTally = (d: VisitData) => ({
  ...visitFigures(d),
  requests: d.households.filter((h) => h.request !== null).length,
  matters: d.households.filter((h) => h.matter !== null).length,
  openMatters: d.households.filter(isOpenMatter).length,
})

/** A matter handed on is open until somebody wrote what became of it. */
export const isOpenMatter = (h: VisitData['households'][number]): boolean =>
  h.matter !== null && h.matterResult === null && h.matterDoneOn === null

/** 走访: one outing (场次) with its households. */
export const visit = defineLedger({
  name: 'visit',
  table: 'visit',
  book: 'teams',
  circle: 'households',
  shape: 2,
  stages: ['planned', 'visited'],
  stageOf: visitStage,
  needs: visitNeeds,
  fields,
  dayOf: (d) => d.visitedOn,
  derived: {
    visitorNames: {
      field: { kind: 'name', max: 2000, index: true },
      from: (d) =>
        d.visitors
          .map((v) => v.name ?? '')
          .filter(Boolean)
          .join('、') || null,
    },
    householdCount: {
      field: { kind: 'integer', index: true, travel: 'exact' },
      from: (d) => visitFigures(d).households,
    },
    peopleCount: { field: { kind: 'integer', travel: 'exact' }, from: (d) => visitFigures(d).people },
    leafletCount: { field: { kind: 'integer', travel: 'exact' }, from: (d) => visitFigures(d).leaflets },
    matterCount: {
      field: { kind: 'integer', travel: 'exact' },
      from: (d) => d.households.filter((h) => h.matter).length,
    },
    openMatterCount: {
      field: { kind: 'integer', index: true, travel: 'exact' },
      from: (d) => d.households.filter(isOpenMatter).length,
    },
    doneMatterCount: {
      field: { kind: 'integer', travel: 'exact' },
      from: (d) => d.households.filter((h) => h.matter !== null && !isOpenMatter(h)).length,
    },
  },
  // A list of doors to go to is the office's own.
  leaves: isVisited,
  locked: () => false,
  rules: visitProblems,
  fill: (next, before, path) => (path.startsWith('households') ? leafletsTakenOver(next, before) : next),
  countLists: { outings: 'visitKind', households: 'visitKind', teamOutings: 'team', teamHouseholds: 'team' },
  counts: (d) => {
    if (!isVisited(d)) return []
    const [period, category, amount] = [monthOf(d.visitedOn), d.kind ?? '', visitFigures(d).households]
    const ofTeam = (team: string) => [
      { period, measure: 'teamOutings', category: team, amount: 1 },
      { period, measure: 'teamHouseholds', category: team, amount },
    ]
    return [
      { period, measure: 'outings', category, amount: 1 },
      { period, measure: 'households', category, amount },
      ...(d.team === null ? [] : ofTeam(d.team)),
    ]
  },
  grid: [
    { field: 'visitedOn', width: 110 },
    { field: 'village', width: 130 },
    { field: 'householdGroup', width: 130 },
    { field: 'team', width: 90 },
    { field: 'kind', width: 90 },
    { field: 'topic', width: 220 },
    { field: 'visitorNames', width: 180 },
    { field: 'stage', width: 80 },
    { field: 'householdCount', width: 80 },
    { field: 'peopleCount', width: 80 },
    { field: 'leafletCount', width: 100 },
    { field: 'updatedAt', width: 140 },
  ],
  form: [
    {
      key: 'outing',
      fields: ['visitedOn', 'startTime', 'village', 'householdGroup', 'team', 'kind', 'topic', 'visitors', 'recorder'],
    },
    {
      key: 'households',
      fields: ['households', 'sheetFiled', 'countOnly', 'countedHouseholds', 'countedPeople', 'countedLeaflets'],
    },
    { key: 'notes', fields: ['remarks'] },
  ],
  title: 'village',
  sheet: {
    rows: 'households',
    settle: (d, filled) =>
      !filled.has('countOnly') && d.countedHouseholds !== null && d.households.length === 0
        ? { ...d, countOnly: true }
        : d,
  },
  order: { field: 'visitedOn', direction: 'desc' },
})
