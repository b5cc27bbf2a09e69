import type { MeasureName, Team } from '../../../shared/rules/figures.ts'
import type { Station } from '../demo/stations.ts'

/** The teams' figures as the recipient counts them over the rows that arrived: what its 统计 page shows. */
export interface CityFigures {
  /** Units whose rows are held. */
  readonly units: number
  /** Serving members; those who left are apart. */
  readonly posts: number
  readonly byTeam: Readonly<Record<Team, number>>
  readonly left: number
  /** 场次; a joint session is one. */
  readonly trainings: number
  /** 人次: members, those who sat in for them, and guests. */
  readonly attendances: number
  /** 场次. */
  readonly outings: number
  /** 户次. */
  readonly households: number
}

export async function figuresAt(recipient: Station): Promise<CityFigures> {
  const ever = { book: 'teams', from: null, until: null } as const
  const byTeam = await recipient.call('figures.view', { ...ever, by: 'team' })
  const byUnit = await recipient.call('figures.view', { ...ever, by: 'unit' })
  const who = [{ field: 'leftOn', op: 'notBlank' }] as const
  const total = (measure: MeasureName): number => byTeam.total[measure] ?? 0
  return {
    units: byUnit.rows.filter((row) => row.key !== '').length,
    posts: total('serving'),
    byTeam: Object.fromEntries(
      byTeam.rows.flatMap(({ key, values }) => (key === '' ? [] : [[key, values.serving ?? 0]])),
    ) as CityFigures['byTeam'],
    left: (await recipient.call('city.page', { ledger: 'post', filters: [...who], limit: 1 })).total,
    trainings: total('sessions'),
    attendances: total('attendances'),
    outings: total('outings'),
    households: total('households'),
  }
}
