import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportLeft } from '../../shared/contract/sheets.ts'
import { type LedgerName, ledgers } from '../../shared/ledgers/index.ts'
import { backUp, restore } from '../support/backups.ts'
import { password, signInFounder, type TestOffice, testOffice, unitOffice } from '../support/office.ts'
import { partOf, sampleOf, save, trainingOf } from '../support/samples.ts'
import { commit, dryRun, matchAgain, pageOf, recordsOf } from '../support/sheets.ts'
import { assertWhole } from '../support/whole.ts'

const plain = ['post', 'training', 'visit', 'duty', 'meeting', 'place'] as const satisfies readonly LedgerName[]
/** Every plain ledger's records, by ledger. */
const held = async (t: TestOffice) =>
  Object.fromEntries(await Promise.all(plain.map(async (ledger) => [ledger, await recordsOf(t, ledger)] as const)))

const head = '队伍,当家的,选配日期'
const sheet = (...names: readonly string[]) => [head, ...names.map((n) => `联户长,${n},2024-03-05`)].join('\n')

test('the teams go on in another life: every ledger, who was ticked by which post, and imports with what they remember', async () => {
  const t = await unitOffice()
  for (const ledger of plain) await save(t, ledger, sampleOf(ledger))
  const dry = await dryRun(t, 'post', '名册.csv', sheet('示例甲', '示例乙'))
  await matchAgain(t, { ledger: 'post', batch: dry.batch, columns: [{ column: 1, path: 'name' }] })
  await commit(t, dry, 'post')
  const member = (await pageOf(t, 'post', dry)).rows[0]?.recordId ?? ''
  const ticked = partOf(ledgers.training.fields.attendances.part, {
    ...{ name: '示例甲', member, team: 'household', state: 'present' },
  })
  await save(t, 'training', trainingOf({ topic: '示例培训：防汛', attendances: [ticked] }))
  const before = await held(t)

  const other = await testOffice()
  assert.equal(await restore(other, await backUp(t), { userName: '张示例', secret: password }), 'done')
  await t.dispose()
  await signInFounder(other)
  assert.deepEqual(await held(other), before)
  const page = await pageOf(other, 'post', dry)
  assert.deepEqual(
    page.rows.map((r) => r.title),
    ['示例甲', '示例乙'],
  )
  const again = await dryRun(other, 'post', '名册.csv', sheet('示例甲', '示例乙'))
  assert.deepEqual(
    again.columns.map((c) => c.by),
    ['label', 'remembered', 'label'],
  )
  assert.deepEqual([again.earlier.map((e) => [e.by, e.saved]), again.counts.equal], [[['张示例', 2]], 2])
  await other.call('import.discard', { ledger: 'post', batch: again.batch })
  const undone = await other.job('import.undo', { ledger: 'post', batch: dry.batch })
  const { removed, left } = undone.outcome as { readonly removed: number; readonly left: readonly ImportLeft[] }
  assert.deepEqual([removed, left.map((l) => [l.title, l.why])], [1, [['示例甲', 'kept']]], 'who was ticked stays')
  const db = await other.inspect()
  assertWhole(db)
  db.close()
  await other.dispose()
})
