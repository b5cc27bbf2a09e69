import type { Page } from '@playwright/test'
import { daysAgo, quickUnit } from './entry.ts'
import { openPage } from './form.ts'
import { core, expect, test } from './program.ts'
import { disputeData, parties, saveDispute } from './records.ts'

const surnames = '赵钱孙李周吴郑王冯陈褚卫'

/** Twelve disputes of as many days; every third is a family's. */
async function seed(page: Page): Promise<void> {
  for (const [i, surname] of [...surnames].entries())
    await saveDispute(page, {
      parties: parties(`${surname}示例`, '白玛示例'),
      typeJustice: i % 3 === 0 ? 'family' : 'neighbour',
      applicationDate: daysAgo(i + 1),
      acceptanceDate: daysAgo(i),
      source: 'application',
    })
}

const cell = (page: Page, row: number, column: string) =>
  page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="${column}"]`)
const heading = (page: Page, column: string) => page.locator(`.ag-header-cell[col-id="${column}"]`)

test('sorting, widths and filters work on the whole list, and widths and order come back', async ({
  page,
  program,
}) => {
  await quickUnit(page, program.startUrl)
  await seed(page)
  await openPage(page, '纠纷')
  await expect(page.getByText('共 12 条')).toBeVisible()

  await heading(page, 'acceptanceDate').click()
  await expect(cell(page, 0, 'acceptanceDate')).toHaveText(daysAgo(11))
  await expect(cell(page, 11, 'acceptanceDate')).toHaveText(daysAgo(0))
  const edge = await heading(page, 'typeJustice').locator('.ag-header-cell-resize').boundingBox()
  if (!edge) throw new Error('the column has no edge to pull')
  const kept = page.waitForResponse(async (r) => (r.request().postData() ?? '').includes('window.set'))
  await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2)
  await page.mouse.down()
  await page.mouse.move(edge.x + 80, edge.y + edge.height / 2, { steps: 5 })
  await page.mouse.up()
  await kept
  const width = (await heading(page, 'typeJustice').boundingBox())?.width ?? 0
  expect(width).toBeGreaterThan(180)

  await page.getByRole('button', { name: '＋ 筛选' }).click()
  await page.getByRole('combobox', { name: '按什么筛选' }).fill('纠纷类型')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: '筛选值' }).fill('婚姻')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '确定' }).click()
  await expect(page.getByText('共 4 条')).toBeVisible()
  await expect(page.getByText('纠纷类型是 婚姻家庭纠纷')).toBeVisible()
  await expect(page.locator('.ag-row .ag-cell[col-id="typeJustice"]')).toHaveText(Array(4).fill('婚姻家庭纠纷'))

  await page.reload()
  await expect(cell(page, 0, 'acceptanceDate')).toHaveText(daysAgo(11))
  expect((await heading(page, 'typeJustice').boundingBox())?.width).toBeCloseTo(width, 0)
})

test('the search box answers to names, initials and numbers, by keyboard', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  await seed(page)
  const wanted = await saveDispute(page, {
    parties: parties('单示例', '扎西示例'),
    applicationDate: daysAgo(2),
    acceptanceDate: daysAgo(1),
    source: 'application',
  })
  const numbered = await core(page, 'dispute.giveNumber', {
    ledger: 'dispute',
    id: wanted.id,
    revision: wanted.revision,
    series: 'caseNo',
    on: daysAgo(1),
    typed: '示例人调字〔2026〕第77号',
  })
  const hits = page.getByRole('listbox', { name: '搜索' }).getByRole('option')
  for (const typed of ['单示例', 'dsl', 'zxsl', '第77号', '〔2026〕第77']) {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: '搜索' })).toBeFocused()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(typed)
    await expect(hits).toHaveCount(1)
    await expect(hits.first()).toContainText('单示例、扎西示例')
  }
  await page.keyboard.press('Control+a')
  await page.keyboard.type('白玛示例')
  await expect(hits).toHaveCount(12)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(hits.nth(2)).toHaveAttribute('aria-selected', 'true')
  const title = (await hits.nth(2).locator('strong').innerText()).trim()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('没有这个人')
  await expect(page.getByText('没有找到。')).toBeVisible()
  expect(disputeData(numbered).caseNo).toContain('77')
})

test('a list goes by keyboard from a row to its preview and its record', async ({ page, program }, info) => {
  await quickUnit(page, program.startUrl)
  await seed(page)
  await openPage(page, '纠纷')
  await cell(page, 0, 'partyNames').click()
  await page.keyboard.press('ArrowDown')
  const name = await cell(page, 1, 'partyNames').innerText()
  await page.keyboard.press('Space')
  const preview = page.getByRole('complementary', { name: '预览' })
  await expect(preview).toContainText(name.split('、')[0] ?? '')
  await expect(page.locator('.ag-row[row-index="1"]')).toHaveAttribute('aria-selected', 'true')
  await page.screenshot({ path: info.outputPath('preview.png') })
  await page.keyboard.press('Space')
  await expect(preview).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})
