import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ImportView } from '../../shared/contract/sheets.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../shared/ledgers/index.ts'
import * as messy from '../support/messySheets.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'
import { commit, dryRun, pageOf, recordsOf, toldIn } from '../support/sheets.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const remarks = (view: ImportView) => view.remarks.map((r) => r.code).sort()
const meanings = (view: ImportView) => view.columns.map((c) => c.path ?? c.role)

/** The records that one dry run and one commit bring in, with these of their fields. */
async function brought(ledger: LedgerName, view: ImportView, fields: readonly string[]): Promise<readonly unknown[]> {
  const before = (await recordsOf(t, ledger)).length
  const { saved } = await commit(t, view, ledger)
  const all = (await recordsOf(t, ledger)) as readonly AnyData[]
  assert.equal(all.length, before + saved)
  return all.slice(before).map((d) => fields.map((f) => d[f]))
}

test('the roster on the wall: title, merged villages, total and signatures', async () => {
  const view = await dryRun(t, 'post', '名册.xlsx', messy.wallRoster())
  assert.deepEqual(meanings(view), ['ordinal', 'village', 'groupNo', 'size', 'name', 'phone', 'selectedOn'])
  assert.deepEqual(view.header, { first: 3, last: 3 })
  assert.deepEqual(view.constants, [{ path: 'team', text: '联户长', cell: null }])
  assert.deepEqual(remarks(view), [
    ...[
      'constantFromTitle',
      'hiddenSheets',
      'mergedSpread',
      'ordinalColumn',
      'signatureRows',
      'titleRows',
      'totalRows',
    ],
  ])
  assert.deepEqual([view.sheet, view.counts.good, view.counts.bad, view.lacking], [0, 3, 0, []])
  assert.deepEqual(await brought('post', view, ['team', 'village', 'groupNo', 'size', 'name', 'phone', 'selectedOn']), [
    ['household', '示例一村', '1组', 12, '张三', '0941-0000001', '2024-03-05'],
    ['household', '示例一村', '2组', 11, '李四', '0941-0000002', '2024-03-05'],
    ['household', '示例二村', '1组', 10, '扎西才让', '0941-0000003', '2024-03-06'],
  ])
})

test('the roster in groups of columns: a header of two rows, another in the middle, days of every kind', async () => {
  const view = await dryRun(t, 'post', '联铺长.xlsx', messy.groupedRoster())
  assert.deepEqual(meanings(view), [
    ...['ordinal', 'name', 'sex', 'birthDate', 'shopName', 'creditCode', 'selectedOn', 'remarks'],
  ])
  assert.deepEqual(view.constants, [{ path: 'team', text: '联铺长', cell: null }])
  assert.deepEqual(remarks(view).filter((r) => r === 'repeatedHeaders' || r === 'emptyRows').length, 2)
  assert.deepEqual(toldIn(await pageOf(t, 'post', view)), [])
  assert.deepEqual(
    await brought('post', view, ['team', 'name', 'sex', 'birthDate', 'shopName', 'selectedOn', 'remarks']),
    [
      ['shop', '王示例', '1', '1984-01-01', '示例商店', '2025-05-08', '注：一季度新选'],
      ['shop', '赵示例', '2', '1980-01-02', '示例餐馆', '2025-05-08', null],
      ['shop', '孙示例', '1', '1990-07-01', '示例药店', '2025-05-08', null],
    ],
  )
})

test('the roster of numbers: what Excel destroyed is told at its cell, what it only disguised is read', async () => {
  const view = await dryRun(t, 'post', '花名册.xlsx', messy.numbersRoster())
  assert.deepEqual(toldIn(await pageOf(t, 'post', view, 'bad')), ['C2 digitsLost', 'E5 textIsDate'])
  assert.deepEqual(await brought('post', view, ['team', 'name', 'idNumber', 'phone', 'groupNo', 'birthDate', 'sex']), [
    ['building', '吴示例', '990011199001010016', '9410000002', '4', '1990-01-01', '1'],
    ['building', '郑示例', messy.idOf('99001119850305003').toUpperCase(), '0941-0000003', '5', '1985-03-05', '1'],
  ])
})

test('visits of an old WPS: .xls, days from 1904 on, an outing written once above its households', async () => {
  const view = await dryRun(t, 'visit', '走访.xls', messy.oldVisits())
  assert.equal(view.format, 'xls')
  assert.ok(remarks(view).includes('epoch1904'))
  assert.deepEqual(toldIn(await pageOf(t, 'visit', view)), [])
  const part = (values: object) => ({
    ...{
      door: null,
      peopleMet: null,
      leaflets: null,
      request: null,
      handledOnSpot: null,
      matter: null,
      matterUnit: null,
    },
    ...{ matterDueOn: null, matterResult: null, matterDoneOn: null, absent: {} },
    ...values,
  })
  assert.deepEqual(await brought('visit', view, ['visitedOn', 'householdGroup', 'kind', 'visitors', 'households']), [
    [
      '2024-03-11',
      '1组',
      'publicity',
      [
        { name: '张示例', post: null, absent: {} },
        { name: '李示例', post: '组长', absent: {} },
      ],
      [
        part({ door: '示例户甲', peopleMet: 3, leaflets: 2 }),
        part({ door: '示例户乙', peopleMet: 2, leaflets: 1, request: '路灯不亮', handledOnSpot: '已报电工' }),
      ],
    ],
    [
      '2024-03-12',
      '2组',
      'routine',
      [{ name: '张示例', post: null, absent: {} }],
      [part({ door: '示例户丙', peopleMet: 4, leaflets: 2 })],
    ],
  ])
})

test('sessions of years ago: CSV in GB18030 with full-width digits, figures without names', async () => {
  const view = await dryRun(t, 'training', '2019年培训.csv', messy.oldSessions())
  assert.deepEqual([view.format, view.encoding], ['csv', 'gb18030'])
  assert.deepEqual(toldIn(await pageOf(t, 'training', view, 'bad')), ['C4 notADate'])
  assert.deepEqual(
    await brought('training', view, ['topic', 'heldOn', 'form', 'teams', 'countOnly', 'countedPresent', 'materials']),
    [
      ['防火知识', '2019-03-05', 'classroom', ['household', 'building'], true, 120, 200],
      ['法律常识,消防', '2019-06-01', 'meeting', ['household'], true, 86, 100],
    ],
  )
})

test('a sign-in sheet: the title says what is true of all, one row is one person, total and signatures are neither', async () => {
  const view = await dryRun(t, 'training', '签到表.xlsx', messy.signInSheet())
  assert.deepEqual(meanings(view), [
    ...[
      'ordinal',
      'attendances.name',
      'attendances.unit',
      'attendances.state',
      'attendances.remark',
      'attendances.substitute',
    ],
  ])
  assert.deepEqual(
    view.constants.map((c) => [c.path, c.text, c.cell]),
    [
      ['topic', '冬季防火', 'A2'],
      ['heldOn', '2026年3月5日', 'D2'],
      ['place', '示例乡会议室', 'A3'],
      ['organiser', '示例乡综治中心', 'A3'],
      ['teams', '联户长', null],
    ],
  )
  // The sheet does not say how it was held: one constant is all that is wanted.
  assert.deepEqual([view.lacking, toldIn(await pageOf(t, 'training', view))], [['form'], ['- needed']])
  const job = await t.job('import.match', {
    ledger: 'training',
    batch: view.batch,
    constants: [{ path: 'form', text: '集中授课' }],
  })
  const matched = job.outcome as ImportView
  assert.deepEqual(toldIn(await pageOf(t, 'training', matched)), [])
  assert.deepEqual([matched.counts.records, matched.counts.good], [1, 1])
  const [[topic, heldOn, teams, attendances] = []] = (await brought('training', matched, [
    ...['topic', 'heldOn', 'teams', 'attendances'],
  ])) as [unknown[]]
  assert.deepEqual([topic, heldOn, teams], ['冬季防火', '2026-03-05', ['household']])
  assert.deepEqual(
    (attendances as AnyData[]).map((a) => [a.name, a.unit, a.state, a.substitute]),
    [
      ['张示例', '示例一村', 'present', null],
      ['李示例', '示例一村', 'substitute', '李小'],
      ['王示例', '示例二村', 'leave', null],
      ['赵示例', '示例二村', 'absent', null],
    ],
  )
})
