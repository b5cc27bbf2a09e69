import type { State } from './upcast.ts'

type Parts = readonly State[]
/** What was written as 职务 before a team had a code of its own. */
const teamNames: Readonly<Record<string, string>> = {
  联户长: 'household',
  联车长: 'vehicle',
  联防长: 'street',
  楼户长: 'building',
  联铺长: 'shop',
}

function attendanceTo2(a: State): State {
  const team = typeof a.post === 'string' ? (teamNames[a.post] ?? null) : null
  return { ...a, member: null, team, post: team === null ? a.post : null }
}

/** Attendances know their team and their post in the roster; sessions their 参训单位 and where the signed sheet is. */
export const trainingTo2 = (state: State): State => ({
  ...state,
  audiences: [],
  materialsSigned: null,
  signSheetFiled: null,
  attendances: (state.attendances as Parts).map(attendanceTo2),
})

/** Outings of a team, outings of which only figures are known, and the day a matter was done. */
export const visitTo2 = (state: State): State => ({
  ...state,
  team: null,
  countOnly: null,
  countedHouseholds: null,
  countedPeople: null,
  countedLeaflets: null,
  sheetFiled: null,
  households: (state.households as Parts).map((h) => ({ ...h, matterDoneOn: null })),
})
