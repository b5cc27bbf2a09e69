import { quickUnit, township } from './entry.ts'
import { control, openPage } from './form.ts'
import { expect, test } from './program.ts'
import { saveDispute } from './records.ts'

const bodySize = "getComputedStyle(document.querySelector('main.page')).fontSize"

test('大字 makes the window larger and stays', async ({ page, program }, info) => {
  await quickUnit(page, program.startUrl)
  await saveDispute(page)
  expect(await page.evaluate(bodySize)).toBe('14px')
  await openPage(page, '设置')
  await page.getByRole('tab', { name: '显示与锁屏' }).click()
  await page.getByRole('switch', { name: '大字' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('已保存。')).toBeVisible()
  await page.reload()
  await openPage(page, '纠纷')
  await expect(page.locator('.ag-row').first()).toBeVisible()
  expect(await page.evaluate(bodySize)).toBe('16px')
  await page.screenshot({ path: info.outputPath('large-list.png') })
  await page.keyboard.press('Control+n')
  await expect(control(page, 'summary')).toBeVisible()
  await page.screenshot({ path: info.outputPath('large-form.png') })
  // Nothing is pushed out of the window sideways.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1366)
})

test('the window speaks English when asked, and goes back', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  await openPage(page, '设置')
  await page.getByRole('tab', { name: '显示与锁屏' }).click()
  await page.getByRole('radio', { name: 'English' }).click({ force: true })
  await expect(page.getByRole('link', { name: 'Disputes', exact: true })).toBeVisible()
  const words = await page.locator('body').innerText()
  const chinese = words.match(/\p{Script=Han}+/gu) ?? []
  // What people named themselves, and the name of the other language.
  const own = [township.unitName, township.adminName, '中文', '解纷簿']
  expect(chinese.filter((word) => !own.includes(word))).toEqual([])
})
