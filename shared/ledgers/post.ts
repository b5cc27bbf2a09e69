import { yearOf } from '../rules/dates.ts'
import { filledPost, postProblems } from '../rules/post.ts'
import * as c from './codes.ts'
import type { DataOf } from './describe.ts'
import {
  code,
  codes,
  creditCode,
  date,
  defineLedger,
  idNumber,
  integer,
  name,
  paragraph,
  phone,
  reference,
  text,
} from './describe.ts'

const fields = {
  team: code('team', c.teams, { needed: true, travel: 'exact', index: true }),
  groupNo: text({ max: 20, travel: 'exact', search: 'words', index: true }),
  groupName: text({ max: 40, travel: 'exact', search: 'words', index: true }),
  /** 所属乡镇街道, where it is not this office: a managing department's teams work all over the city. */
  township: text({ max: 60, search: 'words', index: true, place: ['township', 'street'] }),
  village: text({ max: 60, search: 'words', index: true, place: ['village', 'community'] }),
  grid: text({ max: 60, search: 'words', place: ['grid'] }),
  /** Households, shops, vehicles, workers or buildings of the group; about ten, never enforced. */
  size: integer({ max: 99999, travel: 'exact' }),
  name: name({ needed: true, search: 'name', index: true }),
  otherName: name({ search: 'name' }),
  tibetanName: name({ search: 'name' }),
  sex: code('sex', c.sexes),
  birthDate: date(),
  idNumber: idNumber({ search: 'number' }),
  phone: phone({ search: 'number' }),
  languages: codes('language', c.languages),
  /** The three who manage a team (domain 0): 行业主管部门, 街道（社区）, 辖区派出所. */
  department: text({ max: 60, travel: 'exact', search: 'words', index: true, place: ['department'] }),
  community: text({ max: 60, place: ['street', 'community'] }),
  policeStation: text({ max: 60 }),
  company: text({ max: 80, search: 'words' }),
  shopName: text({ max: 80, search: 'words' }),
  creditCode: creditCode(),
  building: text({ max: 80, search: 'words' }),
  roadSection: text({ max: 80, search: 'words' }),
  selectedOn: date({ needed: true, travel: 'exact', index: true }),
  selectionWay: code('selectionWay', c.selectionWays),
  approvedBy: text({ max: 60 }),
  /** The first day the post was no longer held. */
  leftOn: date({ travel: 'exact', index: true }),
  leavingReason: text({ max: 200 }),
  replaces: reference('post'),
  remarks: paragraph({ max: 2000 }),
}

export type PostData = DataOf<typeof fields>

/** Groups are called 7, 7组, 第12组: by number where there is one. */
export const groupOrder = ({ groupNo }: Pick<PostData, 'groupNo'>): number | null => {
  const digits = /\d{1,9}/.exec(groupNo ?? '')
  return digits === null ? null : Number(digits[0])
}

/** 队伍名册, domain 5.1: one record is one person's time in one post; who follows gets a record of their own. */
export const post = defineLedger({
  name: 'post',
  table: 'post',
  book: 'teams',
  circle: 'teams',
  shape: 1,
  stages: ['serving', 'left'],
  stageOf: (d) => (d.leftOn === null ? 'serving' : 'left'),
  needs: (d) => (d.leftOn === null ? [] : ['leavingReason']),
  fields,
  // Somebody who serves today serves in a place of today.
  dayOf: (d) => d.leftOn,
  derived: {
    groupOrder: { field: { kind: 'integer', index: true }, from: groupOrder },
    /** 1 for somebody who leads a group, which has a number or a name. */
    groupCount: {
      field: { kind: 'integer', travel: 'exact' },
      from: (d) => (d.groupNo === null && d.groupName === null ? 0 : 1),
    },
    birthYear: { field: { kind: 'integer' }, from: (d) => yearOf(d.birthDate) },
  },
  leaves: () => true,
  locked: () => false,
  rules: postProblems,
  fill: filledPost,
  countLists: { posts: 'team' },
  counts: (d) => [{ period: d.selectedOn?.slice(0, 7) ?? '', measure: 'posts', category: d.team ?? '', amount: 1 }],
  grid: [
    { field: 'team', width: 90 },
    { field: 'groupNo', width: 80 },
    { field: 'groupName', width: 130 },
    { field: 'name', width: 130 },
    { field: 'birthYear', width: 80 },
    { field: 'village', width: 130 },
    { field: 'department', width: 130 },
    { field: 'size', width: 130 },
    { field: 'selectedOn', width: 105 },
    { field: 'leftOn', width: 105 },
    { field: 'stage', width: 80 },
    { field: 'updatedAt', width: 140 },
  ],
  form: [
    { key: 'group', fields: ['team', 'groupNo', 'groupName', 'size', 'township', 'village', 'grid'] },
    {
      key: 'person',
      fields: [
        ...['name', 'sex', 'birthDate', 'idNumber', 'phone', 'languages', 'otherName', 'tibetanName'],
        ...['company', 'shopName', 'creditCode', 'building', 'roadSection'],
      ],
    },
    {
      key: 'tenure',
      fields: ['selectedOn', 'selectionWay', 'approvedBy', 'leftOn', 'leavingReason'],
    },
    { key: 'managers', fields: ['department', 'community', 'policeStation'] },
    { key: 'notes', fields: ['remarks'] },
  ],
  title: 'name',
  order: { field: 'groupOrder', direction: 'asc' },
})
