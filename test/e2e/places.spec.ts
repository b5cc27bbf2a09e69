import type { Page } from '@playwright/test'
import { quickUnit } from './entry.ts'
import { addPart, control, fillFields, openPage, pickCode, save } from './form.ts'
import { core, expect, test } from './program.ts'

const offered = (page: Page) => page.locator('.ant-select-item-option:visible')
const drawn = (page: Page) =>
  expect(page.locator('.paper-page').first()).toHaveAttribute('data-drawn', 'true', { timeout: 60_000 })

/** Types into a field that offers names, and takes the one whose words these are. */
async function take(page: Page, path: string, typed: string, words: string): Promise<void> {
  await control(page, path).fill('')
  await control(page, path).pressSequentially(typed)
  await expect(offered(page).filter({ hasText: words })).toBeVisible()
  await offered(page).filter({ hasText: words }).click()
}

async function addVillage(page: Page, name: string): Promise<void> {
  await openPage(page, '区划与单位')
  await page.keyboard.press('Control+n')
  await pickCode(page, 'level', 'c', '村')
  await fillFields(page, { name })
  await take(page, 'under', 'nwx', '那吾镇')
  await save(page)
}

test('the ten are loaded, a village is renamed and one merged, and old names are chosen in a visit', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  const shot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })

  await test.step('an empty list offers the ten units; they come with their codes and old names', async () => {
    await openPage(page, '区划与单位')
    await expect(page.getByText('还没有区划')).toBeVisible()
    await shot('01-empty')
    await page.getByRole('button', { name: '载入合作市十个乡镇街道' }).click()
    await expect(page.getByText('已载入 11 个')).toBeVisible()
    const row = page.getByRole('row', { name: /那吾镇/ })
    await expect(row).toContainText('623001100')
    await expect(row).toContainText('那吾乡')
    await shot('02-loaded')
  })

  await test.step('a village stands under a township found by its old name; renamed, it keeps the name it had', async () => {
    await addVillage(page, '示例一村')
    await expect(control(page, 'under')).toHaveValue('那吾镇')
    await fillFields(page, { name: '示例新村' })
    await save(page)
    await expect(control(page, 'formerNames.0.name')).toHaveValue('示例一村')
    await shot('03-renamed')
  })

  await test.step('a merged village needs its last day and a place that exists', async () => {
    await addVillage(page, '示例二村')
    await fillFields(page, { mergedInto: '没有的村', validUntil: '2024.6.30' })
    await page.keyboard.press('Control+s')
    await expect(page.locator('[data-path="mergedInto"]')).toContainText('没有登记过「没有的村」')
    await take(page, 'mergedInto', '示例新', '示例新村')
    await fillFields(page, { mergedWhy: '撤村并居' })
    await save(page)
    await shot('04-merged')
  })

  await test.step('in a visit old names are found by their initials, with what they are now', async () => {
    await openPage(page, '走访')
    await page.keyboard.press('Control+n')
    await fillFields(page, { visitedOn: '2026.1.5' })
    await control(page, 'village').pressSequentially('slec')
    await expect(offered(page)).toHaveText(['示例二村（已并入示例新村，2024年）'])
    await shot('05-choosing')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(control(page, 'village')).toHaveValue('示例二村')
    await expect(page.locator('[data-path="village"]')).toContainText(
      '「示例二村」到 2024-06-30 为止，现在是「示例新村」',
    )
    await take(page, 'village', 'slyc', '示例一村（现为示例新村）')
    await expect(control(page, 'village')).toHaveValue('示例一村')
    await expect(page.locator('[data-path="village"]')).toContainText('「示例一村」现在叫「示例新村」')
    await shot('06-warned')
  })
})

test('duty and a joint meeting are entered by what their descriptions give, and printed', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  const shot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })

  await test.step('a patrol at a festival: people by days', async () => {
    await openPage(page, '值守')
    await expect(page.getByText('还没有登记值守')).toBeVisible()
    await page.keyboard.press('Control+n')
    await pickCode(page, 'kind', 'xl', '巡逻')
    await fillFields(page, { event: '示例香浪节', dutyOn: '2026.8.1', until: '2026.8.3', place: '示例一村至东沟' })
    await page.getByLabel('联防长', { exact: true }).check()
    for (const index of [0, 1]) {
      await addPart(page, 'people')
      await fillFields(page, { [`people.${index}.name`]: `示例队员${index + 1}` })
    }
    await save(page)
    await shot('01-duty')
    const { rows } = await core(page, 'record.page', { ledger: 'duty' })
    expect(rows[0]?.personTimes).toBe(6)
  })

  await test.step('the list of its month is printed', async () => {
    await openPage(page, '值守')
    await core(page, 'officePaper.preview', { book: 'teams', paper: 'dutyRoster', about: '2026-08' })
    await page.getByLabel('打印值班表').click()
    await offered(page).first().click()
    await drawn(page)
    await shot('02-roster')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: '值守' })).toBeVisible()
  })

  await test.step('a joint meeting with its decisions; its minutes are printed', async () => {
    await openPage(page, '会议')
    await expect(page.getByText('还没有登记会议')).toBeVisible()
    await page.keyboard.press('Control+n')
    await expect(control(page, 'title')).toBeFocused()
    await page.keyboard.type('第三季度平安建设联席会议')
    await fillFields(page, { heldOn: '2026.9.28', chair: '示例主持', recorder: '示例记录', presentCount: '12' })
    await addPart(page, 'decisions')
    await fillFields(page, { 'decisions.0.matter': '东沟路段安装警示标志', 'decisions.0.unit': '村建中心' })
    await save(page)
    await shot('03-meeting')
    await fillFields(page, { topics: '通报值守情况' })
    await page.getByRole('button', { name: '打印会议记录' }).click()
    await drawn(page)
    await shot('04-minutes')
    await page.keyboard.press('Escape')
    await expect(control(page, 'topics')).toHaveValue('通报值守情况')
    const { rows } = await core(page, 'record.page', { ledger: 'meeting' })
    expect([rows[0]?.openDecisions, rows[0]?.doneDecisions]).toEqual([1, 0])
  })
})
