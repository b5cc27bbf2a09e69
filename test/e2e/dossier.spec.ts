import type { Page } from '@playwright/test'
import { caseWaiting } from './dossierSteps.ts'
import { quickUnit } from './entry.ts'
import { countPointer } from './form.ts'
import { expect, test } from './program.ts'

const row = (page: Page, name: string) => page.getByRole('listbox', { name: '卷内材料' }).getByRole('option', { name })
const said = (page: Page) => page.locator('.file-head [role=status]')
const drawn = (page: Page) =>
  expect(page.locator('.paper-page').first()).toHaveAttribute('data-drawn', 'true', { timeout: 60_000 })

test('by keyboard alone: walk, choose, tick, undo, look, print', async ({ page, program }, info) => {
  await quickUnit(page, program.startUrl)
  const { id } = await caseWaiting(page)
  await page.goto(new URL(`/#/dossier/${id}`, page.url()).href)
  const presses = await countPointer(page)
  await expect(page.getByRole('listbox', { name: '卷内材料' })).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(row(page, '人民调解申请书')).toContainText('原件已在卷')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('heading', { name: '已选 3 件' })).toBeVisible()
  await page.keyboard.press('Space')
  await expect(said(page)).toHaveText('已记：3 件 原件已在卷。')
  await page.keyboard.press('Control+z')
  await expect(said(page)).toHaveText('已撤销。')
  await expect(row(page, '人民调解申请书')).toContainText('原件已在卷')
  await expect(row(page, '人民调解受理登记表')).toContainText('已填')
  await page.keyboard.press('Control+z')
  await expect(row(page, '人民调解申请书')).toContainText('已填')
  await page.keyboard.press('Home')
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await drawn(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox', { name: '卷内材料' })).toBeFocused()
  await page.keyboard.press('Alt+w')
  await drawn(page)
  await page.screenshot({ path: info.outputPath('whole.png') })
  expect(await presses()).toBe(0)
})
