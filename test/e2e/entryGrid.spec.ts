/** The mass-entry grid as a clerk meets it: blocks from WPS, the input method, the keyboard alone. */
import type { Locator, Page } from '@playwright/test'
import { daysAgo, quickUnit } from './entry.ts'
import { control, fillFields, openPage, pickCode } from './form.ts'
import { inputMethod } from './ime.ts'
import { core, expect, test } from './program.ts'

const table = (page: Page): Locator => page.getByRole('grid')
/** The cell in a row and under a heading, both counted from one. */
const cell = (page: Page, row: number, column: number): Locator =>
  page.locator(`[role=row][aria-rowindex="${row + 1}"] [aria-colindex="${column + 1}"]`)
const box = (page: Page): Locator => page.locator('.entry-box')

/** A block copied in WPS, pasted with Ctrl+V. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((block) => navigator.clipboard.writeText(block), text)
  await page.keyboard.press('Control+v')
}
const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

async function openHouseholds(page: Page, startUrl: string): Promise<void> {
  await quickUnit(page, startUrl)
  await openPage(page, '走访')
  await page.keyboard.press('Control+n')
  await expect(control(page, 'visitedOn')).toBeFocused()
  await page.keyboard.type(daysAgo(3))
  await fillFields(page, { village: '示例一村' })
  await pickCode(page, 'kind', 'zcxc', '政策宣传')
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
  await page.keyboard.press('Control+c')
  expect(await copied(page)).toBe('2\r\n2\r\n2\r\n2\r\n')
  await page.keyboard.press('Delete')
  await expect(cell(page, 1, 3)).toHaveText('')
})

test('an outing typed by keyboard alone, with the input method, is saved as typed', async ({ page, program }, info) => {
  await openHouseholds(page, program.startUrl)
  await page.locator('[data-path="visitors"] button.add-part').press('Enter')
  await fillFields(page, { 'visitors.0.name': '示例走访员' })
  const ime = await inputMethod(page)
  await box(page).focus()
  // The very first key belongs to the input method, and Enter that ends a composition moves nothing.
  await ime.compose('yizu', '一组')
  await ime.compose('hao', '号', 'enter')
  await expect(box(page)).toHaveValue('一组号')
  await page.keyboard.press('Tab')
  await page.keyboard.type('2')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await ime.compose('luxiu', '路灯修理', 'enter')
  await page.keyboard.press('Enter')
  await expect(cell(page, 1, 1)).toHaveText('一组号')
  await expect(cell(page, 1, 4)).toHaveText('路灯修理')
  // Back in the column where Tab began; what stands above is taken over, then mended from its end.
  await page.keyboard.press("Control+'")
  await expect(cell(page, 2, 1)).toHaveText('一组号')
  await page.keyboard.press('F2')
  await ime.compose('er', '二')
  await page.keyboard.press('Enter')
  await expect(cell(page, 2, 1)).toHaveText('一组号二')
  // Composed over what stood there: nothing of it is left, and Esc takes the new away.
  await page.keyboard.press('ArrowUp')
  await ime.compose('san', '三组')
  await page.keyboard.press('Escape')
  await expect(cell(page, 2, 1)).toHaveText('一组号二')
  await page.keyboard.press('Alt+Delete')
  await expect(cell(page, 2, 1)).toHaveText('')
  await page.keyboard.press('Control+z')
  await page.screenshot({ path: info.outputPath('typed.png') })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(box(page)).not.toBeFocused()
  await page.keyboard.press('Control+s')
  await expect(page.locator('.form-bar [role=status]')).toContainText('保存于')
  const { rows } = await core(page, 'record.page', { ledger: 'visit' })
  const { data } = await core(page, 'record.get', { ledger: 'visit', id: rows[0]?.id ?? '' })
  expect(data.households).toMatchObject([
    { door: '一组号', peopleMet: 2, request: '路灯修理', matter: null },
    { door: '一组号二', peopleMet: null, request: null },
  ])
})

test('text that cannot be read outlives the window in the draft, and keeps the record from being saved', async ({
  page,
  program,
}) => {
  await openHouseholds(page, program.startUrl)
  await box(page).focus()
  const kept = page.waitForResponse((r) => (r.request().postData() ?? '').includes('好几个'))
  await paste(page, '一组 1 号\t好几个')
  await kept
  await page.reload()
  await expect(cell(page, 1, 2)).toHaveText('好几个')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('没有保存')).toBeVisible()
  await page.getByRole('button', { name: '「走访户 1 · 见到人数」不是数字。' }).click()
  await expect(box(page)).toBeFocused()
  await expect(page.locator('.entry-status')).toContainText('第 1 行 · 见到人数')
})

test('a roster of 5,000 rows is pasted, mended at its cell, and saved whole', async ({ page, program }, info) => {
  await quickUnit(page, program.startUrl)
  await openPage(page, '人员')
  await page.getByRole('button', { name: '整表录入' }).click()
  await expect(table(page)).toBeVisible()
  await box(page).focus()
  const started = Date.now()
  await paste(page, Array.from({ length: 5000 }, (_, i) => `联户长\t${i + 1}组\t示例组${i + 1}\t10`).join('\r\n'))
  await expect(page.locator('.entry-count')).toContainText('共 5000 行')
  info.annotations.push({ type: 'paste', description: `${Date.now() - started} ms` })
  // The name and the day of selection, which every row needs.
  await page.keyboard.press('Control+Home')
  await column(page, '姓名')
  await paste(page, Array.from({ length: 5000 }, (_, i) => `示例${i + 1}`).join('\n'))
  await page.keyboard.press('Control+Home')
  await column(page, '选配日期')
  await page.keyboard.type('2024.3.1')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Control+Shift+ArrowDown')
  await page.keyboard.press('Control+d')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Home')
  await page.keyboard.type('警察')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('alert')).toContainText('1 处要改正')
  await expect(page.locator('.entry-status')).toContainText('第 5000 行 · 队伍')
  await page.screenshot({ path: info.outputPath('roster.png') })
  // lhz are two of the teams: the list says which, and the digit before it means one.
  await page.keyboard.type('lhz')
  await expect(page.locator('.entry-choices li')).toHaveText(['1联户长', '4楼户长'])
  await page.keyboard.press('Escape')
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存 5000 行')).toBeVisible()
  expect((await core(page, 'record.page', { ledger: 'post' })).total).toBe(5000)
  expect(await core(page, 'draft.get', { key: 'many-post' })).toBeNull()
})

/** Goes to the right until the column with this heading is typed into. */
async function column(page: Page, heading: string): Promise<void> {
  for (let i = 0; i < 40; i++) {
    if ((await box(page).getAttribute('aria-label'))?.endsWith(`· ${heading}`)) return
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`no column ${heading}`)
}
