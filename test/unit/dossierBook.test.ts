import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import type { JobView } from '../../shared/contract/office.ts'
import type { RecordView } from '../../shared/contract/records.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { threeActs } from '../support/caseActs.ts'
import { addUser, founder, type TestOffice, unitOffice } from '../support/office.ts'
import { jpegOf } from '../support/pictures.ts'
import { agreedDispute, disputeOf, partOf, partyOf, save } from '../support/samples.ts'
import { addScan } from '../support/scans.ts'
import { bindDossier, bookmarksOf, cornersOf, type Row, rowsOf, scannedPdf } from './dossierKit.ts'
import { projectRoot, readPdf } from './papersKit.ts'

let t: TestOffice
before(async () => {
  copyFonts(projectRoot)
  t = await unitOffice()
})
after(() => t.dispose())

const about = (r: { readonly id: string }) => ({ ledger: 'dispute', id: r.id }) as const
const seen = { state: 'onFile', day: '2026-11-23', byName: '李示例', reason: null, pages: null } as const
let serial = 0
function agreed(values: Partial<DisputeData> = {}): Promise<RecordView> {
  const n = ++serial
  const numbers = { caseNo: `示例人调字〔2026〕第${n}号`, agreementNo: `示例人调协字〔2026〕第${n}号` }
  return save(t, 'dispute', agreedDispute({ ...numbers, filedBy: '李示例', ...values }))
}
async function inEffect(values: Partial<DisputeData> = {}): Promise<RecordView> {
  const r = await agreed(values)
  await t.call('agreement.takeEffect', { ...about(r), revision: r.revision, ...threeActs })
  return t.call('record.get', about(r))
}

/** A sequence that only its seed decides. */
function random(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * (most + 1))
  }
}
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))

/** A case with more or less of everything, its scans among it. */
async function anyCase(seed: number): Promise<RecordView> {
  const upTo = random(seed)
  const long = (most: number, text: string) => text.repeat(1 + upTo(most))
  const r = await agreed({
    parties: times(2 + upTo(5), (i) => partyOf({ side: i === 0 ? 'applicant' : 'respondent', name: `示例当事人${i}` })),
    facts: long(120, '两户因草场边界发生争议，多年没有解决。'),
    clauses: times(1 + upTo(6), (i) => partOf(p.clause, { text: `第${i}项，${long(30, '双方以旧界石为界。')}` })),
    extensions: times(upTo(2), () => partOf(p.extension, { agreedOn: '2026-11-15', until: '2026-12-20' })),
    followUps: times(upTo(2), () =>
      partOf(p.followUp, { heldOn: '2026-12-01', by: '王示例', findings: long(40, '双方没有再发生争执。') }),
    ),
    dossierNote: upTo(1) === 1 ? long(60, '身份证复印件由当事人自行提供。') : null,
  })
  for (const i of times(upTo(2), (n) => n))
    await addScan(t, {
      id: r.id,
      item: 'identity',
      name: `身份${i}.pdf`,
      bytes: await scannedPdf(`身份证明${i}`, 1 + upTo(3)),
    })
  for (const i of times(upTo(2), (n) => n))
    await addScan(t, {
      id: r.id,
      item: 'otherPapers',
      name: `照片${i}.jpg`,
      bytes: await jpegOf({ width: 300 + i, height: 200 + upTo(200) }),
    })
  return r
}

/** What a page of a part must show: the papers say their own names, the scans what was scanned. */
const saysOf = ({ title }: Row): string | null =>
  title.startsWith('当事人身份证明')
    ? '扫描第1面'
    : title.startsWith('照片') || title === '封底'
      ? null
      : title.replace(/（.）$/, '')

test('over random cases: each paper stands on the page the contents name, the numbers run on, bookmarks lead there', async () => {
  for (const seed of [1, 2, 3, 4]) {
    const duplex = seed % 2 === 0
    const { built, pdf, pages } = await bindDossier(t, (await anyCase(seed)).id, { duplex })
    const [rows, corners, marks] = [rowsOf(pages), await cornersOf(pdf), await bookmarksOf(pdf)]
    const told = JSON.stringify({ seed, rows })
    const pageOf = (n: number) => corners.findIndex((c) => c?.number === n)
    assert.deepEqual(
      corners.flatMap((c) => c?.number ?? []),
      times(built.pages, (i) => i + 1),
      told,
    )
    assert.ok(rows.length >= 3, told)
    let next = 1
    for (const row of rows) {
      if (row.from === null) continue
      assert.equal(row.from, next, told)
      next = (row.to ?? 0) + 1
      const words = saysOf(row)
      if (words !== null) assert.ok(pages[pageOf(row.from)]?.text.includes(words), `${row.title} ${told}`)
      assert.equal(marks.find((m) => m.title === row.title)?.page, pageOf(row.from) + 1, told)
    }
    assert.equal(next, built.pages + 1, told)
    assert.equal(built.sheets, pages.length)
    assert.deepEqual(
      marks.slice(0, 2).map((m) => m.title),
      ['卷宗封面', '卷内目录'],
    )
  }
})

test('on both sides every part begins on a front, numbers stand outside, and blank backs have none', async () => {
  const { pdf, pages } = await bindDossier(t, (await anyCase(7)).id, { duplex: true })
  const corners = await cornersOf(pdf)
  for (const { title, page } of await bookmarksOf(pdf)) assert.equal(page % 2, 1, title)
  corners.forEach((c, i) => {
    if (c !== null) assert.equal(c.side, i % 2 === 0 ? 'right' : 'left', `page ${i + 1}`)
    if (pages[i]?.text === '') assert.equal(c, null)
  })
  assert.ok(corners.some((c) => c?.side === 'left'))
  const oneSided = await cornersOf((await bindDossier(t, (await anyCase(7)).id)).pdf)
  assert.deepEqual([...new Set(oneSided.map((c) => c?.side))].toSorted(), ['right', undefined])
})

test('left for the pencil there is no number on any page; the contents keep theirs', async () => {
  const { pdf, pages } = await bindDossier(t, (await agreed()).id, { printNumbers: false })
  assert.deepEqual(
    (await cornersOf(pdf)).filter((c) => c !== null),
    [],
  )
  assert.ok(rowsOf(pages).some((r) => r.from === 1))
})

const isAboutFile = (o: PDFRawStream) => o.dict.get(PDFName.of('Type')) === PDFName.of('Metadata')
/** What is drawn and what it is drawn with: contents of pages, fonts, pictures. */
const streams = async (pdf: Uint8Array): Promise<ReadonlySet<string>> => {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const all = document.context
    .enumerateIndirectObjects()
    .flatMap(([, o]) => (o instanceof PDFRawStream && !isAboutFile(o) ? [o] : []))
  return new Set(all.map((s) => Buffer.from(s.contents).toString('base64')))
}

test('a paper in effect is bound as it was kept: its pages are unchanged, whatever was typed since', async () => {
  const r = await inEffect()
  const kept = await t.call('paper.preview', { ...about(r), paper: 'agreement', mode: 'final' })
  assert.equal(kept.frozen, true)
  await t.call('setting.save', { committee: '示例改名人民调解委员会', partySignature: 'finger' })
  const { pdf, pages } = await bindDossier(t, r.id)
  const [own, bound] = [await streams(kept.pdf), await streams(pdf)]
  for (const stream of own) assert.ok(bound.has(stream), Buffer.from(stream, 'base64').toString('latin1').slice(0, 300))
  const [keptPages, from] = [
    await readPdf(kept.pdf),
    rowsOf(pages).find((row) => row.title === '人民调解协议书')?.from ?? 0,
  ]
  const at = (await cornersOf(pdf)).findIndex((c) => c?.number === from)
  keptPages.forEach((page, i) => {
    assert.ok(pages[at + i]?.text.startsWith(page.text))
  })
  await t.call('setting.save', { committee: '示例乡人民调解委员会', partySignature: 'form' })
})

test('originals on file can be left out: the contents say 原件, and their pages wait for the pencil', async () => {
  const r = await agreed()
  await t.call('dossier.mark', {
    ...about(r),
    marks: [
      { item: 'agreement', mark: seen },
      { item: 'identity', mark: seen },
    ],
  })
  const left = await bindDossier(t, r.id, { leaveOutOriginals: true })
  const row = (rows: readonly Row[], title: string) => rows.find((x) => x.title === title)
  assert.deepEqual(row(rowsOf(left.pages), '人民调解协议书'), {
    title: '人民调解协议书',
    from: null,
    to: null,
    note: '原件',
  })
  assert.deepEqual(left.built.originals.toSorted(), ['agreement', 'identity'])
  assert.ok(!left.pages.some((page) => page.text.includes('自愿达成如下协议')))
  await numbersEndAt(left, '当事人身份证明')
  const whole = await bindDossier(t, r.id)
  assert.deepEqual(whole.built.originals, ['identity'])
  await numbersEndAt(whole, '当事人身份证明')
})

test('an original whose pages were counted takes its numbers, and the rest runs on behind it', async () => {
  const r = await agreed()
  const before = await bindDossier(t, r.id)
  await t.call('dossier.mark', { ...about(r), marks: [{ item: 'identity', mark: { ...seen, pages: 2 } }] })
  const whole = await bindDossier(t, r.id)
  assert.deepEqual(whole.built.originals, [])
  assert.equal(whole.built.pages, before.built.pages + 2)
  const rows = rowsOf(whole.pages)
  const at = rows.findIndex((x) => x.title === '当事人身份证明')
  const [last, identity, next] = rows.slice(at - 1)
  assert.deepEqual(identity, {
    title: '当事人身份证明',
    from: (last?.to ?? 0) + 1,
    to: (last?.to ?? 0) + 2,
    note: '原件',
  })
  assert.equal(next?.from, (last?.to ?? 0) + 3)
})

/** Nobody counted the pages of an original that was not printed: a number behind it would name another paper's page. */
async function numbersEndAt({ built, pdf, pages }: Awaited<ReturnType<typeof bindDossier>>, title: string) {
  const rows = rowsOf(pages)
  const at = rows.findIndex((r) => r.title === title)
  assert.ok(at > 0 && at < rows.length - 1, JSON.stringify(rows))
  assert.ok(rows.slice(0, at).every((r) => r.from !== null))
  assert.deepEqual([...new Set(rows.slice(at).map((r) => r.from))], [null])
  const numbers = (await cornersOf(pdf)).flatMap((c) => c?.number ?? [])
  assert.deepEqual(
    numbers,
    Array.from({ length: rows[at - 1]?.to ?? 0 }, (_, i) => i + 1),
  )
  assert.equal(built.pages, numbers.length)
}

test('what is missing is named and not bound; what is not needed is not in the contents', async () => {
  const r = await agreed()
  const { built, pages } = await bindDossier(t, r.id)
  assert.ok(built.missing.includes('identity'))
  assert.deepEqual(built.unfilled, ['cover'], 'a cover without 立卷 is bound, with room to write')
  assert.ok(!built.missing.includes('cover'))
  assert.ok(!rowsOf(pages).some((row) => row.title === '当事人身份证明'))
})

test('a scan whose file is gone is named, a page says so, and nothing else is held up', async () => {
  const r = await agreed()
  const bytes = await scannedPdf('身份证明', 3)
  const row = await addScan(t, { id: r.id, item: 'identity', name: '丢失的.pdf', bytes })
  await addScan(t, { id: r.id, item: 'otherPapers', name: '在的.pdf', bytes: await scannedPdf('其他', 2) })
  const db = await t.inspect()
  const file = db.prepare('SELECT attachment FROM scan WHERE id = ?').pluck().get(row.id) as string
  db.close()
  fs.rmSync(path.join(t.dataDir, 'register', 'attachments', file))
  const { built, pages } = await bindDossier(t, r.id)
  assert.deepEqual(built.unreadable, ['丢失的'])
  const [lost] = rowsOf(pages).filter((x) => x.title === '当事人身份证明')
  assert.equal(lost?.from, lost?.to, 'one page in its place')
  assert.ok(pages.some((page) => page.text.includes('此件无法读取')))
  assert.ok(pages.some((page) => page.text.includes('其他，扫描第2面')))
  const { checks } = await t.call('dossier.view', about(r))
  assert.deepEqual(checks.find((c) => c.code === 'scanUnreadable')?.params, { title: '丢失的' })
})

test('its pages are told for 总页数, the contents out of date when something came in after printing', async () => {
  const r = await agreed()
  await addScan(t, { id: r.id, item: 'identity', name: '身份.pdf', bytes: await scannedPdf('身份证明', 2) })
  const codes = async () => (await t.call('dossier.view', about(r))).checks.map((c) => c.code)
  const { built } = await bindDossier(t, r.id)
  assert.equal((await t.call('dossier.view', about(r))).builtPages, null, 'not printed yet')
  const { copyNo } = await t.call('dossier.printed', { ...about(r), copies: 1 })
  assert.equal((await t.call('dossier.view', about(r))).builtPages, built.pages)
  assert.ok(!(await codes()).includes('catalogueOutdated'))
  await addScan(t, { id: r.id, item: 'otherPapers', name: '补.pdf', bytes: await scannedPdf('补', 1) })
  assert.ok((await codes()).includes('catalogueOutdated'))
  await t.call('dossier.printUndone', { ...about(r), copyNo })
  assert.equal((await t.call('dossier.view', about(r))).builtPages, null)
  assert.ok(!(await codes()).includes('catalogueOutdated'))
})

test('printing and saving are events and rows of the access log; a file lands in its place', async () => {
  const r = await agreed()
  assert.equal((await t.refusal('dossier.preview', about(r))).code, 'dossier-not-built')
  assert.equal((await t.refusal('dossier.savePdf', { ...about(r), place: null })).code, 'dossier-not-built')
  await bindDossier(t, r.id)
  await t.call('dossier.printed', { ...about(r), copies: 2 })
  const [stick] = await t.call('place.list', {})
  const { fileName } = await t.call('dossier.savePdf', { ...about(r), place: stick?.token ?? null })
  assert.ok(fs.readFileSync(path.join(t.stick, fileName)).subarray(0, 5).equals(Buffer.from('%PDF-')))
  const db = await t.inspect()
  const rows = db.prepare('SELECT what FROM access_log WHERE record_id = ? ORDER BY k').pluck().all(r.id)
  db.close()
  assert.deepEqual(rows, ['print', 'save-pdf'])
  const events = (await t.call('record.history', about(r))).flatMap((h) => h.event ?? [])
  assert.ok(events.includes('paper.printed') && events.includes('paper.saved'))
})

test('one window’s dossier is no other’s; a locked case’s is bound for those on its list only', async () => {
  const r = await agreed({ secrecy: 'private' })
  await bindDossier(t, r.id)
  await addUser(t, '知示例', [{ book: 'mediation', role: 'clerk' }])
  for (const name of ['dossier.build', 'dossier.preview', 'dossier.savePdf', 'dossier.printed'] as const) {
    const more = {
      'dossier.build': {},
      'dossier.preview': {},
      'dossier.savePdf': { place: null },
      'dossier.printed': { copies: 1 },
    }[name]
    const answer =
      name === 'dossier.build'
        ? (await t.job(name, about(r), '知示例')).error
        : await t.refusal(name, { ...about(r), ...more }, '知示例')
    assert.equal(answer?.code, 'not-found', name)
  }
  const open = await agreed()
  await bindDossier(t, open.id)
  assert.equal((await t.refusal('dossier.preview', about(open), '知示例')).code, 'dossier-not-built')
  assert.equal((await t.refusal('dossier.preview', about(r))).code, 'dossier-not-built', 'the next one took its place')
})

test('cancelled half way nothing is left: no file, no row, not even the dossier bound before', async () => {
  const r = await anyCase(9)
  const files = () => fs.readdirSync(t.dataDir, { recursive: true }).length
  const journal = async () => {
    const db = await t.inspect()
    const count = db.prepare('SELECT (SELECT count(*) FROM journal) + (SELECT count(*) FROM access_log)').pluck().get()
    db.close()
    return count
  }
  const [before_, noted] = [files(), await journal()]
  const ended = new Promise<JobView>((resolve) => {
    const stop = t.office().on((to, event) => {
      if (to !== founder || event.type !== 'job' || event.job.call !== 'dossier.build') return
      if (event.job.state === 'running' && event.job.step === 'dossier.papers')
        void t.call('job.cancel', { jobId: event.job.id })
      if (event.job.state === 'running') return
      stop()
      resolve(event.job)
    })
  })
  await t.call('dossier.build', about(r))
  const job = await ended
  assert.deepEqual([job.state, job.error?.code], ['cancelled', 'cancelled'])
  assert.equal((await t.refusal('dossier.preview', about(r))).code, 'dossier-not-built')
  assert.deepEqual([files(), await journal()], [before_, noted])
})

test('a case without a dossier has none to bind', async () => {
  const calmed = await save(t, 'dispute', disputeOf({ result: 'calmed', resultDate: '2026-11-20' }))
  assert.equal((await t.job('dossier.build', about(calmed))).error?.code, 'not-found')
})
