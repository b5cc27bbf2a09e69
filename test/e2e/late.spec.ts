import type { Page } from '@playwright/test'
import { quickUnit } from './entry.ts'
import { control, openPage } from './form.ts'
import { core, expect, test } from './program.ts'
import { disputeData } from './records.ts'

async function write(page: Page, path: string, words: string): Promise<void> {
  await expect(control(page, path)).toBeFocused()
  await page.keyboard.insertText(words)
  await page.keyboard.press('Enter')
}

async function choose(page: Page, path: string, letters: string, words: string): Promise<void> {
  await expect(control(page, path)).toBeFocused()
  await page.keyboard.type(letters)
  await expect(page.locator('.ant-select-item-option-active:visible')).toHaveText(words)
  await page.keyboard.press('Enter')
}

/** Numbers, type, day, people and what came of it, as they stand in the dossier. */
async function enterDossier(page: Page, no: number): Promise<void> {
  await write(page, 'caseNo', `示例人调字〔2019〕第${no}号`)
  await write(page, 'agreementNo', `示例人调协字〔2019〕第${no}号`)
  await choose(page, 'typeJustice', 'l', '邻里纠纷')
  // Only the first dossier of the pile says the year.
  await write(page, 'acceptanceDate', no === 1 ? '2019.3.1' : `3.${no}`)
  await choose(page, 'source', 'y', '依申请调解')
  await write(page, 'village', '示例一村')
  await expect(control(page, 'summary')).toBeFocused()
  await page.keyboard.insertText(`第${no}件：两户因引水发生争执。`)
  await page.keyboard.press('Control+Enter')
  for (const [index, name] of [`示例甲${no}`, `示例乙${no}`].entries()) {
    await write(page, `parties.${index}.name`, name)
    await write(page, `parties.${index}.idNumber`, '')
    await write(page, `parties.${index}.phone`, '')
    await write(page, `parties.${index}.address`, '示例一村')
  }
  // The buttons for one more party and one more mediator are passed by.
  await page.keyboard.press('Control+Enter')
  if (no === 1) {
    await expect(page.locator('[data-path="mediators"] button.add-part')).toBeFocused()
    await page.keyboard.press('Enter')
    await write(page, 'mediators.0.name', '示例调解员')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Control+Enter')
}

async function enterOutcome(page: Page, no: number): Promise<void> {
  await choose(page, 'result', 'tjcg', '调解成功（书面协议）')
  await write(page, 'resultDate', '4.10')
  await write(page, 'signedByPartiesOn', '4.10')
  await write(page, 'signedByMediatorsOn', '4.10')
  await write(page, 'sealedOn', '4.11')
  await choose(page, 'performanceState', 'y', '已履行')
  await write(page, 'closedOn', '5.6')
  await write(page, 'filedOn', '5.8')
  if (no === 1) await write(page, 'box', '3-12')
}

test('ten dossiers on paper are entered in a row by keyboard; what they share is typed once', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  await openPage(page, '纠纷')
  await page.keyboard.press('Control+b')
  for (let no = 1; no <= 10; no++) {
    await enterDossier(page, no)
    await enterOutcome(page, no)
    if (no === 2) await page.screenshot({ path: info.outputPath('dossier.png') })
    await page.keyboard.press('Control+s')
    await expect(page.locator('.late-progress')).toContainText(`已补录 ${no} 件`)
  }
  const { rows, total } = await core(page, 'record.page', { ledger: 'dispute', limit: 100 })
  expect(total).toBe(10)
  for (const row of rows) {
    const data = disputeData(await core(page, 'record.get', { ledger: 'dispute', id: row.id }))
    expect(data).toMatchObject({ lateEntry: true, box: '3-12', resultDate: '2019-04-10', sealedOn: '2019-04-11' })
    expect(data.mediators.map((m) => [m.name, m.presiding])).toEqual([['示例调解员', true]])
    expect(data.applicationDate).toBeNull()
  }
  const numbers = rows.map((r) => String(r.caseNo)).sort()
  expect(new Set(numbers).size).toBe(10)
})
