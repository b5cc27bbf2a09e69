import type { Row } from '../../../shared/contract/records.ts'
import { teams } from '../../../shared/ledgers/codes.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import type { Team } from '../../core/sample/posts.ts'
import type { Station } from '../demo/stations.ts'

/** The teams' figures as the recipient counts them over the rows that arrived. */
export interface CityFigures {
  /** Units whose rows are held. */
  readonly units: number
  /** Serving members; those who left are apart. */
  readonly posts: number
  readonly byTeam: Readonly<Record<Team, number>>
  readonly left: number
  readonly trainings: number
  /** 人次: members and those who sat in for them. */
  readonly attendances: number
  /** 场次. */
  readonly outings: number
  /** 户次. */
  readonly households: number
}

const pageRows = 500
/** Every merged row of a ledger, as a window turns its pages. */
export async function rowsHeld(recipient: Station, ledger: LedgerName): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (;;) {
    const page = await recipient.call('city.page', { ledger, offset: rows.length, limit: pageRows })
    rows.push(...page.rows)
    if (page.rows.length < pageRows) return rows
  }
}

const sumOf = (rows: readonly Row[], field: string): number =>
  rows.reduce((sum, row) => sum + (typeof row[field] === 'number' ? row[field] : 0), 0)

export async function figuresAt(recipient: Station): Promise<CityFigures> {
  const [posts, trainings, outings] = [
    await rowsHeld(recipient, 'post'),
    await rowsHeld(recipient, 'training'),
    await rowsHeld(recipient, 'visit'),
  ]
  const serving = posts.filter((row) => row.leftOn === null)
  const byTeam = teams.map((team) => [team, serving.filter((row) => row.team === team).length] as const)
  return {
    units: new Set([...posts, ...trainings, ...outings].map((row) => row.unitName)).size,
    posts: serving.length,
    byTeam: Object.fromEntries(byTeam) as CityFigures['byTeam'],
    left: posts.length - serving.length,
    trainings: trainings.length,
    attendances: sumOf(trainings, 'presentCount'),
    outings: outings.length,
    households: sumOf(outings, 'householdCount'),
  }
}
