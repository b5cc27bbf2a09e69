import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import { goBackTo } from '../support/backups.ts'
import { type ChildRun, runChild } from '../support/child.ts'
import { signInFounder, type TestOffice, testOffice } from '../support/office.ts'
import { disputeOf, save } from '../support/samples.ts'
import { assertWhole } from '../support/whole.ts'

let root: string
before(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-test-'))
})
after(() => fs.rmSync(root, { recursive: true }))

const book = { book: 'mediation', series: 'caseNo', year: 2026 } as const
const told = (run: ChildRun): readonly number[] =>
  run.lines.filter((l) => l.startsWith('number ')).map((l) => Number(l.slice(7)))

/** Gives one number, answering what the book asks by what the program proposes. */
async function give(t: TestOffice): Promise<number> {
  const { question } = await t.call('dispute.numberBook', book)
  if (question !== null) await t.call('dispute.lastOnPaper', { ...book, last: question.proposed })
  const { id } = await save(t, 'dispute', disputeOf())
  const input = { ledger: 'dispute', id, revision: 1, series: 'caseNo', on: '2026-11-23', typed: null } as const
  const { data } = await t.call('dispute.giveNumber', input)
  const { rows } = await t.call('dispute.numberBook', book)
  return rows.find((r) => r.number === data.caseNo)?.serial ?? 0
}

async function whole(t: TestOffice): Promise<void> {
  const db = await t.inspect()
  assertWhole(db)
  db.close()
}

const moments: readonly (readonly [step: string, nth: number])[] = [
  ['number:before-mark', 2],
  ['number:marked', 1],
  ['number:marked', 3],
  // Two writes for each number: the case, then its number.
  ['write:before-commit', 4],
  ['write:after-commit', 4],
  ['write:after-commit', 2],
]
for (const [step, nth] of moments) {
  test(`killed at ${step} (${nth}): the register goes on, and an older one restored over it never gives a number twice`, async () => {
    const folder = path.join(root, `${step.replace(':', '-')}-${nth}`)
    const run = await runChild('./numberingProgram.ts', [folder, step, String(nth)])
    assert.equal(run.signal, 'SIGKILL')
    const onPaper = told(run)
    assert.ok(onPaper.length >= 2)
    const t = await testOffice({ root: folder })
    await signInFounder(t)
    await whole(t)
    const there = (await t.call('dispute.numberBook', book)).rows.map((r) => r.serial)
    for (const serial of onPaper) assert.ok(there.includes(serial), `${serial} was answered and is lost`)
    // The number under way may be in the register although nobody was told: its paper counts too.
    const last = Math.max(...onPaper, ...there.map(Number))

    await goBackTo(t, fs.readFileSync(path.join(folder, 'stick', 'older.jfbak')))
    const { question } = await t.call('dispute.numberBook', book)
    assert.ok(
      question && question.known === 2 && question.proposed >= last,
      `proposes ${question?.proposed}, last ${last}`,
    )
    const given = [await give(t), await give(t)]
    assert.ok(Math.min(...given) > last && given[0] !== given[1], `${given} after ${last}`)
    await whole(t)
    await t.stop()
  })
}

test('killed before the restore: the same register asks at most once and goes on after the last number', async () => {
  const folder = path.join(root, 'on')
  const run = await runChild('./numberingProgram.ts', [folder, 'number:marked', '2'])
  assert.equal(run.signal, 'SIGKILL')
  const t = await testOffice({ root: folder })
  await signInFounder(t)
  const given = [await give(t), await give(t)]
  assert.ok(Math.min(...given) > Math.max(...told(run)))
  assert.equal((await t.call('dispute.numberBook', book)).question, null)
  await t.stop()
})
