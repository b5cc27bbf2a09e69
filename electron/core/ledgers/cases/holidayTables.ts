import type { HolidayView } from '../../../../shared/contract/clocks.ts'
import { type HolidayTable, holidayLayers } from '../../../../shared/rules/calendar.ts'
import { builtInHolidays } from '../../../../shared/rules/holidayTables.ts'
import type { Db } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'
import type { Tx } from '../../register/unitOfWork.ts'

type Key = Pick<HolidayTable, 'layer' | 'year'>
const keyOf = ({ layer, year }: Key): string => `${layer} ${year}`

interface Row extends Key {
  readonly body: string | null
}
const rowsOf = (db: Db): readonly Row[] =>
  statement(db, 'SELECT layer, year, body FROM holiday_table').all() as readonly Row[]

const viewOf = ({ layer, year, body }: Row, builtIn: HolidayTable | undefined): HolidayView | null => {
  if (body !== null) return { ...(JSON.parse(body) as HolidayTable), layer, year, state: 'imported' }
  return builtIn === undefined ? null : { ...builtIn, state: 'removed' }
}

/** All arrangements, those of the office over the built-in ones; newest year first, the national layer first. */
export function holidaysOf(db: Db): readonly HolidayView[] {
  const views = new Map<string, HolidayView>(builtInHolidays.map((t) => [keyOf(t), { ...t, state: 'builtIn' }]))
  for (const row of rowsOf(db)) {
    const view = viewOf(row, views.get(keyOf(row)))
    if (view !== null) views.set(keyOf(row), view)
  }
  const rank = (v: HolidayView) => holidayLayers.indexOf(v.layer)
  return [...views.values()].toSorted((a, b) => b.year - a.year || rank(a) - rank(b))
}

/** Those that count. */
export const countingHolidays = (db: Db): readonly HolidayTable[] =>
  holidaysOf(db).filter((view) => view.state !== 'removed')

/** Keeps the office's word on one year of a layer: a table of its own, or null for none at all. */
export function storeHolidays(tx: Tx, { layer, year }: Key, table: HolidayTable | null): void {
  statement(
    tx.db,
    `INSERT INTO holiday_table (layer, year, body, at, "by") VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (layer, year) DO UPDATE SET body = excluded.body, at = excluded.at, "by" = excluded."by"`,
  ).run(layer, year, table === null ? null : JSON.stringify(table), tx.at, tx.by)
}

/** Forgets the office's word: the built-in table counts again, where there is one. */
export function dropHolidays(tx: Tx, { layer, year }: Key): void {
  statement(tx.db, 'DELETE FROM holiday_table WHERE layer = ? AND year = ?').run(layer, year)
}
