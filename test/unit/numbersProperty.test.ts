import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RecordView } from '../../shared/contract/records.ts'
import { readNumber } from '../../shared/rules/numbers.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { backUp, goBackTo } from '../support/backups.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'
import { disputeOf, save } from '../support/samples.ts'

/** What one desk does to its number book; `pick` chooses among the cases or backups there are. */
type Act =
  | { readonly what: 'give' | 'backUp' }
  | { readonly what: 'typed'; readonly serial: number }
  | { readonly what: 'void' | 'takeBack' | 'print' | 'restore'; readonly pick: number }

const on = '2026-11-23'
const book = { book: 'mediation', series: 'agreementNo', year: 2026 } as const
const numberOf = (serial: number): string => `人调协字〔2026〕第${serial}号`
const serialOf = (n: unknown): number => readNumber(defaultSettings.agreementNoPattern, String(n))?.serial ?? 0

/** The desk as a careful clerk sees it: the register's numbers, and every number that may stand on some paper. */
interface Desk {
  readonly t: TestOffice
  readonly paper: Set<number>
  /** Printed in whatever life: such a number is never taken back. */
  readonly printed: Set<number>
  entered: Map<number, { view: RecordView; voided: boolean }>
  backups: { readonly bytes: Uint8Array; readonly entered: Desk['entered'] }[]
  restores: number
}
const at = ({ id, revision }: RecordView) => ({ ledger: 'dispute', id, revision, series: 'agreementNo' }) as const
const fresh = async (t: TestOffice): Promise<RecordView> => save(t, 'dispute', disputeOf())

async function enter(d: Desk, typed: string | null): Promise<void> {
  const view = await fresh(d.t)
  const answer = await d.t.answer('dispute.giveNumber', { ...at(view), on, typed })
  if (!answer.ok) {
    const free = typed === null || !d.entered.has(serialOf(typed))
    assert.equal(answer.error.code, 'number-taken')
    assert.ok(!free, `${typed} is refused although nobody has it`)
    return
  }
  const given = await d.t.call('record.get', { ledger: 'dispute', id: view.id })
  const serial = serialOf(given.data.agreementNo)
  assert.ok(!d.entered.has(serial), `${serial} is entered twice`)
  if (typed === null) assert.ok(!d.paper.has(serial), `${serial} is given and stands on paper already`)
  d.paper.add(serial)
  d.entered.set(serial, { view: given, voided: false })
}

/** One of the live numbers, the last for 0; undefined while there is none. */
const pickLive = (d: Desk, pick: number) => {
  const live = [...d.entered].filter(([, e]) => !e.voided)
  return live.at(-1 - (pick % Math.max(1, live.length)))
}
async function end(d: Desk, act: 'void' | 'takeBack' | 'print', pick: number): Promise<void> {
  const [serial, entry] = pickLive(d, pick) ?? []
  if (serial === undefined || entry === undefined) return
  if (act === 'print') {
    const { id } = entry.view
    await d.t.call('paper.printed', { ledger: 'dispute', id, paper: 'agreement', mode: 'final', copies: 3 })
    d.printed.add(serial)
  } else if (act === 'void') {
    await d.t.call('dispute.voidNumber', { ...at(entry.view), reason: '印错' })
    entry.voided = true
  } else {
    const answer = await d.t.answer('dispute.takeBackNumber', at(entry.view))
    if (!answer.ok)
      return assert.ok(['number-printed', 'number-not-last'].includes(answer.error.code), answer.error.code)
    assert.equal(serial, Math.max(...d.entered.keys()), 'only the last one is taken back')
    assert.ok(!d.printed.has(serial), `${serial} was printed in some life`)
    d.entered.delete(serial)
    d.paper.delete(serial)
  }
}

async function restoreOne(d: Desk, pick: number): Promise<void> {
  const chosen = d.backups.at(-1 - (pick % Math.max(1, d.backups.length)))
  if (chosen === undefined) return
  await goBackTo(d.t, chosen.bytes)
  d.entered = new Map([...chosen.entered].map(([s, e]) => [s, { ...e }]))
  const question = (await d.t.call('dispute.numberBook', book)).question
  assert.ok(question, 'a restored book asks')
  const last = Math.max(0, ...d.paper)
  assert.ok(question.proposed >= last, `proposes ${question.proposed}, ${last} is on paper`)
  await d.t.call('dispute.lastOnPaper', { ...book, last, confirmed: true })
  d.restores += 1
}

async function follow(d: Desk, act: Act): Promise<void> {
  switch (act.what) {
    case 'give':
      return enter(d, null)
    case 'typed':
      return enter(d, numberOf(act.serial))
    case 'backUp': {
      const copy = new Map([...d.entered].map(([s, e]) => [s, { ...e }]))
      d.backups.push({ bytes: await backUp(d.t), entered: copy })
      return
    }
    case 'restore':
      return restoreOne(d, act.pick)
    default:
      return end(d, act.what, act.pick)
  }
}

/** The book's own page against the desk's: every number once, every gap and no other, the next one after all of them. */
async function compare(d: Desk): Promise<void> {
  const { rows, gaps, next } = await d.t.call('dispute.numberBook', book)
  assert.deepEqual(
    rows.map((r) => r.serial).sort((a, b) => (a ?? 0) - (b ?? 0)),
    [...d.entered.keys()].sort((a, b) => a - b),
  )
  for (const row of rows) assert.equal(row.voidReason !== null, d.entered.get(row.serial ?? 0)?.voided, row.number)
  const listed = gaps.flatMap((g) => Array.from({ length: g.to - g.from + 1 }, (_, i) => g.from + i))
  const last = next.serial - 1
  assert.ok(last >= Math.max(0, ...d.entered.keys()))
  assert.deepEqual(
    listed,
    Array.from({ length: last }, (_, i) => i + 1).filter((s) => !d.entered.has(s)),
  )
}

const picking = <const W extends string>(what: W) => fc.record({ what: fc.constant(what), pick: fc.nat(50) })
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ what: fc.constant('give' as const) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('typed' as const), serial: fc.integer({ min: 1, max: 30 }) }) },
  { weight: 2, arbitrary: picking('void') },
  { weight: 4, arbitrary: picking('takeBack') },
  { weight: 1, arbitrary: picking('print') },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('backUp' as const) }) },
  { weight: 1, arbitrary: picking('restore') },
)

/** Every desk prints after a backup, loses what it did since, and goes on. */
const always: readonly Act[] = [
  { what: 'give' },
  { what: 'backUp' },
  { what: 'print', pick: 0 },
  { what: 'give' },
  { what: 'restore', pick: 0 },
  { what: 'takeBack', pick: 0 },
  { what: 'give' },
]

test('whatever a desk does, no number comes twice and the gaps are listed exactly (property)', async () => {
  let restores = 0
  const oneDesk = fc.asyncProperty(fc.array(acts, { minLength: 15, maxLength: 30 }), async (list) => {
    const d: Desk = {
      t: await unitOffice(),
      paper: new Set(),
      printed: new Set(),
      entered: new Map(),
      backups: [],
      restores: 0,
    }
    try {
      for (const act of [...list, ...always]) {
        await follow(d, act)
        await compare(d)
      }
      restores += d.restores
    } finally {
      await d.t.dispose()
    }
  })
  await fc.assert(oneDesk, { numRuns: process.env.JIEFENBU_LONG === '1' ? 100 : 4, seed: 20261123, endOnFailure: true })
  assert.ok(restores >= 4)
})
