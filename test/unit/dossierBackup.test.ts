import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { backUp, goBackTo } from '../support/backups.ts'
import { inEffect, keyOf } from '../support/caseActs.ts'
import { signInFounder, type TestOffice, unitOffice } from '../support/office.ts'
import { jpegOf } from '../support/pictures.ts'
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
  const mark = { state: 'onFile', day: '2026-11-23', byName: '李示例', reason: null } as const
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
