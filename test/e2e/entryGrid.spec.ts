/** The mass-entry grid as a clerk meets it: blocks from WPS, the input method, the keyboard alone. */
import type { Locator, Page } from '@playwright/test'
import { daysAgo, quickUnit } from './entry.ts'
import { control, fillFields, openPage, pickCode } from './form.ts'
import { expect, test } from './program.ts'

const table = (page: Page): Locator => page.getByRole('grid')
/** The cell in a row and under a heading, both counted from one. */
const cell = (page: Page, row: number, column: number): Locator =>
  page.locator(`[role=row][aria-rowindex="${row + 1}"] [aria-colindex="${column + 1}"]`)
const box = (page: Page): Locator => page.locator('.entry-box')

/** Pastes as a browser does on Ctrl+V: the block is on the clipboard, the box is told of it. */
const paste = (page: Page, text: string): Promise<void> =>
  box(page).evaluate((element, block) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', block)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

async function openHouseholds(page: Page, startUrl: string): Promise<void> {
  await quickUnit(page, startUrl)
  await openPage(page, '走访')
  await page.keyboard.press('Control+n')
  await expect(control(page, 'visitedOn')).toBeFocused()
  await page.keyboard.type(daysAgo(3))
  await fillFields(page, { village: '示例一村' })
  await pickCode(page, 'kind', 'zcxc', '政策宣传')
  await page.locator('[data-path="households"] .entry-switch').click()
  await expect(table(page)).toBeVisible()
}

test('households: a block pasted, filled down, undone, an error at its cell', async ({ page, program }, info) => {
  await openHouseholds(page, program.startUrl)
  await box(page).focus()
  await paste(page, '一组 1 号\t3\t2\r\n一组 2 号\t２人\t\r\n一组 3 号\t许多\t1\r\n"二组\n4 号"\t1\t1\r\n')
  await expect(cell(page, 2, 2)).toHaveText('2')
  await expect(cell(page, 4, 1)).toHaveText('二组 4 号')
  await expect(cell(page, 3, 2)).toHaveText('许多')
  await expect(cell(page, 3, 2)).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('F8')
  await expect(page.locator('.entry-status')).toContainText('不是数字')
  await page.screenshot({ path: info.outputPath('error.png') })
  await page.keyboard.type('4')
  await page.keyboard.press('Enter')
  await expect(cell(page, 3, 2)).toHaveText('4')

  await page.keyboard.press('Control+Home')
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Control+d')
  await expect(cell(page, 4, 3)).toHaveText('2')
  await page.screenshot({ path: info.outputPath('filled.png') })
  await page.keyboard.press('Control+z')
  await expect(cell(page, 4, 3)).toHaveText('1')
  await page.keyboard.press('Control+y')
  await expect(cell(page, 4, 3)).toHaveText('2')
})
