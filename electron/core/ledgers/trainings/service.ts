import type { Problem } from '../../../../shared/errors.ts'
import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import type { TrainingData } from '../../../../shared/ledgers/training.ts'
import { quarterOf, yearOf } from '../../../../shared/rules/dates.ts'
import { tenureProblems } from '../../../../shared/rules/training.ts'
import type { Reader } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import { type LedgerService, plainService } from '../service.ts'
import { tenuresOf } from './roster.ts'
import { type Numbered, numberedIn } from './sessions.ts'

/** What the register is asked about a session. */
export interface Asked {
  /** Null for one not saved yet. */
  readonly id: string | null
  readonly heldOn: string | null
  readonly endsOn: string | null
  readonly ordinal: number | null
  readonly teams: readonly string[]
  readonly audiences: readonly string[]
  readonly members: readonly { readonly member: string | null; readonly name: string | null }[]
}

const askedOf = (id: string | null, d: TrainingData): Asked => ({
  id,
  heldOn: d.heldOn,
  endsOn: d.endsOn,
  ordinal: d.ordinal,
  teams: d.teams ?? [],
  audiences: d.audiences.flatMap(({ unit }) => unit ?? []),
  members: d.attendances,
})

/** Sessions that one of the same people may have been called to: one team in common, and a unit in common. */
const isFor = (s: Numbered, team: string, audiences: readonly string[]): boolean =>
  s.teams.includes(team) &&
  (s.audiences.length === 0 || audiences.length === 0 || s.audiences.some((u) => audiences.includes(u)))

function othersOf(db: Db, { id, heldOn }: Pick<Asked, 'id' | 'heldOn'>): readonly Numbered[] {
  const [year, quarter] = [yearOf(heldOn), quarterOf(heldOn)]
  return year === null || quarter === null ? [] : numberedIn(db, year, quarter).filter((s) => s.id !== id)
}

/** 第几次 after the sessions before it in the quarter; null where teams of a joint session are not equally far. */
function proposedOrdinal(db: Db, asked: Asked): number | null {
  const { heldOn, teams, audiences } = asked
  if (heldOn === null) return null
  const others = othersOf(db, asked).filter((s) => s.heldOn <= heldOn)
  const counts = new Set(teams.map((team) => others.filter((s) => isFor(s, team, audiences)).length))
  const [only] = counts
  return counts.size === 1 && only !== undefined ? only + 1 : null
}

function ordinalProblems(db: Db, asked: Asked): readonly Problem[] {
  const { ordinal, teams, audiences } = asked
  if (ordinal === null) return []
  const same = othersOf(db, asked).find((s) => s.ordinal === ordinal && teams.some((team) => isFor(s, team, audiences)))
  if (same === undefined) return []
  const params = { ordinal, topic: same.topic }
  return [{ path: 'ordinal', code: 'ordinalTaken', severity: 'warning', params }]
}

/** What only the register can say of a session: posts not held on its day, 第几次 given twice. */
export function registerProblems(db: Db, asked: Asked, reader: Reader): readonly Problem[] {
  const tenures = tenuresOf(
    db,
    asked.members.map((m) => m.member),
    reader,
  )
  return [...tenureProblems({ ...asked, attendances: asked.members }, tenures), ...ordinalProblems(db, asked)]
}

const asTraining = (data: AnyData): TrainingData => data as unknown as TrainingData

/** 培训: a new session gets its 第几次 where nobody wrote one. */
export const trainingService: LedgerService = {
  ...plainService,
  settle: (db, old, next) => {
    const d = asTraining(next)
    if (old !== null || d.ordinal !== null || d.absent.ordinal !== undefined) return next
    return { ...next, ordinal: proposedOrdinal(db, askedOf(null, d)) }
  },
  warnings: (db, { id, data }, reader) => registerProblems(db, askedOf(id, asTraining(data)), reader),
}
