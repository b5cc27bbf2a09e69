/** An outing from its list of doors to its matters: printed, typed back by keys alone, handed on, done. */
import type { Locator, Page } from '@playwright/test'
import { daysAgo, quickUnit } from './entry.ts'
import { control, countPointer, fillFields, openPage, pickCode, save } from './form.ts'
import { core, expect, test } from './program.ts'

const box = (page: Page): Locator => page.locator('.entry-box')
const cell = (page: Page, row: number, column: number): Locator =>
  page.locator(`[role=row][aria-rowindex="${row + 1}"] [aria-colindex="${column + 1}"]`)
const households = 12

async function planOuting(page: Page): Promise<void> {
  await openPage(page, '走访')
  await page.keyboard.press('Control+n')
  await expect(control(page, 'visitedOn')).toBeFocused()
  await page.keyboard.type(daysAgo(3))
  await fillFields(page, { village: '示例一村', householdGroup: '一组' })
  await pickCode(page, 'kind', 'zcxc', '政策宣传')
  await page.locator('[data-path="visitors"] button.add-part').click()
  await fillFields(page, { 'visitors.0.name': '示例走访员' })
  await box(page).focus()
  for (let i = 1; i <= households; i++) {
    await page.keyboard.type(i === 3 ? '一组 3 户 才让示例' : `一组 ${i} 户`)
    await page.keyboard.press('Enter')
  }
  await expect(cell(page, households, 1)).toHaveText(`一组 ${households} 户`)
  await save(page)
}

test('an outing is planned and printed, typed back by keys alone, a matter handed on and done, a dispute begun', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  const shot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })

  await test.step('doors alone are a plan; its sheet lies across the page with them on it', async () => {
    await planOuting(page)
    await expect(page.getByText('计划：还没有走访情况')).toBeVisible()
    await shot('01-planned')
    await page.keyboard.press('Alt+p')
    const paper = page.locator('.paper-page').first()
    await expect(paper).toHaveAttribute('data-drawn', 'true', { timeout: 60_000 })
    const { width = 0, height = 0 } = (await paper.boundingBox()) ?? {}
    expect(width).toBeGreaterThan(height)
    await shot('02-sheet')
    await page.keyboard.press('Escape')
    await expect(box(page)).toBeVisible()
  })

  await test.step('the sheet is typed back without the mouse; leaflets are taken over from the row above', async () => {
    await box(page).focus()
    const pointer = await countPointer(page)
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('2')
    await page.keyboard.press('Tab')
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    for (let i = 2; i <= households; i++) {
      await page.keyboard.type(String(i % 4))
      await page.keyboard.press('Enter')
    }
    await expect(cell(page, households, 3)).toHaveText('3')
    await page.keyboard.press('Control+Home')
    for (const key of ['ArrowDown', 'ArrowDown', ...Array<string>(3).fill('ArrowRight')]) await page.keyboard.press(key)
    const words = ['引水渠被占，与邻户争执', '已到场看过', '清理引水渠', '示例水务站', daysAgo(1)]
    for (const text of words) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    expect(await pointer()).toBe(0)
    await expect(page.getByText(`${households} 户次`)).toBeVisible()
    await expect(page.getByText('36 份')).toBeVisible()
    await expect(page.getByText('交办 1 件，未办结 1 件')).toBeVisible()
    await save(page)
    await shot('03-typed')
  })

  await test.step('the household becomes a dispute of its own; neither record holds the other', async () => {
    const [visit] = (await core(page, 'record.page', { ledger: 'visit' })).rows
    await page.getByRole('button', { name: '转为纠纷登记：一组 3 户' }).click()
    await expect(control(page, 'parties.0.name')).toHaveValue('才让示例')
    await expect(control(page, 'summary')).toHaveValue('引水渠被占，与邻户争执')
    await shot('04-dispute')
    const { drafts } = await core(page, 'home.view', {})
    const [draft] = drafts.filter((d) => d.ledger === 'dispute')
    const stored = await core(page, 'draft.get', { key: draft?.key ?? '' })
    expect(JSON.stringify(stored)).not.toContain(visit?.id ?? 'no visit')
    const after = await core(page, 'record.get', { ledger: 'visit', id: visit?.id ?? '' })
    expect(JSON.stringify(after.data)).not.toContain(draft?.key ?? 'no draft')
  })

  await test.step('the matter is overdue on 今日 and in the list; its result is written there', async () => {
    await openPage(page, '今日')
    await expect(page.getByRole('region', { name: '到期的交办事项' })).toContainText('清理引水渠')
    await openPage(page, '交办事项')
    await expect(page.getByText('▲ 已过期限 1 天')).toBeVisible()
    await shot('05-matters')
    await page.getByRole('button', { name: '写结果' }).click()
    await expect(page.getByLabel('办理结果')).toBeFocused()
    await page.keyboard.type('已清理，已回复')
    await page.keyboard.press('Enter')
    await expect(page.getByText('「清理引水渠」已办结。')).toBeVisible()
    await expect(page.getByText('没有未办结的交办事项')).toBeVisible()
  })

  await test.step('the next outing begins where the last one led', async () => {
    await openPage(page, '走访')
    await page.keyboard.press('Control+n')
    await expect(control(page, 'village')).toHaveValue('示例一村')
    await expect(control(page, 'householdGroup')).toHaveValue('一组')
    await expect(page.locator('[data-path="kind"]')).toContainText('政策宣传')
  })
})
