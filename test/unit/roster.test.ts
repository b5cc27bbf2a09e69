import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { RecordView } from '../../shared/contract/records.ts'
import type { Output } from '../../shared/contract.ts'
import type { Problem } from '../../shared/errors.ts'
import type { PostData } from '../../shared/ledgers/post.ts'
import { daysAfter } from '../../shared/rules/dates.ts'
import { groupKey, leadersOn, lineOf } from '../../shared/rules/tenures.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'
import { postOf, save } from '../support/samples.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const ledger = 'post'
let villages = 0
/** A village of its own, so that tests do not meet. */
const freshVillage = (): string => {
  villages += 1
  return `示例${villages}村`
}
const register = (values: Partial<PostData>): Promise<RecordView> => save(t, ledger, postOf(values))
const at = ({ id, revision }: RecordView) => ({ ledger, id, revision }) as const
const replace = (old: RecordView, on: string, name: string, selectedOn: string | null = null) =>
  t.call('post.replace', { ...at(old), on, reason: '外出务工', successor: { name, selectedOn } })
const problemsOf = async (input: object): Promise<readonly string[]> => {
  const { code, details } = await t.refusal('post.replace', { ledger, reason: '外出务工', ...input })
  assert.equal(code, 'record-invalid')
  return (details.problems as readonly Problem[]).map((p) => `${p.path} ${p.code}`)
}
const lineFor = async (id: string): Promise<Output<'post.line'>['tenures']> =>
  (await t.call('post.line', { ledger, id })).tenures
const leaders = (tenures: Output<'post.line'>['tenures'], day: string) => leadersOn(tenures, day).map((x) => x.name)

test('a replacement ends one post and makes the other; the former head stays in the book', async () => {
  const village = freshVillage()
  const managers = { department: '示例局', community: '示例社区', policeStation: '示例派出所' }
  const old = await register({
    village,
    name: '才让·示例',
    selectedOn: '2024-01-05',
    size: 12,
    phone: '09410000001',
    ...managers,
  })
  const { left, successor, gapDays } = await replace(old, '2026-03-01', '卓玛·示例')
  assert.equal(gapDays, 0)
  assert.deepEqual(
    [left.stage, left.data.name, left.data.leftOn, left.data.leavingReason],
    ['left', '才让·示例', '2026-03-01', '外出务工'],
  )
  const { name, groupNo, size, phone, selectedOn, replaces, department, community, policeStation } = successor.data
  assert.deepEqual(
    [name, groupNo, size, phone, selectedOn, replaces],
    ['卓玛·示例', '7', 12, null, '2026-03-01', old.id],
  )
  assert.deepEqual({ department, community, policeStation }, managers)
  const line = await lineFor(old.id)
  assert.deepEqual(await lineFor(successor.id), line)
  assert.deepEqual(
    ['2024-01-04', '2024-01-05', '2026-02-28', '2026-03-01'].map((day) => leaders(line, day)),
    [[], ['才让·示例'], ['才让·示例'], ['卓玛·示例']],
  )
  const history = await t.call('record.history', { ledger, id: old.id })
  assert.ok(history.some((h) => h.event === 'post.replaced'))
})

test('the successor has the name, number and birth date of their own; a wrong number is named where it was typed', async () => {
  const old = await register({ village: freshVillage(), idNumber: '990031197508153020', birthDate: '1975-08-15' })
  const wrong = { name: '示例', idNumber: '990011199001010017' }
  assert.deepEqual(await problemsOf({ ...at(old), on: '2026-03-01', successor: wrong }), [
    'successor.idNumber idCheckDigit',
  ])
  const { data } = await t.call('record.get', { ledger, id: old.id })
  assert.equal(data.leftOn, null, 'a refused replacement ends nothing')
  const successor = { name: '示例', idNumber: '990031197508153020' }
  const made = await t.call('post.replace', { ...at(old), on: '2026-03-01', reason: '更正', successor })
  assert.deepEqual([made.successor.data.sex, made.successor.data.birthDate], ['2', '1975-08-15'])
})

test('refused with words: before the appointment, already left, a successor before the predecessor left', async () => {
  const old = await register({ village: freshVillage(), selectedOn: '2026-02-01' })
  const successor = { name: '卓玛·示例' }
  assert.deepEqual(await problemsOf({ ...at(old), on: '2026-01-31', successor }), ['leftOn endedBeforeSelected'])
  const early = { ...successor, selectedOn: '2026-02-28' }
  assert.deepEqual(await problemsOf({ ...at(old), on: '2026-03-01', successor: early }), [
    'successor.selectedOn successorTooEarly',
  ])
  const left = await t.call('post.end', { ...at(old), on: '2026-03-01', reason: '年龄原因' })
  assert.deepEqual(await problemsOf({ ...at(left), on: '2026-04-01', successor }), ['leftOn alreadyLeft'])
  const stale = await t.refusal('post.end', { ...at(old), on: '2026-04-01', reason: '年龄原因' })
  assert.equal(stale.code, 'revision-conflict')
  assert.equal((await lineFor(old.id)).length, 1)
})

test('a vacancy is allowed and named; the group without a head is on its list until somebody leads it', async () => {
  const village = freshVillage()
  const old = await register({ village, selectedOn: '2025-01-01' })
  const vacantOn = async (on: string) => (await t.call('post.vacant', { ledger, on, village })).rows
  const { gapDays, successor } = await replace(old, '2026-03-01', '卓玛·示例', '2026-03-11')
  assert.equal(gapDays, 10)
  const items = lineOf(await lineFor(successor.id))
  assert.deepEqual(
    items.map((i) => (i.kind === 'gap' ? [i.from, i.until, i.days] : i.tenure.name)),
    ['卓玛·示例', ['2026-03-01', '2026-03-10', 10], '才让·示例'],
  )
  assert.deepEqual(
    (await vacantOn('2026-03-05')).map((v) => [v.lastName, v.since, v.reason, v.last]),
    [['才让·示例', '2026-03-01', '外出务工', old.id]],
  )
  assert.deepEqual(await vacantOn('2026-03-11'), [])
  assert.deepEqual(await vacantOn('2026-02-28'), [])
})

test('two may lead a group for a time: said as a warning, never refused', async () => {
  const village = freshVillage()
  const first = await register({ village, groupNo: '第7组', selectedOn: '2025-01-01' })
  const second = await register({ village, groupNo: '7', name: '卓玛·示例', selectedOn: '2026-01-01' })
  const warned = second.warnings.filter((w) => w.code === 'twoLead')
  assert.deepEqual(
    warned.map((w) => w.params),
    [{ name: '才让·示例', from: '2025-01-01', until: '' }],
  )
  const left = { ...(first.data as unknown as PostData), leftOn: '2026-01-01', leavingReason: '更换' }
  await save(t, ledger, left, { old: first })
  const now = await t.call('record.get', { ledger, id: second.id })
  assert.deepEqual(
    now.warnings.filter((w) => w.code === 'twoLead'),
    [],
  )
})

test('the roster is of its day, counted by team; the changes of a period say who followed whom', async () => {
  const village = freshVillage()
  const old = await register({ village, selectedOn: '2025-01-01' })
  await register({ village, team: 'shop', groupNo: '1', name: '桑吉·示例', selectedOn: '2026-02-01' })
  const gone = await register({ village, groupNo: '9', name: '旦增·示例', selectedOn: '2025-01-01' })
  await replace(old, '2026-03-01', '卓玛·示例', '2026-03-11')
  await t.call('post.end', { ...at(gone), on: '2026-03-20', reason: '搬迁' })
  const rosterOn = async (on: string) => {
    const page = await t.call('post.roster', {
      ledger,
      on,
      filters: [{ field: 'village', op: 'equals', value: village }],
    })
    return {
      names: page.rows.map((r) => r.name).sort(),
      byTeam: page.byTeam.filter((x) => x.count > 0),
      total: page.total,
    }
  }
  assert.deepEqual(await rosterOn('2026-02-28'), {
    names: ['才让·示例', '旦增·示例', '桑吉·示例'].sort(),
    byTeam: [
      { team: 'household', count: 2 },
      { team: 'shop', count: 1 },
    ],
    total: 3,
  })
  assert.deepEqual((await rosterOn('2026-03-20')).names, ['卓玛·示例', '桑吉·示例'].sort())
  const changes = async (from: string, until: string) =>
    (await t.call('post.changes', { ledger, from, until, village })).rows.map((r) => [
      r.kind,
      r.name,
      r.on,
      r.other,
      r.otherOn,
    ])
  assert.deepEqual(await changes('2026-02-01', '2026-03-31'), [
    ['replaced', '才让·示例', '2026-03-01', '卓玛·示例', '2026-03-11'],
    ['left', '旦增·示例', '2026-03-20', null, null],
    ['appointed', '桑吉·示例', '2026-02-01', null, null],
  ])
  assert.deepEqual(await changes('2026-03-05', '2026-03-15'), [
    ['appointed', '卓玛·示例', '2026-03-11', '才让·示例', null],
  ])
})

test('a group is told by team, unit, village, grid and number; without any it is nobody else’s', () => {
  const key = (values: Partial<PostData>) => groupKey(postOf(values))
  assert.equal(key({ groupNo: '7' }), key({ groupNo: '第7组' }))
  assert.equal(key({ groupNo: '7', groupName: '甲' }), key({ groupNo: '7组', groupName: null }))
  for (const other of [{ team: 'shop' }, { village: '示例村' }, { grid: '一网格' }, { groupNo: '17' }] as const)
    assert.notEqual(key({}), key(other))
  assert.notEqual(key({ team: 'building', building: '1号楼' }), key({ team: 'building', building: '2号楼' }))
  assert.equal(key({ groupNo: null }), null)
})

test('likely doubles are offered once, told apart by what differs, and remembered when decided', async () => {
  const village = freshVillage()
  const base = { village, name: '扎西·示例', groupNo: '1' }
  const a = await register({ ...base, birthDate: '1980-05-01' })
  const b = await register({ ...base, groupNo: '2', name: '扎西示例' })
  await register({ ...base, groupNo: '3', birthDate: '1991-05-01', village: freshVillage() })
  const pairs = async (decided: boolean) => {
    const { rows } = await t.call('post.doubles', { ledger, decided })
    return rows.filter((p) => [p.a.id, p.b.id].includes(a.id)).map((p) => [p.reasons, p.decided?.decision ?? null])
  }
  assert.deepEqual(await pairs(false), [[['nameAndVillage'], null]])
  const both = { ledger, a: b.id, b: a.id } as const
  await t.call('post.decidePair', { ...both, decision: 'different' })
  assert.deepEqual([await pairs(false), await pairs(true)], [[], [[['nameAndVillage'], 'different']]])
  await t.call('post.decidePair', { ...both, decision: null })
  assert.deepEqual(await pairs(true), [])
  assert.equal((await t.refusal('post.decidePair', { ...both, b: b.id, decision: 'different' })).code, 'input-invalid')
  await t.call('post.end', { ...at(b), on: '2026-03-01', reason: '重复登记' })
  assert.deepEqual(await pairs(false), [], 'who left is no double of who serves')
})

test('numbers leave the core masked', async () => {
  const village = freshVillage()
  const a = await register({ village, idNumber: '990031197508153020', phone: '09410000001' })
  const [one] = await lineFor(a.id)
  assert.deepEqual([one?.idNumber, one?.phone], ['99**************20', '09*******01'])
})

/** What a clerk does to a group: replaces its head after so many days, with a vacancy, or leaves it vacant. */
const step = fc.record({ after: fc.integer({ min: 0, max: 400 }), gap: fc.integer({ min: 0, max: 60 }) })
test('whatever the chain, one at most leads on any day by replacement, and nobody’s time is rewritten', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 2500 }),
      async (steps, probe) => {
        const start = '2019-01-01'
        let head = await register({ village: freshVillage(), name: '示例0', selectedOn: start })
        const known: { name: string; from: string; until: string | null }[] = [
          { name: '示例0', from: start, until: null },
        ]
        for (const [i, { after: days, gap }] of steps.entries()) {
          const on = daysAfter(known[i]?.from ?? start, days)
          const from = daysAfter(on, gap)
          known[i] = { ...(known[i] as (typeof known)[number]), until: on }
          known.push({ name: `示例${i + 1}`, from, until: null })
          head = (await replace(head, on, `示例${i + 1}`, from)).successor
        }
        const line = await lineFor(head.id)
        const facts = line.map((x) => ({ name: x.name, from: x.selectedOn, until: x.leftOn }))
        assert.deepEqual(
          facts.sort((a, b) => (a.name < b.name ? -1 : 1)),
          known,
        )
        const days = [daysAfter(start, probe), ...known.flatMap((k) => [k.from, k.until ?? k.from])]
        for (const day of days) {
          const wanted = known.filter((k) => k.from <= day && (k.until === null || day < k.until)).map((k) => k.name)
          assert.deepEqual(leaders(line, day), wanted)
          assert.ok(wanted.length <= 1)
        }
        const items = lineOf(line)
        assert.equal(items.filter((x) => x.kind === 'tenure').length, known.length)
        assert.equal(items.filter((x) => x.kind === 'gap').length, vacancies(known))
      },
    ),
    { numRuns: 12 },
  )
})

/** Times without a head between the first appointment and now. */
const vacancies = (known: readonly { from: string; until: string | null }[]): number =>
  known.slice(1).filter((k, i) => known[i]?.until !== k.from).length
