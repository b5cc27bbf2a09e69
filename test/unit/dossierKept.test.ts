import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { backUp, goBackTo } from '../support/backups.ts'
import { inEffect, keyOf } from '../support/caseActs.ts'
import { signInFounder, type TestOffice, unitOffice } from '../support/office.ts'
import { jpegOf } from '../support/pictures.ts'
import { agreedDispute, save } from '../support/samples.ts'
import { addScan } from '../support/scans.ts'
import { assertWhole } from '../support/whole.ts'
import { bindDossier, scannedPdf } from './dossierKit.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

test('a dossier comes back from a backup with its scans, kept papers, marks and prints, also what was erased since', async () => {
  const key = keyOf(await inEffect(t))
  const picture = await addScan(t, { id: key.id, bytes: await jpegOf({ width: 300, height: 420, seal: true }) })
  const court = { id: key.id, item: 'courtPapers', name: '裁定.pdf', bytes: await scannedPdf('民事裁定书', 2) }
  const ruling = await addScan(t, court)
  const mark = { state: 'onFile', day: '2026-11-23', byName: '李示例', reason: null, pages: null } as const
  await t.call('dossier.mark', { ...key, marks: [{ item: 'agreement', mark }] })
  await t.call('paper.printed', { ...key, paper: 'rightsNotice', mode: 'final', copies: 2 })
  const state = async () => ({
    scans: await Promise.all([picture, ruling].map((s) => t.call('scan.read', { ...key, scan: s.id }))),
    agreement: (await t.call('paper.preview', { ...key, paper: 'agreement', mode: 'final' })).pdf,
    items: (await t.call('dossier.view', key)).items,
  })
  const then = await state()
  const backup = await backUp(t)
  await t.call('scan.remove', { ...key, scan: ruling.id })
  await t.call('dossier.mark', { ...key, marks: [{ item: 'agreement', mark: null }] })
  t.clock.skip(31 * 86_400_000)
  await t.restart()
  await signInFounder(t)
  assert.equal((await t.refusal('scan.read', { ...key, scan: ruling.id })).code, 'not-found', 'erased for good')
  await goBackTo(t, backup)
  assert.deepEqual(await state(), then)
  const { built } = await bindDossier(t, key.id)
  assert.deepEqual(built.unreadable, [])
  const db = await t.inspect()
  assertWhole(db)
  db.close()
})

test('a case typed anew after its whole dossier was printed is told paper by paper, until that print is taken back', async () => {
  const r = await save(t, 'dispute', agreedDispute({ caseNo: '示例人调字〔2026〕第8号' }))
  const key = { ledger: 'dispute', id: r.id } as const
  await bindDossier(t, r.id)
  const { copyNo } = await t.call('dossier.printed', { ...key, copies: 2 })
  const printed = async () =>
    (await t.call('dossier.view', key)).items.flatMap((i) => (i.printed === null ? [] : [[i.key, i.printed.changed]]))
  assert.ok((await printed()).length >= 4 && (await printed()).every(([, changed]) => changed === false))
  const old = await t.call('record.get', key)
  await save(t, 'dispute', { ...old.data, summary: '示例一村两户围栏争议，改过', pages: 9 }, { old })
  const changed = (await printed()).flatMap(([item, is]) => (is ? [item] : []))
  assert.ok(changed.includes('acceptanceForm') && !changed.includes('rightsNotice'), String(changed))
  await t.call('dossier.printUndone', { ...key, copyNo })
  assert.deepEqual(await printed(), [])
})
