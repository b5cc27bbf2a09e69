import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { calendarOf, type HolidayTable, isRestDay, shifted } from '../../shared/rules/calendar.ts'
import { daysAfter } from '../../shared/rules/dates.ts'
import { builtInHolidays } from '../../shared/rules/holidayTables.ts'
import { exampleLevels } from '../../shared/settings.ts'
import { agreedDispute, partOf } from '../support/samples.ts'
import { closePreview, printFinal } from './caseSteps.ts'
import { quickUnit } from './entry.ts'
import { chooseFile, panel } from './exchange.ts'
import { addPart, control, openPage } from './form.ts'
import { core, expect, test } from './program.ts'
import { saveDispute } from './records.ts'

/** A working day of the coming week that a table makes a day off, and the day its end then moves to. */
function dayToMove(today: string): { readonly day: string; readonly to: string; readonly table: HolidayTable } {
  for (const ahead of [2, 3, 4, 5, 6]) {
    const day = daysAfter(today, ahead)
    const table: HolidayTable = {
      layer: 'national',
      year: Number(day.slice(0, 4)),
      off: [day],
      work: [],
      source: '示例放假通知',
    }
    const { dueOn, tableMissing } = shifted(calendarOf([table]), day)
    if (!tableMissing && !isRestDay(calendarOf(builtInHolidays), day)) return { day, to: dueOn, table }
  }
  throw new Error('no working day of the week can be moved within its year')
}

const dueBlock = (page: Page) => page.getByRole('region', { name: '到期事项' })
const line = (page: Page, day: string) => dueBlock(page).getByRole('listitem').filter({ hasText: day })

async function savePromises(page: Page, today: string, days: readonly string[]): Promise<void> {
  const [accepted, agreed] = [daysAfter(today, -30), daysAfter(today, -25)]
  await saveDispute(page, {
    ...agreedDispute(),
    ...{ acceptanceDate: accepted, resultDate: agreed },
    sessions: [partOf(p.session, { heldOn: agreed, record: '双方自愿达成协议。', result: 'agreed' })],
    performances: days.map((dueOn) => partOf(p.performance, { debtor: '李示例', manner: '付款', dueOn })),
  })
}

test('what is due stands on 今日, is printed as a list, and a holiday file moves its day', async ({
  page,
  program,
  stick,
}, info) => {
  const shot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })
  await quickUnit(page, program.startUrl)
  const { today } = await core(page, 'home.view', {})
  const { day, to, table } = dayToMove(today)
  await expect(dueBlock(page).getByText('七天内没有到期的事项')).toBeVisible()
  await savePromises(page, today, [daysAfter(today, -20), today, day])
  await page.reload()
  await test.step('home tells the overdue, today’s and the week’s', async () => {
    for (const group of ['已过期限（1）', '今天到期（1）', '七天内到期（1）'])
      await expect(dueBlock(page).getByRole('heading', { name: group })).toBeVisible()
    await expect(line(page, day)).toContainText('履行：李示例 付款')
    await expect(line(page, day)).not.toContainText(`顺延到 ${to}`)
    await shot('home')
  })
  await test.step('the week’s list opens as a paper, prints and is noted', async () => {
    await dueBlock(page).getByRole('button', { name: '本周到期清单（打印）' }).click()
    await expect(page.locator('.paper-page').first()).toHaveAttribute('data-drawn', 'true')
    await expect(page.getByRole('heading', { name: '本周到期清单' })).toBeVisible()
    await shot('paper')
    await printFinal(page, 1)
    await closePreview(page)
  })
  await test.step('a holiday file from the stick', async () => {
    writeFileSync(join(stick, '放假安排.jfh'), JSON.stringify(table))
    writeFileSync(join(stick, '坏文件.jfh'), JSON.stringify({ ...table, work: [day] }))
    await openPage(page, '设置')
    await page.getByRole('tab', { name: '期限与放假安排' }).click()
    const importing = panel(page, '导入放假安排')
    await chooseFile(importing, '坏文件.jfh')
    await expect(importing.getByText(`${day} 既写了放假又写了上班。`)).toBeVisible()
    await shot('refused')
    await chooseFile(importing, '放假安排.jfh')
    await importing.getByRole('button', { name: '导入', exact: true }).click()
    await expect(page.getByText(`${table.year} 年全国放假安排已导入`)).toBeVisible()
    await shot('settings')
  })
  await test.step('the day has moved, at home and in the case', async () => {
    await openPage(page, '今日')
    await expect(line(page, day)).toContainText(`顺延到 ${to}`)
    await line(page, day).getByRole('link').click()
    await page.getByRole('tab', { name: '期限' }).click()
    const clocks = page.getByRole('region', { name: '期限' })
    await expect(clocks.getByRole('listitem').filter({ hasText: day })).toContainText(`遇休顺延到 ${to}`)
    await expect(clocks.getByText('人民调解法第三十一条').first()).toBeVisible()
    await shot('case')
    await clocks.getByRole('button', { name: '去办' }).first().click()
    await expect(page.locator('[id="field-performances.0.doneOn"]')).toBeFocused()
  })
})

test('levels and their days are set by the office, the example fills the list', async ({ page, program }, info) => {
  await quickUnit(page, program.startUrl)
  await openPage(page, '设置')
  await page.getByRole('tab', { name: '期限与放假安排' }).click()
  const periods = panel(page, '期限')
  await expect(periods.getByLabel('第 1 级层级')).toHaveValue('网格（联户组）')
  await periods.getByRole('button', { name: '填入「四级七天」示例' }).click()
  await periods.getByLabel('第 4 级天数').fill('3')
  await periods.getByLabel('第 2 级层级').fill('社')
  await periods.getByRole('button', { name: '保存' }).click()
  await expect(periods.getByText('层级名称要填写，而且不能重复。')).toBeVisible()
  await page.screenshot({ path: info.outputPath('levels.png') })
  await periods.getByLabel('第 2 级层级').fill('村')
  await periods.getByRole('button', { name: '保存' }).click()
  await expect(periods.getByText('已保存。')).toBeVisible()
  const { levels } = await core(page, 'setting.all', {})
  expect(levels).toEqual(exampleLevels.map((l, i) => (i === 3 ? { ...l, days: 3 } : l)))
  await test.step('a case takes over a level by its name, and its period runs', async () => {
    const { today } = await core(page, 'home.view', {})
    const { id } = await saveDispute(page, { acceptanceDate: today, source: 'application' })
    await page.goto(`${new URL(page.url()).origin}/#/dispute/${id}/mediation`)
    await page.getByRole('button', { name: /^更多（/ }).click()
    await addPart(page, 'escalations')
    await control(page, 'escalations.0.level').fill('镇司法')
    await page.getByTitle('镇司法所', { exact: true }).click()
    await control(page, 'escalations.0.enteredOn').fill(today)
    await page.getByRole('tab', { name: '期限' }).click()
    await expect(page.getByRole('region', { name: '期限' })).toContainText('逐级化解：镇司法所')
    await page.screenshot({ path: info.outputPath('level.png') })
  })
})

test('a clock leads to the field that stops it, also where that is folded away', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  const { today } = await core(page, 'home.view', {})
  const from = daysAfter(today, -3)
  const medical = { typeJustice: 'medical', acceptanceDate: from, source: 'application', appraisalFrom: from } as const
  const { id } = await saveDispute(page, medical)
  await page.goto(`${new URL(page.url()).origin}/#/dispute/${id}`)
  await page.getByRole('tab', { name: '期限' }).click()
  const clocks = page.getByRole('region', { name: '期限' })
  await expect(clocks).toContainText('鉴定中，暂停计算')
  await clocks.getByRole('button', { name: '去办' }).click()
  await expect(control(page, 'appraisalUntil')).toBeFocused()
})
