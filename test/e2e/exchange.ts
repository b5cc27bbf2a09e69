/** Cards, handovers and receipts between windows, over one folder that stands for the stick. */
import { expect, type Locator, type Page } from '@playwright/test'
import { openPage } from './form.ts'
import { stickName } from './program.ts'

const tab = (page: Page, name: string | RegExp): Locator => page.getByRole('tab', { name })
/** A panel by its heading. */
export const panel = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true })

export type BookName = '调解' | '队伍'

/** The unit's 报送 page, at a book. */
export async function openReport(page: Page, book: BookName): Promise<void> {
  await openPage(page, '报送')
  await page.getByRole('radiogroup', { name: '选择要报送的业务' }).getByText(book, { exact: true }).click()
}

export const ownCheckCode = (page: Page): Promise<string> =>
  panel(page, '本单位的登记卡').locator('dd.check-code').innerText()

export async function writeOwnCard(page: Page): Promise<void> {
  const card = panel(page, '本单位的登记卡')
  await pickStick(card)
  await card.getByRole('button', { name: '写登记卡到 U 盘' }).click()
  await expect(card.getByText('已写好')).toBeVisible()
}

/** The stick of the test, whatever else this machine offers. */
const pickStick = (within: Locator): Promise<void> =>
  within.locator('.place-label').getByText(stickName, { exact: true }).click()

/** Chooses a file of the stick by its name; looks again first, as another program has just written it. */
export async function chooseFile(within: Locator, name: string): Promise<void> {
  await expect(within.locator('.place-picker')).toContainText(stickName)
  await within.getByRole('button', { name: '刷新' }).click()
  await within.locator('.file-picker-files').getByText(name).click()
}

/** Takes in the other side's card with the code heard on the telephone. */
export async function enrol(page: Page, title: string, file: string, heard: string): Promise<void> {
  const card = panel(page, title)
  await chooseFile(card, file)
  await card.getByLabel('电话里听到的核对码').fill(heard)
  await card.getByRole('button', { name: '核对无误，登记' }).click()
}

export const showLeaving = (page: Page): Promise<void> => tab(page, '本次报送').click()

/** The only row of a ledger that will leave, by its headings. */
export async function leavingRow(page: Page, ledger: string): Promise<Readonly<Record<string, string>>> {
  await tab(page, new RegExp(`^${ledger}`)).click()
  const table = page.getByRole('table', { name: `${ledger}将报送的内容` })
  await expect(table.locator('tbody tr')).toHaveCount(1)
  const headings = await table.getByRole('columnheader').allInnerTexts()
  const cells = await table.getByRole('cell').allInnerTexts()
  return Object.fromEntries(headings.map((heading, i) => [heading.trim(), cells[i]?.trim() ?? '']))
}

export async function seal(page: Page): Promise<void> {
  await pickStick(panel(page, '加密打包'))
  await page.getByRole('button', { name: '加密打包' }).click()
  await expect(panel(page, '已加密打包')).toBeVisible()
}

/** Looks at what a file would bring, before it does. */
export async function inspect(page: Page, file: string, unit: string): Promise<void> {
  await openPage(page, '接收')
  await tab(page, '接收文件').click()
  await chooseFile(panel(page, '接收文件'), file)
  await page.getByRole('button', { name: '查看 1 个文件' }).click()
  await expect(page.getByRole('table', { name: '将要并入的内容' })).toContainText(unit)
}

export async function merge(page: Page): Promise<void> {
  await page.getByRole('button', { name: '并入 1 个文件' }).click()
  await expect(panel(page, '已并入汇总')).toBeVisible()
}

export async function writeReceipt(page: Page, unit: string): Promise<void> {
  await page.getByRole('button', { name: '去写回执' }).click()
  await page.getByRole('button', { name: `给${unit}写回执` }).click()
  const receipt = panel(page, `给${unit}写回执`)
  await pickStick(receipt)
  await receipt.getByRole('button', { name: '写回执', exact: true }).click()
  await expect(receipt.getByText('回执已写好')).toBeVisible()
}

export async function takeReceipt(page: Page, file: string): Promise<void> {
  await tab(page, '已报送与回执').click()
  const receipt = panel(page, '回执')
  await chooseFile(receipt, file)
  await receipt.getByRole('button', { name: '收回执' }).click()
  await expect(receipt.getByText('回执已收：上级已收到第 1 号。')).toBeVisible()
}
