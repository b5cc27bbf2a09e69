import type { Page } from '@playwright/test'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { agreedDispute, partOf } from '../support/samples.ts'
import { preview } from './caseSteps.ts'
import { daysAgo, quickUnit } from './entry.ts'
import { control, fillFields, openPage, pickCode, save } from './form.ts'
import { core, expect, type Program, test } from './program.ts'
import { disputeData, parties, saveDispute } from './records.ts'

const address = (page: Page, id: string): string => new URL(`/#/dispute/${id}`, page.url()).href

test('a draft outlives a window that is killed in the middle of a word', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  await openPage(page, '纠纷')
  await page.keyboard.press('Control+n')
  await expect(control(page, 'typeJustice')).toBeFocused()
  const kept = page.waitForResponse((r) => (r.request().postData() ?? '').includes('"draft.save"'))
  await fillFields(page, { summary: '窗口突然没了', 'parties.0.name': '示例甲' })
  await kept
  await expect(page.getByText('草稿已留存')).toBeVisible()
  const origin = new URL('/', page.url()).href
  // Not by way of its own closing: no page may count on that.
  const again = await page.context().newPage()
  await page.close({ runBeforeUnload: false })
  await again.goto(origin)
  await again.getByRole('region', { name: '没写完的草稿' }).getByRole('link').click()
  await expect(again.getByText('已接着上次的草稿')).toBeVisible()
  await expect(control(again, 'summary')).toHaveValue('窗口突然没了')
  await expect(control(again, 'parties.0.name')).toHaveValue('示例甲')
  await fillFields(again, { 'parties.1.name': '示例乙' })
  await pickCode(again, 'typeJustice', 'lljf', '邻里纠纷')
  await save(again)
  await openPage(again, '今日')
  await expect(again.getByText('没有未完成的草稿。')).toBeVisible()
})

test('two windows on one case: the later save shows both versions and loses neither', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  const record = await saveDispute(page, { parties: parties('示例甲', '示例乙') })
  await page.goto(address(page, record.id))
  const other = await page.context().newPage()
  await other.goto(address(page, record.id))
  await fillFields(page, { summary: '第一个窗口写的情况', village: '示例一村' })
  await expect(page.getByText('草稿已留存')).toBeVisible()
  await fillFields(other, { summary: '第二个窗口写的情况' })
  await save(other)

  await page.bringToFront()
  await page.keyboard.press('Control+s')
  const conflict = page.getByRole('region', { name: '您填写期间，这条记录被别人改过。' })
  await expect(conflict).toBeVisible()
  await expect(conflict).toContainText('第一个窗口写的情况')
  await expect(conflict).toContainText('第二个窗口写的情况')
  await page.screenshot({ path: info.outputPath('conflict.png') })
  await conflict.getByRole('group', { name: '纠纷简要情况' }).getByText('第二个窗口写的情况').click()
  await conflict.getByRole('button', { name: '按所选内容继续' }).click()
  await expect(control(page, 'summary')).toHaveValue('第二个窗口写的情况')
  await expect(control(page, 'village')).toHaveValue('示例一村')
  await save(page)
  const kept = disputeData(await core(page, 'record.get', { ledger: 'dispute', id: record.id }))
  expect([kept.summary, kept.village]).toEqual(['第二个窗口写的情况', '示例一村'])
})

test('the history tells every change with before and after', async ({ page, program }, info) => {
  await quickUnit(page, program.startUrl)
  const record = await saveDispute(page, { parties: parties('示例甲', '示例乙'), village: '示例一村' })
  await page.goto(address(page, record.id))
  await fillFields(page, { village: '示例二村', 'parties.1.name': '示例丙' })
  await save(page)
  await page.getByRole('button', { name: '操作记录' }).click()
  const history = page.getByRole('region', { name: '操作记录' })
  const village = history.getByRole('row').filter({ hasText: '村（社区）' })
  await expect(village.getByRole('cell')).toHaveText(['示例一村', '示例二村'])
  const changed = history.getByRole('row').filter({ hasText: '当事人' })
  await expect(changed).toContainText('示例乙')
  await expect(changed).toContainText('示例丙')
  await expect(changed).not.toContainText('示例甲')
  await page.screenshot({ path: info.outputPath('history.png') })
  await page.getByRole('navigation', { name: '办理步骤' }).getByRole('button', { name: '受理' }).click()
  await expect(control(page, 'acceptanceDate')).toBeVisible()
})

test('an ID number with a wrong last digit or an impossible date says so at the field, and the form does not save', async ({
  page,
  program,
}) => {
  await quickUnit(page, program.startUrl)
  const record = await saveDispute(page, { parties: parties('示例甲', '示例乙') })
  await page.goto(address(page, record.id))
  const field = page.locator('[data-path="parties.0.idNumber"]')
  await fillFields(page, { 'parties.0.idNumber': '990011199001010017' })
  await page.keyboard.press('Tab')
  await expect(field.locator('.field-problem')).toHaveText('身份证号最后一位对不上，可能有一位打错，请对照证件核对。')
  await page.keyboard.press('Control+s')
  await expect(control(page, 'parties.0.idNumber')).toBeFocused()
  await fillFields(page, { 'parties.0.idNumber': '990011198502300025' })
  await page.keyboard.press('Tab')
  await expect(field.locator('.field-problem')).toHaveText('身份证号里的出生日期不存在，请对照证件核对。')
  expect((await core(page, 'record.get', { ledger: 'dispute', id: record.id })).revision).toBe(record.revision)
  await fillFields(page, { 'parties.0.idNumber': '９９００１１１９９００１０１００１６' })
  await save(page)
  await expect(control(page, 'parties.0.birthDate')).toHaveValue('1990-01-01')
})

test('a date that nobody can read is not lost by a save in the middle of it', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  const record = await saveDispute(page, { parties: parties('示例甲', '示例乙') })
  await page.goto(address(page, record.id))
  await control(page, 'applicationDate').fill('2026.13.45')
  await page.keyboard.press('Control+s')
  await expect(page.locator('[data-path="applicationDate"] .field-problem')).toContainText('「申请日期」不是日期。')
  await expect(control(page, 'applicationDate')).toHaveValue('2026.13.45')
  await expect(control(page, 'applicationDate')).toBeFocused()
  await control(page, 'applicationDate').fill('２０２６年１月５日')
  await save(page)
  await expect(control(page, 'applicationDate')).toHaveValue('2026-01-05')
})

/** An agreed case, dated so that any day of the test is good. */
const agreedLately = () =>
  agreedDispute({
    ...{ acceptanceDate: daysAgo(5), noticeDate: daysAgo(5), resultDate: daysAgo(3) },
    sessions: [partOf(p.session, { heldOn: daysAgo(3), record: '双方自愿达成协议。', result: 'agreed' })],
  })

const agreed = (page: Page, applicant: string) =>
  saveDispute(page, {
    ...agreedLately(),
    parties: parties(applicant, '示例乙'),
  })

test('a character that no font has is named before printing', async ({ page, program }, info) => {
  await quickUnit(page, program.startUrl)
  const record = await agreed(page, '𠮷示例')
  await page.goto(address(page, record.id))
  await preview(page, '草稿')
  const warning = page.getByRole('alert').filter({ hasText: '有 1 个字打不出来' })
  await expect(warning).toContainText('𠮷')
  await expect(warning).toContainText('U+20BB7')
  const print = page.getByRole('button', { name: '打印', exact: true })
  await expect(print).toBeDisabled()
  await page.screenshot({ path: info.outputPath('missing-glyph.png') })
  await warning.getByRole('checkbox').check()
  await expect(print).toBeEnabled()
})

const hostile = {
  name: '<img src=x onerror="window.hacked=1">',
  other: '"><script>window.hacked=1</script>',
  text: "</textarea><svg onload=window.hacked=1> {{7*7}} =cmd|'/C calc'!A0 \u202e倒写",
} as const

async function expectPlain(page: Page, program: Program): Promise<void> {
  expect(await page.evaluate(() => Reflect.has(window, 'hacked'))).toBe(false)
  expect(await page.locator('img[src="x"], svg[onload]').count(), program.dataDir).toBe(0)
}

test('hostile text is shown as text, on every page it appears', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  const record = await saveDispute(page, {
    ...agreedLately(),
    parties: parties(hostile.name, hostile.other),
    summary: hostile.text.replace('\u202e', ''),
    facts: hostile.text.replace('\u202e', ''),
  })
  const title = `${hostile.name}、${hostile.other}`
  await openPage(page, '今日')
  await expect(page.getByRole('region', { name: '最近办理' }).getByRole('link')).toHaveText(title)
  await openPage(page, '纠纷')
  const cell = page.locator('.ag-row .ag-cell[col-id="partyNames"]')
  await expect(cell).toHaveText(title)
  await cell.click()
  await page.keyboard.press('Space')
  await expect(page.getByRole('complementary', { name: '预览' })).toContainText(hostile.name)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('script')
  await expect(page.getByRole('option')).toContainText(hostile.other)
  await expectPlain(page, program)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await fillFields(page, { village: hostile.name })
  await save(page)
  await page.getByRole('button', { name: '操作记录' }).click()
  await expect(page.getByRole('region', { name: '操作记录' })).toContainText(hostile.name)
  await preview(page, '草稿')
  await expectPlain(page, program)
  expect(disputeData(await core(page, 'record.get', { ledger: 'dispute', id: record.id })).village).toBe(hostile.name)
})
