import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import type { RecordView } from '../../shared/contract/records.ts'
import { type ChildRun, runChild } from '../support/child.ts'
import { signInFounder, type TestOffice, testOffice } from '../support/office.ts'
import { assertWhole } from '../support/whole.ts'

let root: string
before(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-test-'))
})
after(() => fs.rmSync(root, { recursive: true }))

const program = './savingProgram.ts'
/** What the killed program was answered: the last revision of each record, 0 for one taken out. */
function acknowledged(run: ChildRun): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const line of run.lines) {
    const [word, id = '', revision = '0'] = line.split(' ')
    if (word === 'saved') found.set(id, Number(revision))
    if (word === 'removed') found.set(id, 0)
  }
  return found
}

/** At most the save that was under way may be there beside what was acknowledged. */
async function assertNothingLost(t: TestOffice, run: ChildRun, about: string): Promise<void> {
  const answers = acknowledged(run)
  const { rows } = await t.call('record.page', { ledger: 'dispute' })
  const revisions = new Map(rows.map((r) => [r.id, r.revision]))
  for (const [id, revision] of answers) {
    const there = revisions.get(id)
    if (revision === 0) assert.equal(there, undefined, `${about}: the removal of ${id} was lost`)
    else if (there !== undefined) assert.ok(there >= revision, `${about}: revision ${revision} of ${id} was lost`)
    else assert.ok(run.lines.at(-1)?.startsWith('step'), `${about}: ${id} was lost`)
  }
  const unasked = rows.filter((r) => !answers.has(r.id))
  assert.ok(unasked.length <= 1, `${about}: ${unasked.length} records nobody was told of`)
  for (const row of rows) {
    const record: RecordView = await t.call('record.get', { ledger: 'dispute', id: row.id })
    const { summary, parties } = record.data as unknown as { summary: string; parties: readonly unknown[] }
    assert.equal(parties.length, summary === '第一件改' ? 1 : 2, `${about}: a record with half its parts`)
  }
}

const steps = [
  'number:before-mark',
  'number:marked',
  'save:journal',
  'save:record',
  'save:search',
  'write:before-commit',
  'write:after-commit',
] as const

test('the steps of a save are those that are tried here', async () => {
  const folder = path.join(root, 'all')
  const run = await runChild(program, [folder, 'none'])
  assert.deepEqual([run.code, run.lines.at(-1)], [0, 'done'])
  const passed = new Set(run.lines.filter((l) => l.startsWith('step ')).map((l) => l.slice(5)))
  assert.deepEqual([...passed].sort(), [...steps].sort())
})

/** Which of a step's passings the program is killed at; it gives one number only. */
const times = (step: string): readonly number[] =>
  step.startsWith('write') ? [1, 2, 4] : step.startsWith('number') ? [1] : [1, 2]

for (const step of steps) {
  test(`killed at ${step}, in the first save and in later ones: no acknowledged save is lost, nothing is half done`, async () => {
    for (const nth of times(step)) {
      const folder = path.join(root, `${step.replace(':', '-')}-${nth}`)
      const run = await runChild(program, [folder, step, String(nth)])
      assert.equal(run.signal, 'SIGKILL', `${step} ${nth}`)
      const t = await testOffice({ root: folder })
      await signInFounder(t)
      await assertNothingLost(t, run, `${step} ${nth}`)
      const db = await t.inspect()
      assertWhole(db)
      db.close()
      await t.stop()
    }
    // And on from there: the same register is used again after a kill.
    const again = await runChild(program, [path.join(root, `${step.replace(':', '-')}-1`), 'none'])
    assert.equal(again.lines.at(-1), 'done')
  })
}

test('killed at the commit of a removal: the record is there or gone, with its number book and tombstone', async () => {
  for (const step of ['write:before-commit', 'write:after-commit']) {
    const folder = path.join(root, `remove-${step.replace(':', '-')}`)
    const run = await runChild(program, [folder, step, '5'])
    assert.equal(run.signal, 'SIGKILL')
    const t = await testOffice({ root: folder })
    await signInFounder(t)
    const { total } = await t.call('record.page', { ledger: 'dispute' })
    assert.equal(total, step === 'write:before-commit' ? 2 : 1)
    const db = await t.inspect()
    assertWhole(db)
    db.close()
    await t.stop()
  }
})
