import type { Page } from '@playwright/test'
import { quickUnit } from './entry.ts'
import { addPart, control, openPage } from './form.ts'
import { type InputMethod, inputMethod } from './ime.ts'
import { expect, test } from './program.ts'
import { parties, saveDispute } from './records.ts'

/** Composes twice, the second time confirming with Enter: both words arrive whole and the focus has not moved. */
async function composeIn(page: Page, ime: InputMethod, path: string): Promise<void> {
  await control(page, path).focus()
  await ime.compose('women', '我们')
  await ime.compose('xiang', '乡', 'enter')
  await expect(control(page, path)).toBeFocused()
  await expect(control(page, path)).toHaveValue('我们乡')
}

test('composing in a form never saves, moves or loses a character', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  const record = await saveDispute(page, { parties: parties('示例甲', '示例乙') })
  await page.goto(new URL(`/#/dispute/${record.id}`, page.url()).href)
  await expect(control(page, 'summary')).toBeVisible()
  await control(page, 'summary').fill('')
  await control(page, 'parties.0.name').fill('')
  const saves: string[] = []
  page.on('request', (r) => (r.postData() ?? '').includes('"record.save"') && saves.push(r.url()))
  const ime = await inputMethod(page)
  await composeIn(page, ime, 'village')
  await composeIn(page, ime, 'summary')
  await composeIn(page, ime, 'parties.0.name')

  // A date that is written with Chinese characters.
  await control(page, 'applicationDate').fill('')
  await control(page, 'applicationDate').focus()
  await page.keyboard.type('1')
  await ime.compose('yue', '月', 'enter')
  await page.keyboard.type('5')
  await ime.compose('ri', '日')
  await expect(control(page, 'applicationDate')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(control(page, 'applicationDate')).toHaveValue(/^\d{4}-01-05$/)

  // A code searched by its words: Enter that ends the composition chooses nothing.
  await control(page, 'typeJustice').focus()
  await ime.compose('linli', '邻里', 'enter')
  await expect(page.locator('.ant-select-item-option-active:visible')).toHaveText('邻里纠纷')
  await expect(control(page, 'typeJustice')).toHaveValue('邻里')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-path="typeJustice"]')).toContainText('邻里纠纷')
  await expect(page.locator('.form-bar [role=status]')).not.toContainText('保存于')
  expect(saves).toEqual([])
})

test('composing in a list of parts adds and removes no part', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  await openPage(page, '走访')
  await page.keyboard.press('Control+n')
  await expect(control(page, 'visitedOn')).toBeFocused()
  await addPart(page, 'visitors')
  const ime = await inputMethod(page)
  await composeIn(page, ime, 'visitors.0.name')
  await composeIn(page, ime, 'visitors.0.post')
  await page.keyboard.press('Alt+Enter')
  await expect(control(page, 'visitors.1.name')).toBeFocused()
  await ime.compose('xueyuan', '学员', 'enter')
  await expect(control(page, 'visitors.1.name')).toHaveValue('学员')
  await expect(page.locator('[data-path="visitors"] .part')).toHaveCount(2)
})

test('composing in the search box opens nothing until the words are there', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  await saveDispute(page, { parties: parties('示例甲', '示例乙') })
  const before = page.url()
  await page.keyboard.press('Control+k')
  const ime = await inputMethod(page)
  await ime.compose('shili', '示例')
  await expect(page.getByRole('option')).toHaveCount(1)
  // With an answer on the screen, Enter ends the composition and opens nothing.
  await ime.compose('jia', '甲', 'enter')
  await expect(page.getByRole('combobox', { name: '搜索' })).toHaveValue('示例甲')
  await expect(page.getByRole('option')).toHaveCount(1)
  expect(page.url()).toBe(before)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '示例甲、示例乙' })).toBeVisible()
})

test('composing in records, amounts and the list of phrases starts no turn, takes no phrase and no number', async ({
  page,
  program,
}) => {
  await quickUnit(page, program.startUrl)
  const record = await saveDispute(page, {
    parties: parties('示例甲', '示例乙'),
    acceptanceDate: '2026-01-05',
    source: 'application',
  })
  const step = (key: string) => page.goto(new URL(`/#/dispute/${record.id}/${key}`, page.url()).href)
  const ime = await inputMethod(page)
  await step('mediation')
  await addPart(page, 'sessions')
  const text = control(page, 'sessions.0.record')
  await text.focus()
  await page.keyboard.press('Alt+q')
  await ime.compose('zhuzhi', '住址', 'enter')
  // Enter was the composition's: the answer begins with the next one.
  await expect(text).toHaveValue('问：住址')
  await page.keyboard.press('Enter')
  await ime.compose('yicun', '一村')
  await expect(text).toHaveValue('问：住址\n答：一村')
  await page.keyboard.press('Alt+p')
  await ime.compose('huibi', '回避', 'enter')
  await expect(page.locator('.ant-select-item-option-active:visible')).toContainText('回避')
  await expect(text).toHaveValue('问：住址\n答：一村')
  await page.keyboard.press('Enter')
  await expect(text).toHaveValue(/^问：住址\n答：一村.*回避/)

  await step('agreement')
  await addPart(page, 'performances')
  const amount = control(page, 'performances.0.amount')
  await amount.focus()
  await page.keyboard.type('1')
  await ime.compose('wan', '万', 'enter')
  await expect(amount).toBeFocused()
  await expect(page.locator('[data-path="performances.0.amount"]')).toContainText('壹万元整')
  await page.keyboard.press('Tab')
  await expect(amount).toHaveValue('10,000.00')
  await composeIn(page, ime, 'performances.0.manner')
  await addPart(page, 'clauses')
  await composeIn(page, ime, 'clauses.0.text')
  await expect(page.locator('[data-path="clauses"] > .part')).toHaveCount(1)
})
