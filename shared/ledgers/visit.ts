import { monthOf } from '../rules/dates.ts'
import * as c from './codes.ts'
import type { DataOf } from './describe.ts'
import { code, date, defineLedger, integer, list, name, paragraph, part, text, time } from './describe.ts'

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
})

const fields = {
  visitedOn: date({ needed: true, travel: 'exact', index: true }),
  startTime: time(),
  village: text({ max: 60, search: 'words', index: true }),
  householdGroup: text({ max: 60, search: 'words' }),
  kind: code('visitKind', c.visitKinds, { needed: true, travel: 'exact', index: true }),
  topic: text({ max: 120, travel: 'exact', search: 'words' }),
  visitors: list(visitor, { travel: { as: 'count' }, needed: true }),
  recorder: name(),
  households: list(household),
  remarks: paragraph({ max: 2000 }),
}

export type VisitData = DataOf<typeof fields>

const total = (d: VisitData, field: 'peopleMet' | 'leaflets'): number =>
  d.households.reduce((sum, h) => sum + (h[field] ?? 0), 0)

/** 走访: one outing (场次) with its households. */
export const visit = defineLedger({
  name: 'visit',
  table: 'visit',
  book: 'teams',
  circle: 'households',
  shape: 1,
  stages: ['saving'],
  stageOf: () => 'saving',
  fields,
  derived: {
    visitorNames: {
      field: { kind: 'name', max: 2000, index: true },
      from: (d) =>
        d.visitors
          .map((v) => v.name ?? '')
          .filter(Boolean)
          .join('、') || null,
    },
    householdCount: { field: { kind: 'integer', index: true, travel: 'exact' }, from: (d) => d.households.length },
    peopleCount: { field: { kind: 'integer', travel: 'exact' }, from: (d) => total(d, 'peopleMet') },
    leafletCount: { field: { kind: 'integer', travel: 'exact' }, from: (d) => total(d, 'leaflets') },
    matterCount: {
      field: { kind: 'integer', travel: 'exact' },
      from: (d) => d.households.filter((h) => h.matter).length,
    },
  },
  leaves: () => true,
  locked: () => false,
  countLists: { outings: 'visitKind', households: 'visitKind' },
  counts: (d) => [
    { period: monthOf(d.visitedOn), measure: 'outings', category: d.kind ?? '', amount: 1 },
    { period: monthOf(d.visitedOn), measure: 'households', category: d.kind ?? '', amount: d.households.length },
  ],
  grid: [
    { field: 'visitedOn', width: 110 },
    { field: 'village', width: 130 },
    { field: 'householdGroup', width: 130 },
    { field: 'kind', width: 90 },
    { field: 'topic', width: 220 },
    { field: 'visitorNames', width: 180 },
    { field: 'householdCount', width: 80 },
    { field: 'peopleCount', width: 80 },
    { field: 'leafletCount', width: 100 },
    { field: 'updatedAt', width: 140 },
  ],
  form: [
    {
      key: 'outing',
      fields: ['visitedOn', 'startTime', 'village', 'householdGroup', 'kind', 'topic', 'visitors', 'recorder'],
    },
    { key: 'households', fields: ['households'] },
    { key: 'notes', fields: ['remarks'] },
  ],
  title: 'village',
  order: { field: 'visitedOn', direction: 'desc' },
})
