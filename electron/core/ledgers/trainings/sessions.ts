import type { TrainingData } from '../../../../shared/ledgers/training.ts'
import { type QuarterSession, quarterDays } from '../../../../shared/rules/quarterTrainings.ts'
import { isHeld } from '../../../../shared/rules/training.ts'
import { mayKnow, type Reader } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import { loadRecord } from '../../register/records.ts'
import { statement } from '../../register/statements.ts'

const idsSql = `SELECT r.id FROM training r WHERE r.held_on BETWEEN ? AND ? AND ${mayKnow('training', 'r')}
  ORDER BY r.held_on, r.start_time, r.k`

function asSession(id: string, d: TrainingData): QuarterSession {
  return {
    id,
    heldOn: d.heldOn ?? '',
    topic: d.topic ?? '',
    form: d.form,
    teams: d.teams ?? [],
    audiences: d.audiences.flatMap(({ unit }) => (unit === null ? [] : [unit])),
    held: isHeld(d),
    countOnly: d.countOnly === true,
    countedPresent: d.countedPresent,
    attendances: d.attendances,
  }
}

/** The sessions of a calendar quarter, in the order of their days. */
export function sessionsOf(db: Db, year: number, quarter: number, reader: Reader): readonly QuarterSession[] {
  const { from, until } = quarterDays(year, quarter)
  const ids = statement(db, idsSql).pluck().all(from, until, reader.userId) as readonly string[]
  return ids.flatMap((id) => {
    const record = loadRecord(db, 'training', id)
    return record === null ? [] : [asSession(id, record.data as unknown as TrainingData)]
  })
}

const othersSql = `SELECT r.id, r.topic, r.held_on AS heldOn, r.ordinal, r.teams,
  (SELECT json_group_array(a.unit) FROM training_audience a WHERE a.parent = r.k) AS audiences
  FROM training r WHERE r.held_on BETWEEN ? AND ? ORDER BY r.held_on, r.k`

export interface Numbered {
  readonly id: string
  readonly topic: string
  readonly heldOn: string
  readonly ordinal: number | null
  readonly teams: readonly string[]
  readonly audiences: readonly string[]
}
/** Every session of a quarter with its 第几次, for counting only. */
export function numberedIn(db: Db, year: number, quarter: number): readonly Numbered[] {
  const { from, until } = quarterDays(year, quarter)
  const rows = statement(db, othersSql).all(from, until) as readonly (Omit<Numbered, 'teams' | 'audiences'> & {
    readonly teams: string | null
    readonly audiences: string
  })[]
  return rows.map((r) => ({
    ...r,
    topic: r.topic ?? '',
    teams: r.teams === null ? [] : (JSON.parse(r.teams) as string[]),
    audiences: JSON.parse(r.audiences) as string[],
  }))
}
