import type { Page } from '@playwright/test'
import { registerByKeyboard } from './caseSteps.ts'
import { daysAgo, quickUnit } from './entry.ts'
import { control, countPointer, pickCode, save, tabTo } from './form.ts'
import { core, expect, test } from './program.ts'
import { disputeData } from './records.ts'

const nextButton = (page: Page, words: string) =>
  page.getByRole('region', { name: '下一步' }).getByRole('button', { name: words, exact: true })

/** The next step as its button says it, by its key. */
async function goOn(page: Page, words: string): Promise<void> {
  await expect(nextButton(page, words)).toBeEnabled()
  await page.keyboard.press('Alt+n')
}

/** Text for the field that Tab leads to. */
async function typeIn(page: Page, path: string, words: string): Promise<void> {
  await tabTo(page, path)
  await page.keyboard.type(words)
}

/** Presses Tab until the button of a list has the focus, then Enter. */
async function addByKeyboard(page: Page, list: string): Promise<void> {
  const button = page.locator(`[data-path="${list}"] button.add-part`)
  for (let steps = 0; steps < 60; steps++) {
    if (await button.evaluate((b) => b === document.activeElement)) return page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach the button of ${list}`)
}

async function acceptByKeyboard(page: Page): Promise<void> {
  await goOn(page, '受理')
  await expect(control(page, 'acceptanceDate')).toBeFocused()
  await page.keyboard.type(daysAgo(6))
  await page.keyboard.press('Tab')
  await tabTo(page, 'source')
  await pickCode(page, 'source', 'ysq', '依申请调解')
  await addByKeyboard(page, 'mediators')
  await expect(control(page, 'mediators.0.name')).toBeFocused()
  await page.keyboard.type('示例调解员')
  await typeIn(page, 'noticeDate', daysAgo(6))
  await save(page)
  await goOn(page, '取卷号')
  await expect(page.getByLabel('卷号：照纸质填写')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: '卷号' }).locator('.number')).toContainText('第')
}

/** A record as question and answer, with a sentence of procedure found by its initials. */
async function writeRecord(page: Page): Promise<void> {
  await goOn(page, '记录调解')
  await expect(page.locator('[data-path="sessions"] button.add-part')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(control(page, 'sessions.0.heldOn')).toBeFocused()
  await page.keyboard.type(daysAgo(4))
  const record = control(page, 'sessions.0.record')
  await tabTo(page, 'sessions.0.record')
  await page.keyboard.press('Alt+q')
  await page.keyboard.type('双方怎样引水？')
  await page.keyboard.press('Enter')
  await page.keyboard.type('按户轮流。')
  await page.keyboard.press('Enter')
  await expect(record).toHaveValue('问：双方怎样引水？\n答：按户轮流。\n问：')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+p')
  await page.keyboard.type('xd')
  await expect(page.locator('.ant-select-item-option-active:visible')).toContainText('宣读')
  await page.keyboard.press('Enter')
  await expect(record).toBeFocused()
  const text = await record.inputValue()
  expect(text).toMatch(/^问：双方怎样引水？\n答：按户轮流。\n.*宣读.*。$/)
  // Escape leaves the menu and the text as they were.
  await page.keyboard.press('Alt+p')
  await page.keyboard.press('Escape')
  await expect(record).toBeFocused()
  await expect(record).toHaveValue(text)
  await tabTo(page, 'sessions.0.result')
  await pickCode(page, 'sessions.0.result', 'tjcg', '调解成功')
  await save(page)
}

/** The agreement with its sum in instalments, in one step that can be taken back. */
async function agree(page: Page): Promise<void> {
  await goOn(page, '填写调解结果')
  await expect(control(page, 'result')).toBeFocused()
  await pickCode(page, 'result', 'tjcg', '调解成功（书面协议）')
  await typeIn(page, 'resultDate', daysAgo(4))
  await typeIn(page, 'facts', '双方共用一条水渠，今年引水顺序没有约定。')
  await addByKeyboard(page, 'clauses')
  await page.keyboard.type('示例乙补偿示例甲麦苗损失3000元（叁万元整）。')
  await expect(page.getByRole('button', { name: /大写“叁万元整”/ })).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('示例乙补偿示例甲麦苗损失3000元（叁仟元整）。')
  await expect(page.getByRole('button', { name: /大写“叁万元整”/ })).toBeHidden()
  const plan = page.getByRole('button', { name: '分期…' })
  for (let steps = 0; steps < 20 && !(await plan.evaluate((b) => b === document.activeElement)); steps++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  for (const typed of ['3000', '3', '', daysAgo(-30)]) {
    await page.keyboard.type(typed)
    await page.keyboard.press('Tab')
  }
  await expect(page.getByRole('group', { name: '分期履行' })).toContainText('3 期，合计 3,000.00 元（叁仟元整）')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: '填入 3 期' })).toBeFocused()
  await page.keyboard.press('Enter')
  const parts = page.locator('[data-path="performances"] > .part')
  await expect(parts).toHaveCount(3)
  await expect(page.locator('[data-path="performances.2.amount"]')).toContainText('壹仟元整')
  await page.keyboard.press('Control+z')
  await expect(parts).toHaveCount(0)
  await page.keyboard.press('Control+y')
  await expect(parts).toHaveCount(3)
  await typeIn(page, 'copies', '3')
  await save(page)
}

async function sign(page: Page): Promise<void> {
  await goOn(page, '取协议编号')
  await expect(page.getByLabel('协议编号：照纸质填写')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: '协议编号' }).locator('.number')).toContainText('第')
  await goOn(page, '登记签署与盖章')
  await expect(page.getByLabel('当事人签署日', { exact: true })).toBeFocused()
  for (const day of [daysAgo(3), daysAgo(3), daysAgo(2)]) {
    await page.keyboard.type(day)
    await page.keyboard.press('Tab')
  }
  await expect(page.getByRole('button', { name: `协议自 ${daysAgo(2)} 生效` })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`协议已于 ${daysAgo(2)} 生效`)).toBeVisible()
}

async function fileAway(page: Page): Promise<void> {
  await goOn(page, '登记履行情况')
  await expect(control(page, 'performanceState')).toBeFocused()
  await pickCode(page, 'performanceState', 'ylx', '已履行')
  await goOn(page, '登记回访')
  await expect(page.locator('[data-path="followUps"] button.add-part')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(control(page, 'followUps.0.heldOn')).toBeFocused()
  await page.keyboard.type('.')
  await goOn(page, '结案')
  await expect(control(page, 'closedOn')).toBeFocused()
  await page.keyboard.type('.')
  await typeIn(page, 'filedBy', '示例经办')
  await typeIn(page, 'filedOn', '.')
  await tabTo(page, 'retention')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await save(page)
  await expect(nextButton(page, '本案已办完')).toBeVisible()
}

test('a whole case by keyboard, from the counter to the shelf', async ({ page, program }, info) => {
  await quickUnit(page, program.startUrl)
  await registerByKeyboard(page)
  const presses = await countPointer(page)
  await acceptByKeyboard(page)
  await writeRecord(page)
  await agree(page)
  await page.screenshot({ path: info.outputPath('agreement.png') })
  await sign(page)
  await fileAway(page)
  await page.keyboard.press('Alt+4')
  await expect(page.getByRole('tab', { name: '经过' })).toBeFocused()
  await expect(page.getByRole('region', { name: '经过' })).toContainText('第 1 次调解')
  await page.screenshot({ path: info.outputPath('timeline.png') })
  expect(await presses()).toBe(0)
  const id = new URL(page.url()).hash.split('/')[2] ?? ''
  const view = await core(page, 'record.get', { ledger: 'dispute', id })
  expect(view.stage).toBe('archived')
  expect(disputeData(view).performances.map((p) => p.amount)).toEqual([100000, 100000, 100000])
})

test('typing is undone in its field first, then step by step over the form; an earlier value comes back', async ({
  page,
  program,
}) => {
  await quickUnit(page, program.startUrl)
  await registerByKeyboard(page)
  await page.keyboard.press('Alt+PageUp')
  await control(page, 'village').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('示例二村')
  await page.keyboard.press('Tab')
  await page.keyboard.type('甲')
  await page.keyboard.press('Control+z')
  await expect(control(page, 'summary')).not.toHaveValue(/甲/)
  await expect(control(page, 'village')).toHaveValue('示例二村')
  await page.keyboard.press('Control+z')
  await expect(control(page, 'village')).toHaveValue('示例一村')
  await expect(control(page, 'village')).toBeFocused()
  await page.keyboard.press('Control+y')
  await expect(control(page, 'village')).toHaveValue('示例二村')
  await save(page)
  await page.keyboard.press('Alt+h')
  const earlier = page.getByRole('region', { name: '这一项以前的内容' })
  await expect(earlier.getByRole('button', { name: /示例一村.*示例经办/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(control(page, 'village')).toHaveValue('示例一村')
  await expect(control(page, 'village')).toBeFocused()
  await expect(earlier).toBeHidden()
})
