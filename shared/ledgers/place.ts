import type { Problem } from '../errors.ts'
import { levelOrder } from '../rules/places.ts'
import * as c from './codes.ts'
import type { DataOf } from './describe.ts'
import { code, date, defineLedger, list, paragraph, part, text } from './describe.ts'

const formerName = part('formerName', 'place_former_name', {
  name: text({ max: 60, needed: true, search: 'name' }),
  /** Its last day, where it is known. */
  until: date(),
})

const fields = {
  level: code('placeLevel', c.placeLevels, { needed: true, index: true }),
  /** 区划代码: nine digits for a township, twelve for a village; groups have none. */
  code: text({ max: 15, search: 'number', index: true }),
  name: text({ max: 60, needed: true, search: 'name', index: true }),
  /** The place above, as `pathOf` of `rules/places.ts` writes it; a name or a code is understood when it is saved. */
  under: text({ max: 120, search: 'words', index: true, place: 'any' }),
  formerNames: list(formerName),
  validFrom: date(),
  validUntil: date({ index: true }),
  mergedInto: text({ max: 120, place: 'any' }),
  mergedWhy: text({ max: 200 }),
  remarks: paragraph({ max: 2000 }),
}

export type PlaceData = DataOf<typeof fields>

/** By level, then by code; places without a code come after those that have one. */
const orderKey = (d: PlaceData): string | null =>
  d.level === null ? null : `${levelOrder(d.level)} ${d.code ?? `~${d.under ?? ''}`}`

/** What can be said of a place by itself; beside the others of the list `placeProblems` judges it. */
const placeRules = ({ code: typed, validFrom, validUntil }: PlaceData): readonly Problem[] => [
  ...(typed !== null && !/^\d{6,15}$/.test(typed)
    ? [{ path: 'code', code: 'placeCode', severity: 'error' } as const]
    : []),
  ...(validFrom !== null && validUntil !== null && validUntil < validFrom
    ? [
        {
          path: 'validUntil',
          code: 'dateOrder',
          severity: 'error',
          params: { step: 'validFrom', after: validFrom },
        } as const,
      ]
    : []),
]

/** 区划与单位: where the office works and whom it works with (domain 6.3). Names of before stay findable. */
export const place = defineLedger({
  name: 'place',
  table: 'place',
  book: 'teams',
  circle: 'teams',
  ofOffice: true,
  shape: 1,
  stages: ['saving'],
  stageOf: () => 'saving',
  // Nothing is found by a name that is 暂缺.
  needs: (d) => ['level', 'name', ...(d.mergedInto === null ? [] : ['validUntil'])],
  fields,
  derived: {
    orderKey: { field: { kind: 'text', max: 200, search: 'number', index: true }, from: orderKey },
    formerList: {
      field: { kind: 'text', max: 2000 },
      from: (d) => d.formerNames.flatMap((f) => f.name ?? []).join('、') || null,
    },
  },
  leaves: () => false,
  locked: () => false,
  rules: placeRules,
  countLists: {},
  counts: () => [],
  grid: [
    { field: 'code', width: 130 },
    { field: 'name', width: 180 },
    { field: 'under', width: 180 },
    { field: 'level', width: 90 },
    { field: 'formerList', width: 180 },
    { field: 'validFrom', width: 110 },
    { field: 'validUntil', width: 110 },
    { field: 'mergedInto', width: 160 },
    { field: 'updatedAt', width: 140 },
  ],
  form: [
    { key: 'place', fields: ['level', 'code', 'name', 'under', 'validFrom'] },
    { key: 'changes', fields: ['formerNames', 'validUntil', 'mergedInto', 'mergedWhy', 'remarks'] },
  ],
  title: 'name',
  order: { field: 'orderKey', direction: 'asc' },
})
