import assert from 'node:assert/strict'
import { test } from 'node:test'
import { migrations } from '../../electron/core/register/migrations.ts'
import type { Db } from '../../electron/core/register/open.ts'
import { upcast } from '../../electron/core/register/upcast.ts'
import { type LedgerName, ledgers } from '../../shared/ledgers/index.ts'
import type { TrainingData } from '../../shared/ledgers/training.ts'
import type { VisitData } from '../../shared/ledgers/visit.ts'
import { password, type TestOffice, unitOffice } from '../support/office.ts'
import { partOf, save, trainingOf, visitOf } from '../support/samples.ts'
import { takeBack } from '../support/takeBack.ts'

type State = Readonly<Record<string, unknown>>

const attendance = (post: string | null, state: TrainingData['attendances'][number]['state'], more = {}) =>
  partOf(ledgers.training.fields.attendances.part, { name: '示例学员', unit: '示例一村', post, state, ...more })
/** Trainings as shape 1 could hold them: teams were words written as 职务. */
const trainings: readonly Partial<TrainingData>[] = [
  {},
  { teams: ['household', 'vehicle', 'street', 'building', 'shop'] },
  {
    teams: ['household', 'shop'],
    attendances: [
      attendance('联户长', 'present'),
      attendance('联铺长', 'substitute', { substitute: '示例家人' }),
      attendance('楼户长', 'present'),
      attendance('联车长', 'leave'),
      attendance('联防长', 'absent'),
      attendance('村干部', 'present'),
      attendance(null, 'present'),
      attendance('联户长', null),
    ],
  },
  { attendances: [attendance('联户长', null)] },
  { teams: ['vehicle'], countOnly: true, countedPresent: 41 },
  { teams: ['vehicle', 'building'], countOnly: true, countedPresent: 86 },
  { form: 'handbook', materials: 300 },
  { form: 'handbook' },
  { materials: 12 },
]
const household = (values: Partial<VisitData['households'][number]>) =>
  partOf(ledgers.visit.fields.households.part, { door: '示例门', ...values })
const visits: readonly Partial<VisitData>[] = [
  {},
  { households: [household({}), household({ door: '示例户乙' })] },
  { households: [household({ peopleMet: 3 }), household({ door: '示例户乙' })] },
  { households: [household({ leaflets: 2 })] },
  { households: [household({ request: '路灯不亮' })] },
  { households: [household({ handledOnSpot: '已报电工' })] },
  {
    households: [
      household({ matter: '修路', matterUnit: '示例局', matterDueOn: '2026-12-01' }),
      household({ door: '示例户乙', matter: '修灯', matterUnit: '示例局', matterResult: '已修' }),
    ],
  },
]

/** What shape 1 did not have. */
const newer = {
  training: ['audiences', 'materialsSigned', 'signSheetFiled'],
  visit: ['team', 'countOnly', 'countedHouseholds', 'countedPeople', 'countedLeaflets', 'sheetFiled'],
  attendances: ['member', 'team'],
  households: ['matterDoneOn'],
} as const
const without = (state: State, names: readonly string[]): State =>
  Object.fromEntries(Object.entries(state).filter(([name]) => !names.includes(name)))
/** A payload as the program of that day wrote it. */
function shape1(ledger: 'training' | 'visit', data: unknown): State {
  const state = without(data as State, newer[ledger])
  const list = ledger === 'training' ? 'attendances' : 'households'
  return { ...state, [list]: (state[list] as readonly State[]).map((part) => without(part, newer[list])) }
}

/** The tables as they were before the step: its columns gone, and what the program of that day worked out itself. */
function before(db: Db): void {
  takeBack(db, migrations.length - migrations.findIndex((m) => m.name.startsWith('teams')))
  db.exec(`UPDATE training SET stage = 'saving'; UPDATE visit SET stage = 'saving', household_count =
    (SELECT count(*) FROM visit_household h WHERE h.parent = visit.k)`)
}

/** A row with all that is worked out of it, but not who saved it when. */
async function rowOf(t: TestOffice, ledger: LedgerName, id: string): Promise<State> {
  const db = await t.inspect()
  const row = db.prepare(`SELECT * FROM ${ledger} WHERE id = ?`).get(id) as State
  db.close()
  return without(row, ['revision', 'updated_at', 'updated_by', 'seq'])
}

for (const [ledger, cases, sample] of [
  ['training', trainings, trainingOf],
  ['visit', visits, visitOf],
] as const)
  test(`${ledger}: rows the migration changed are what today's program writes of the same payload read through its upcaster`, async () => {
    const t = await unitOffice()
    const old: { readonly id: string; readonly state: State }[] = []
    for (const values of cases) {
      const { id, data } = await save(t, ledger, sample(values as never))
      old.push({ id, state: shape1(ledger, data) })
    }
    await t.stop()
    await t.change(before)
    await t.restart()
    const { users } = await t.call('register.status', {})
    await t.call('session.signIn', { userId: users[0]?.id ?? '', password })
    for (const [i, { id, state }] of old.entries()) {
      const migrated = await t.call('record.get', { ledger, id })
      const read = upcast(ledger, 1, state)
      assert.deepEqual(migrated.data, read, `${ledger} ${i}: the record`)
      const row = await rowOf(t, ledger, id)
      await save(t, ledger, { ...read, remarks: '另存' }, { old: migrated })
      const anew = await rowOf(t, ledger, id)
      assert.deepEqual(
        without(row, ['remarks']),
        without(anew, ['remarks']),
        `${ledger} ${i}: what is worked out of it`,
      )
    }
    await t.dispose()
  })
