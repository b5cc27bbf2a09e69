import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { test } from 'node:test'
import { openHandover } from '../../electron/core/handover/container.ts'
import type { Entry } from '../../electron/core/handover/format.ts'
import { recordsBySeq } from '../../electron/core/handover/recordPages.ts'
import { leavingView, verifySealed } from '../../electron/core/handover/seal.ts'
import { bookState } from '../../electron/core/handover/state.ts'
import { loadRecord, removeRecord } from '../../electron/core/register/records.ts'
import { transact } from '../../electron/core/register/unitOfWork.ts'
import { AppError } from '../../shared/errors.ts'
import { emptyPart, type Field, isList, type ListField, type ScalarField } from '../../shared/ledgers/describe.ts'
import { ledgerNames, ledgerOf } from '../../shared/ledgers/index.ts'
import { cityRow } from '../../shared/rules/travel.ts'
import { tempFolder } from './handoverKit.ts'
import {
  aDispute,
  chainOf,
  clock,
  dataOf,
  makeOffice,
  type Office,
  openerOf,
  save,
  saveAll,
  sealNow,
} from './handoverOffice.ts'

async function read(o: Office, fileName: string, book: 'mediation' | 'teams' = 'mediation') {
  const opened = await openHandover(path.join(o.usb, fileName), openerOf(o, book))
  const entries: Entry[] = []
  for await (const line of opened.entries()) {
    assert.ok('entry' in line, JSON.stringify(line))
    entries.push(line.entry)
  }
  return { manifest: opened.manifest, entries }
}
const remove = (o: Office, id: string, revision: number) =>
  transact(o.register, clock, o.desk.userId, (tx) => removeRecord(tx, 'dispute', id, revision, '重复登记'))
const refused = (code: string) => (e: unknown) => e instanceof AppError && e.code === code

test('the first handover holds everything, and the preview is exactly it', async () => {
  const o = await makeOffice(tempFolder())
  for (let n = 1; n <= 3; n++) save(o, 'dispute', aDispute(n))
  const secret = save(o, 'dispute', aDispute(4, { secrecy: 'minor' }))
  save(o, 'dispute', aDispute(5, { heldBack: true }))
  const view = await leavingView(o.register, { book: 'mediation', baseline: false, rows: 50 })
  const sealed = await sealNow(o)
  assert.equal(sealed.fileName, '990000-调解-0001.jfb')
  const { manifest, entries } = await read(o, sealed.fileName)
  const states = entries.filter((e) => e.kind === 'state')
  assert.deepEqual(
    states.map((e) => e.data),
    view.ledgers[0]?.rows,
  )
  assert.deepEqual(
    view.ledgers.map((l) => [l.ledger, l.changed, l.removed, l.countedOnly]),
    [['dispute', 3, 0, 2]],
  )
  const counts = entries.filter((e) => e.kind === 'count')
  assert.deepEqual(
    counts,
    view.counts.map((c) => ({ ...c, kind: 'count' })),
  )
  assert.equal(counts.find((c) => c.measure === 'accepted')?.amount, 5, 'secret ones are counted')
  assert.ok(!JSON.stringify(entries).includes(secret.id))
  assert.deepEqual([manifest.no, manifest.base.seq, manifest.upTo.seq], [1, 0, view.upTo])
  assert.equal(manifest.upTo.chain, chainOf(o, view.upTo))
  assert.deepEqual(manifest.ledgers, { dispute: { states: 3, tombstones: 0, counts: counts.length } })
  assert.deepEqual(fs.readdirSync(o.usb), [sealed.fileName], 'nothing else is left on the stick')
  const event = o.register.db.prepare("SELECT count(*) FROM access_log WHERE what = 'handover'").pluck().get()
  assert.equal(event, 1)
})

test('removed and no longer leaving records get a tombstone only when they were handed over', async () => {
  const o = await makeOffice(tempFolder())
  const [gone, hidden, kept] = [1, 2, 3].map((n) => save(o, 'dispute', aDispute(n)))
  assert.ok(gone && hidden && kept)
  await sealNow(o)
  const never = save(o, 'dispute', aDispute(4))
  remove(o, gone.id, 1)
  remove(o, never.id, 1)
  save(o, 'dispute', aDispute(2, { secrecy: 'domesticViolence' }), hidden)
  save(o, 'dispute', aDispute(5, { secrecy: 'minor' }))
  const { entries } = await read(o, (await sealNow(o)).fileName)
  const tombstones = entries.filter((e) => e.kind === 'tombstone')
  assert.equal(tombstones.length, 2)
  assert.deepEqual(
    tombstones.map((t) => t.revision),
    [2, 2],
  )
  assert.equal(entries.filter((e) => e.kind === 'state').length, 1, 'the one kept, as nothing was acknowledged yet')
})

test('nothing changed: refused, unless a full baseline is asked for', async () => {
  const o = await makeOffice(tempFolder())
  await assert.rejects(sealNow(o), refused('nothing-to-hand-over'))
  save(o, 'dispute', aDispute(1))
  const first = await sealNow(o)
  o.register.db
    .prepare('UPDATE recipient SET mark = ?, mark_epoch = (SELECT id FROM epoch) WHERE book = ?')
    .run(o.register.db.prepare('SELECT up_to FROM handover').pluck().get(), 'mediation')
  await assert.rejects(sealNow(o), refused('nothing-to-hand-over'))
  const again = await sealNow(o, { baseline: true })
  assert.deepEqual([first.no, again.no], [1, 2])
  const { manifest, entries } = await read(o, again.fileName)
  assert.equal(manifest.base.seq, 0)
  assert.equal(entries.filter((e) => e.kind === 'state').length, 1)
  save(o, 'dispute', aDispute(2))
  const { manifest: third, entries: since } = await read(o, (await sealNow(o)).fileName)
  assert.ok(third.base.seq > 0)
  assert.deepEqual(third.base.chain, chainOf(o, third.base.seq))
  assert.equal(since.filter((e) => e.kind === 'state').length, 1, 'only what came after the mark')
})

const canary = (path: string): string => `金丝雀${path}`
/** A value no other field has, of the field's kind. */
function canaryValue(field: ScalarField, path: string, n: number): unknown {
  switch (field.kind) {
    case 'date':
      return `${1000 + n}-11-${String((n % 27) + 1).padStart(2, '0')}`
    case 'time':
      return '03:33'
    case 'code':
      return field.codes[0]
    case 'codes':
      return [...field.codes]
    case 'integer':
    case 'money':
    case 'decimal':
      return 7_700_000 + n
    case 'flag':
      // Held back would not leave at all; count-only would let a listed sum repeat an unlisted figure.
      return path !== 'heldBack' && path !== 'countOnly'
    default:
      return canary(path)
  }
}
/** Counts on over all ledgers: a canary of one is no value of another. */
let n = 0
function fill(fields: Readonly<Record<string, Field>>): {
  data: Record<string, unknown>
  silent: Map<string, unknown>
} {
  const data: Record<string, unknown> = {}
  const silent = new Map<string, unknown>()
  const put = (into: Record<string, unknown>, name: string, field: ScalarField, path: string, travels: boolean) => {
    into[name] = canaryValue(field, path, ++n)
    if (!travels) silent.set(path, into[name])
  }
  for (const [name, field] of Object.entries(fields)) {
    if (!isList(field)) {
      put(data, name, field, name, field.travel !== undefined)
      continue
    }
    // Two of each: a listed sum of several is not the figure of one.
    data[name] = [0, 1].map((i) => {
      const part: Record<string, unknown> = { ...emptyPart(field.part) }
      for (const [inner, f] of Object.entries(field.part.fields)) {
        put(part, inner, f, `${name}.${i}.${inner}`, field.travel?.as === 'values' && field.travel.field === inner)
      }
      return part
    })
  }
  return { data: { ...data, secrecy: 'normal' }, silent }
}

test('an unlisted field never leaves: every field of every ledger filled with a canary', async () => {
  const o = await makeOffice(tempFolder())
  const silent = ledgerNames.map((name) => {
    const filled = fill(ledgerOf(name).fields)
    save(o, name, filled.data)
    return filled.silent
  })
  const entriesOf = async (book: 'mediation' | 'teams') =>
    (await read(o, (await sealNow(o, { book })).fileName, book)).entries
  const entries = [...(await entriesOf('mediation')), ...(await entriesOf('teams'))]
  const whole = JSON.stringify(entries)
  // T0 sums are exact by decision (domain 8.2), so the sum of one case is its own figure: numbers are looked for in rows.
  const rows = JSON.stringify(entries.filter((e) => e.kind === 'state'))
  assert.ok(whole.includes(canary('caseNo')) && whole.includes(canary('mediators.1.name')), 'listed fields do leave')
  const found = silent.flatMap((s) => [...s])
  const words = found.filter(([, v]) => typeof v === 'string' && !/^[a-zA-Z0-9]{1,30}$|^03:33$/.test(v))
  const numbers = found.filter(([, v]) => typeof v === 'number')
  assert.ok(words.length > 60 && numbers.length > 10)
  for (const [field, value] of words) assert.ok(!whole.includes(String(value)), `${field} left as ${value}`)
  for (const [field, value] of numbers) assert.ok(!rows.includes(String(value)), `${field} left as ${value}`)
  assert.ok(!JSON.stringify(entries.filter((e) => e.ledger === 'dispute')).includes('-11-'), 'a day travels as a month')
})

test('records read in bulk are those read one by one, near together and far apart', async () => {
  const o = await makeOffice(tempFolder())
  for (let n = 0; n < 90; n++) save(o, 'dispute', n % 3 ? aDispute(n) : fill(ledgerOf('dispute').fields).data)
  const ids = o.register.db.prepare('SELECT id FROM dispute ORDER BY k').pluck().all() as string[]
  // Changed in another order than made: a page then holds keys that lie far apart.
  for (const id of [0, 80, 2, 60, 5, 41].map((at) => ids[at] ?? ''))
    save(o, 'dispute', aDispute(7), { id, revision: 1 })
  let read = 0
  for (const { id, seq, revision, data } of recordsBySeq(o.register.db, 'dispute')) {
    const whole = loadRecord(o.register.db, 'dispute', id)
    assert.ok(whole)
    assert.deepEqual([seq, revision], [whole.seq, whole.revision])
    for (const [name, field] of Object.entries(ledgerOf('dispute').fields)) {
      if (!isList(field)) assert.deepEqual(data[name], whole.data[name], name)
      else assert.deepEqual(partsIn(data[name], field), partsIn(whole.data[name], field), name)
    }
    read++
  }
  assert.equal(read, 90)
})
/** Parts as plain values; those read in bulk cannot be listed. */
const partsIn = (parts: unknown, { part }: ListField) =>
  (parts as Record<string, unknown>[]).map((p) => [...Object.keys(part.fields), 'absent'].map((n) => p[n]))

test('every row holds exactly the columns of the city layout', async () => {
  const o = await makeOffice(tempFolder())
  save(o, 'visit', { visitedOn: '2026-02-03', kind: 'routine', visitors: [], households: [] })
  const { entries } = await read(o, (await sealNow(o, { book: 'teams' })).fileName, 'teams')
  const [state] = entries.filter((e) => e.kind === 'state')
  assert.deepEqual(Object.keys(state?.data ?? {}), Object.keys(cityRow(ledgerOf('visit'), dataOf('visit', {}))))
})

test('text arrives as it was typed, whatever it is', async () => {
  const o = await makeOffice(tempFolder())
  const texts = [
    '=HYPERLINK("x","y")',
    '@SUM(1)',
    '扎西·才让',
    '𬭎𠮷䶮',
    'རྒྱ་མཚོ',
    '\u00a0不断行\u00a0',
    '\ufeff前面有标记',
    '"引号\\斜线',
    '第一行\n第二行',
    '</script>',
  ]
  for (const committee of texts) save(o, 'dispute', aDispute(1, { committee }))
  const { entries } = await read(o, (await sealNow(o)).fileName)
  assert.deepEqual(
    entries.filter((e) => e.kind === 'state').map((e) => e.data.committee),
    texts,
  )
})

test('a seal cancelled at any time leaves no file, no number and no trace', async () => {
  const o = await makeOffice(tempFolder())
  saveAll(
    o,
    'dispute',
    Array.from({ length: 600 }, (_, n) => aDispute(n)),
  )
  for (const moment of ['reading', 'sealing', 'writing']) {
    const abort = new AbortController()
    const seen: string[] = []
    const step = (name: string) => {
      seen.push(name)
      if (abort.signal.aborted) throw new AppError('cancelled')
      if (name === moment) abort.abort()
    }
    await assert.rejects(sealNow(o, {}, { cancelled: abort.signal, step }), refused('cancelled'), moment)
    assert.ok(seen.includes(moment), `${moment} is reached`)
    assert.deepEqual(fs.readdirSync(o.usb), [], moment)
    assert.equal(o.register.db.prepare('SELECT count(*) FROM handover').pluck().get(), 0, moment)
  }
  assert.equal((await sealNow(o)).no, 1)
})

test('two seals at once take two numbers', async () => {
  const o = await makeOffice(tempFolder())
  save(o, 'dispute', aDispute(1))
  const both = await Promise.all([sealNow(o), sealNow(o)])
  assert.deepEqual(
    both.map((s) => s.no),
    [1, 2],
  )
})

test('a file there already is not replaced', async () => {
  const o = await makeOffice(tempFolder())
  save(o, 'dispute', aDispute(1))
  fs.writeFileSync(path.join(o.usb, '990000-调解-0001.jfb'), 'older')
  await assert.rejects(sealNow(o), refused('target-occupied'))
  assert.equal(fs.readFileSync(path.join(o.usb, '990000-调解-0001.jfb'), 'utf8'), 'older')
  assert.deepEqual(bookState(o.register.db, 'mediation', o.desk).sent, [])
})

test('核对: the file on the stick is the one that was sealed, or it is not', async () => {
  const o = await makeOffice(tempFolder())
  save(o, 'dispute', aDispute(1))
  const { fileName } = await sealNow(o)
  const file = path.join(o.usb, fileName)
  assert.deepEqual(await verifySealed(o.register, 'mediation', file), { intact: true, no: 1 })
  const bytes = fs.readFileSync(file)
  fs.writeFileSync(file, bytes.subarray(0, bytes.length - 1))
  assert.deepEqual(await verifySealed(o.register, 'mediation', file), { intact: false, no: 1 })
  fs.writeFileSync(path.join(o.usb, 'other.txt'), 'x')
  await assert.rejects(verifySealed(o.register, 'mediation', path.join(o.usb, 'other.txt')), refused('file-not-ours'))
  await assert.rejects(verifySealed(o.register, 'mediation', path.join(o.usb, 'gone.jfb')), refused('target-gone'))
})
