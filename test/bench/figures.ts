import * as fs from 'node:fs'
import * as path from 'node:path'
import { createOffice } from '../../electron/core/office.ts'
import { type Db, openRegister } from '../../electron/core/register/open.ts'
import { sampleUser } from '../../electron/core/sample/township.ts'
import type { FigureGroup } from '../../shared/rules/figures.ts'
import type { Line } from './line.ts'
import { interleaved } from './measure.ts'
import { type Bench, benchClock, benchHost, callOffice, kdfCost, keyOf } from './registers.ts'

const units = 10
const years = 20
/** Records of one unit in one year. */
const perYear = { post: 100, training: 60, visit: 500, duty: 100, meeting: 12 } as const
type Table = keyof typeof perYear
const teams = ['household', 'vehicle', 'street', 'building', 'shop'] as const

const dayOf = (year: number, i: number): string =>
  `${2007 + year}-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`

/** Columns of one merged row; posts change hands every four years. */
function rowOf(table: Table, year: number, i: number): Readonly<Record<string, string | number | null>> {
  const [day, team] = [dayOf(year, i), teams[i % 5] ?? null]
  const joint = JSON.stringify(i % 3 === 0 ? [team, 'shop'] : [team])
  switch (table) {
    case 'post': {
      const left = year + 4 < years ? dayOf(year + 4, i) : null
      const named = { group_no: `${i}组`, group_name: `示例${i % 9}村第${i}组`, department: `示例${i % 7}局` }
      return { team, ...named, selected_on: day, left_on: left, group_count: 1 }
    }
    case 'training':
      return { held_on: day, teams: joint, present_count: 30, household_present: 10, shop_present: 20 }
    case 'visit':
      return { visited_on: day, team, household_count: 8, people_count: 12, leaflet_count: 9, matter_count: i % 2 }
    case 'duty':
      return { duty_on: day, teams: joint, event: i % 4 === 0 ? '示例节' : null, person_times: 5 }
    case 'meeting':
      return { held_on: day }
  }
}

/** Straight into the merged tables: how they got there is measured elsewhere. */
function fill(db: Db): void {
  const head = ['station', 'handed_id', 'epoch', 'seq', 'revision', 'level', 'unit_name']
  db.exec('BEGIN')
  for (const table of Object.keys(perYear) as Table[]) {
    const own = Object.keys(rowOf(table, 0, 0))
    const all = [...head, ...own]
    const insert = db.prepare(`INSERT INTO city_${table} (${all}) VALUES (${all.map(() => '?')})`)
    for (let unit = 0; unit < units; unit += 1)
      for (let year = 0; year < years; year += 1)
        for (let i = 0; i < perYear[table]; i += 1) {
          const ids = [`s${unit}`, `${unit}-${year}-${i}`, 'e', 1, 1, 'public', `示例${unit}乡`]
          insert.run(...ids, ...Object.values(rowOf(table, year, i)))
        }
  }
  db.exec('COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)')
}

async function newCity(bench: Bench) {
  const dir = path.join(bench.dir, 'figures')
  fs.mkdirSync(dir, { recursive: true })
  const dataDir = path.join(dir, 'data')
  const options = { dataDir, host: benchHost(bench.dir), clock: benchClock, log: () => undefined, kdfCost }
  const making = await createOffice(options)
  await callOffice(making, 'register.create', {
    ...{ kind: 'recipient', sample: true, unitName: '示例市政法委', unitCode: '990000', book: 'teams', committee: '' },
    ...{ adminName: sampleUser.name, password: sampleUser.password },
  })
  await making.close()
  const { key, userId } = await keyOf(dir)
  const register = await openRegister(path.join(dataDir, 'register'), key, { create: false })
  fill(register.db)
  const office = await createOffice(options)
  await callOffice(office, 'session.signIn', { userId, password: sampleUser.password })
  return { office, register, dir }
}

/** The same numbers without teams, places, periods or filters: one row from each table. */
const plainSums: Readonly<Record<Table, string>> = {
  post: 'sum(group_count)',
  training: 'sum(present_count), sum(undivided_present)',
  visit: 'sum(household_count), sum(people_count), sum(leaflet_count), sum(matter_count), sum(done_matter_count)',
  duty: 'sum(person_times)',
  meeting: 'count(held_on)',
}
const rows = units * years * Object.values(perYear).reduce((a, b) => a + b, 0)

/** 统计 of ten units over twenty years at their recipient, against one plain sum of each table in the same run. */
export async function figures([bench]: readonly Bench[]): Promise<readonly Line[]> {
  if (!bench) return []
  const { office, register, dir } = await newCity(bench)
  const plain = (Object.keys(plainSums) as Table[]).map((t) =>
    register.db.prepare(`SELECT count(*), ${plainSums[t]} FROM city_${t}`),
  )
  const periods = {
    'all years': { from: null, until: null },
    'one year': { from: '2026-01-01', until: '2026-12-31' },
  }
  const lines: Line[] = []
  for (const [name, period] of Object.entries(periods))
    for (const by of ['team', 'unit', 'department', 'event', 'quarter', 'year'] as const satisfies FigureGroup[]) {
      const { ours, bare } = await interleaved(
        9,
        () => callOffice(office, 'figures.view', { book: 'teams', by, ...period }),
        () => plain.map((s) => s.get()),
      )
      const found = { area: 'figures', cases: null, rows, unit: 'ms' as const }
      lines.push({
        ...found,
        name: `${name}, by ${by}`,
        ours: ours.median,
        bare: bare.median,
        target: period.from === null ? 5 : 1,
      })
    }
  await register.close()
  await office.close()
  fs.rmSync(dir, { recursive: true })
  return lines
}
