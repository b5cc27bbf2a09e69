import { type Matter, type MatterList, mostMatters } from '../../../../shared/contract/visits.ts'
import type { Input } from '../../../../shared/contract.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { AnyData, AnyPart } from '../../../../shared/ledgers/describe.ts'
import { isOpenMatter, type VisitData } from '../../../../shared/ledgers/visit.ts'
import { lastDay } from '../../../../shared/rules/dates.ts'
import { keep, refuseInvalid } from '../../calls/records.ts'
import { type Ctx, write } from '../../context.ts'
import { mayKnow, readRecord } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import type { StoredRecord } from '../../register/records.ts'
import { statement } from '../../register/statements.ts'

type Asked = Omit<Input<'visit.matters'>, 'ledger'>

const columns = `r.id, r.revision, h.position AS place, r.visited_on AS visitedOn, r.village, r.household_group AS householdGroup,
  h.door, h.matter, h.matter_unit AS unit, h.matter_due_on AS dueOn, h.matter_result AS result, h.matter_done_on AS doneOn`
const joined = 'FROM visit r CROSS JOIN visit_household h ON h.parent = r.k'
const known = mayKnow('visit', 'r')
const open = `${joined} WHERE r.open_matter_count > 0 AND h.matter IS NOT NULL AND h.matter_result IS NULL AND h.matter_done_on IS NULL AND ${known}`
// A result written without its day is looked for under the day of the outing.
const done = `${joined} WHERE r.visited_on <= $until AND h.matter IS NOT NULL AND (h.matter_result IS NOT NULL OR h.matter_done_on IS NOT NULL)
  AND coalesce(h.matter_done_on, r.visited_on) BETWEEN $from AND $until AND ${known}`
const orders = {
  open: 'ORDER BY h.matter_due_on IS NULL, h.matter_due_on, r.visited_on, r.k, h.position',
  done: 'ORDER BY coalesce(h.matter_done_on, r.visited_on) DESC, r.k DESC, h.position',
} as const
const wanted = { open, done } as const
const ofUnit = '($unit IS NULL OR h.matter_unit = $unit)'

/** Matters handed on from all outings, and the units they were handed to. */
export function mattersOf(db: Db, { state, from, until, unit }: Asked, userId: string): Omit<MatterList, 'today'> {
  const period = state === 'open' ? {} : { from: from ?? '', until: until ?? lastDay }
  const body = wanted[state]
  const chosen = { ...period, unit }
  const rows = statement(db, `SELECT ${columns} ${body} AND ${ofUnit} ${orders[state]} LIMIT ${mostMatters}`).all(
    userId,
    chosen,
  )
  const total = statement(db, `SELECT count(*) ${body} AND ${ofUnit}`).pluck().get(userId, chosen)
  const units = statement(db, `SELECT DISTINCT h.matter_unit ${body} AND h.matter_unit IS NOT NULL ORDER BY 1`)
    .pluck()
    .all(userId, ...(state === 'open' ? [] : [period]))
  return { rows: rows as readonly Matter[], total: Number(total), units: units as readonly string[] }
}

type Done = Omit<Input<'visit.matterDone'>, 'ledger'>

/** The outing with what became of one of its matters. Throws `not-found` where none is open at that place. */
function withResult(data: AnyData, { place, result, doneOn }: Done): AnyData {
  const found = (data as unknown as VisitData).households[place]
  if (found === undefined || !isOpenMatter(found)) throw new AppError('not-found')
  const households = (data.households as readonly AnyPart[]).with(place, {
    ...found,
    matterResult: result,
    matterDoneOn: doneOn,
  })
  return { ...data, households }
}

/** One save of the outing like any other: revision, rules and history as for its form. */
export function finishMatter(ctx: Ctx, done: Done): StoredRecord {
  const saved = write(ctx, (tx) => {
    const old = readRecord(tx.db, 'visit', done.id, ctx.session)
    // Over a newer revision the save is refused as such, whatever stands at that place by now.
    const data = old.revision === done.revision ? withResult(old.data, done) : old.data
    refuseInvalid(ctx, 'visit', data)
    return keep(ctx, tx, { ledger: 'visit', id: done.id, revision: done.revision, data })
  })
  ctx.emit({ type: 'changed', what: 'visit' })
  return saved
}
