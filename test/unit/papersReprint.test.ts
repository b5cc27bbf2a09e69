/** From 生效 a reprint is the kept paper, byte for byte, through the real calls. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { again, change, inEffect, keyOf, threeActs } from '../support/caseActs.ts'
import { signInFounder, type TestOffice, unitOffice } from '../support/office.ts'
import { partOf } from '../support/samples.ts'
import { bodyText, readPdf } from './papersKit.ts'

const textOf = async (pdf: Uint8Array) => bodyText(await readPdf(pdf))

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

test('agreement and supplement: what was kept is what is shown again, after other days, another name, a restart', async () => {
  const record = await inEffect(t)
  const added = await change(t, record, {
    supplements: [partOf(p.supplement, { reason: '转场提前', text: '第一笔改期。' })],
  })
  const wanted = { ...keyOf(record), mode: 'final', part: 0 } as const
  const typed = await t.call('paper.preview', { ...wanted, paper: 'supplement' })
  assert.equal(typed.frozen, false)
  await t.call('supplement.takeEffect', { ...keyOf(record), revision: added.revision, part: 0, ...threeActs })
  const shown = async () => ({
    agreement: await t.call('paper.preview', { ...wanted, paper: 'agreement' }),
    supplement: await t.call('paper.preview', { ...wanted, paper: 'supplement' }),
  })
  const kept = await shown()
  assert.ok(kept.agreement.frozen && kept.supplement.frozen)
  // The kept one bears the day of 生效, so that only its words are the same.
  assert.equal(await textOf(kept.supplement.pdf), await textOf(typed.pdf), 'what was read is what is kept')
  const same = async (when: string) => {
    const now = await shown()
    for (const paper of ['agreement', 'supplement'] as const) {
      assert.ok(now[paper].frozen, `${paper} ${when}`)
      assert.ok(Buffer.from(now[paper].pdf).equals(Buffer.from(kept[paper].pdf)), `${paper} ${when}`)
    }
  }
  t.clock.skip(40 * 24 * 3600 * 1000)
  await same('another month')
  await t.call('setting.save', { committee: '示例镇人民调解委员会', pageNumbers: 'comma' })
  await same('under another name and other wording')
  // A new paper of the same case takes the new wording: the kept ones did not stay the same by chance.
  const blank = await t.call('paper.preview', { ...wanted, paper: 'agreement', mode: 'blank' })
  assert.ok(!Buffer.from(blank.pdf).equals(Buffer.from(kept.agreement.pdf)))
  const now = await again(t, record)
  await change(t, now, { performanceState: 'done' })
  await same('after the case went on')
  await t.restart()
  await signInFounder(t)
  await same('after a restart')
})
