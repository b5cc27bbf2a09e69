import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import { type ChildRun, runChild } from '../support/child.ts'
import { signInFounder, type TestOffice, testOffice } from '../support/office.ts'
import { assertWhole } from '../support/whole.ts'

let root: string
before(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-test-'))
})
after(() => fs.rmSync(root, { recursive: true }))

const program = './actingProgram.ts'
/** Steps inside a save, each tried in save.test.ts; here in one of the acts that save. */
const ofSave: readonly string[] = ['save:journal', 'save:record', 'save:search']
const commit = ['write:before-commit', 'write:after-commit']
/** The PDF that will be kept is stored before the transaction that refers to it. */
const stored = ['attachment:entered', 'attachment:stored']
const acts = {
  effect: [...ofSave, ...stored, 'effect:kept', ...commit],
  supplement: [...stored, 'effect:kept', ...commit],
  propose: ['correction:proposed', ...commit],
  approve: ['save:journal', 'correction:approved', ...commit],
  reopen: ['reopen:noted', ...commit],
} as const
type Act = keyof typeof acts

/** How much of the act is in the register: each sign of it, done or not. */
async function signsOf(t: TestOffice, act: Act, id: string): Promise<readonly boolean[]> {
  const key = { ledger: 'dispute', id } as const
  const { data, keptPapers } = await t.call('record.get', key)
  const d = data as unknown as DisputeData
  const [latest] = await t.call('record.history', key)
  const corrections = await t.call('correction.list', key)
  switch (act) {
    case 'effect':
      return [d.sealedOn !== null, keptPapers.includes('agreement'), latest?.event === 'agreement.effective']
    case 'supplement':
      return [
        d.supplements[0]?.sealedOn != null,
        keptPapers.includes('supplement.0'),
        latest?.event === 'supplement.effective',
      ]
    case 'propose':
      return [corrections[0]?.state === 'open', latest?.event === 'correction.proposed']
    case 'approve':
      return [
        d.recorder === '示例记录员',
        corrections[0]?.state === 'approved',
        latest?.event === 'correction.approved',
      ]
    case 'reopen':
      return [d.filedOn === null, d.closedOn === null, latest?.event === 'case.reopened']
  }
}

async function signsAfter(act: Act, run: ChildRun, folder: string): Promise<readonly boolean[]> {
  const id = run.lines.find((l) => l.startsWith('case '))?.slice(5) ?? ''
  const t = await testOffice({ root: folder })
  await signInFounder(t)
  const signs = await signsOf(t, act, id)
  for (const key of (await t.call('record.get', { ledger: 'dispute', id })).keptPapers) {
    const [paper = '', part = '0'] = key.split('.')
    const wanted = { ledger: 'dispute', id, paper: paper as 'agreement' | 'supplement', part: Number(part) } as const
    assert.ok((await t.call('paper.preview', { ...wanted, mode: 'final' })).frozen, `${key} can be read`)
  }
  const db = await t.inspect()
  assertWhole(db)
  db.close()
  await t.stop()
  return signs
}

for (const act of Object.keys(acts) as Act[]) {
  test(`${act}: the steps tried here are those it passes, and at its end all of it is there`, async () => {
    const folder = path.join(root, `${act}-all`)
    const run = await runChild(program, [folder, act, 'none'])
    assert.deepEqual([run.code, run.lines.at(-1)], [0, 'done'])
    const passed = new Set(run.lines.filter((l) => l.startsWith('step ')).map((l) => l.slice(5)))
    const own = (steps: Iterable<string>) => [...steps].filter((s) => !ofSave.includes(s)).sort()
    assert.deepEqual(own(passed), own(acts[act]))
    assert.ok((await signsAfter(act, run, folder)).every((done) => done))
  })

  test(`${act}: killed at each step, it is done whole or not at all`, async () => {
    for (const step of acts[act]) {
      const folder = path.join(root, `${act}-${step.replace(':', '-')}`)
      const run = await runChild(program, [folder, act, step])
      assert.equal(run.signal, 'SIGKILL', `${act} at ${step}`)
      const done = step === 'write:after-commit'
      const signs = await signsAfter(act, run, folder)
      assert.ok(
        signs.every((s) => s === done),
        `${act} killed at ${step}: ${signs}`,
      )
    }
  })
}
