import type { Page } from '@playwright/test'
import { postOf } from '../support/samples.ts'
import { quickUnit } from './entry.ts'
import { control, fillFields, openPage, pickCode, save, tabTo } from './form.ts'
import { core, expect, test } from './program.ts'

/** Registers one of a group by keyboard. */
async function enterPost(page: Page, name: string, groupNo: string, selectedOn: string): Promise<void> {
  await openPage(page, '人员')
  await page.keyboard.press('Control+n')
  await expect(control(page, 'team')).toBeFocused()
  await pickCode(page, 'team', 'lhz', '联户长')
  await tabTo(page, 'groupNo')
  await page.keyboard.type(groupNo)
  await fillFields(page, { village: '示例一村' })
  await tabTo(page, 'name')
  await page.keyboard.type(name)
  await fillFields(page, { selectedOn })
  await save(page)
}

const line = (page: Page) => page.getByRole('region', { name: '这个组的历任' })

test('a head is replaced by keyboard: the line shows both, and the roster of an earlier day the former one', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  await enterPost(page, '桑吉·示例', '6', '2026-01-05')
  await enterPost(page, '旦增·示例', '8', '2026-01-05')
  await enterPost(page, '才让·示例', '7', '2026-01-05')

  await page.getByRole('button', { name: '更换', exact: true }).focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('form', { name: '更换' })
  await expect(form.getByLabel('离任日期')).toBeFocused()
  await page.keyboard.type('2026-01-04')
  await page.keyboard.press('Tab')
  await page.keyboard.type('外出务工')
  await page.keyboard.press('Tab')
  await page.keyboard.type('卓玛·示例')
  await page.keyboard.press('Enter')
  await expect(form.getByRole('alert')).toContainText('离任日期早于选配日期（2026-01-05）')
  await form.getByLabel('离任日期').fill('2026-03-01')
  await form.getByLabel('任职日期').fill('2026-03-11')
  await page.keyboard.press('Enter')
  await expect(page.getByText('中间空缺 10 天')).toBeVisible()
  await expect(control(page, 'name')).toHaveValue('卓玛·示例')
  await expect(line(page)).toContainText('才让·示例')
  await expect(line(page)).toContainText('空缺 10 天（2026-03-01 至 2026-03-10）')
  await line(page).getByLabel('某一天是谁').fill('2026-02-28')
  await expect(line(page).getByRole('status')).toHaveText('2026-02-28 那天是 才让·示例。')
  await page.screenshot({ path: info.outputPath('line.png') })

  await page.getByRole('link', { name: '人员', exact: true }).first().click()
  await page.getByRole('link', { name: '名册' }).click()
  await expect(page.getByRole('status').first()).toContainText('在任 3 人：联户长 3 人')
  const grid = page.getByRole('region', { name: '人员' })
  await expect(grid).toContainText('卓玛·示例')
  await page.getByLabel('哪一天').fill('2026-02-28')
  await expect(grid).toContainText('才让·示例')
  await expect(grid).not.toContainText('卓玛·示例')
  await page.screenshot({ path: info.outputPath('roster.png') })

  await page.getByRole('link', { name: '变动表' }).click()
  await page.getByLabel('从', { exact: true }).fill('2026-01-01')
  await page.getByLabel('到', { exact: true }).fill('2026-12-31')
  await expect(page.getByRole('row', { name: /更换.*才让·示例 2026-03-01.*卓玛·示例 2026-03-11/ })).toBeVisible()
  await page.screenshot({ path: info.outputPath('changes.png') })
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await expect(page.locator('canvas').first()).toBeVisible()
  await page.screenshot({ path: info.outputPath('paper.png') })
})

test('likely doubles stand side by side; what was decided is not offered again and can be taken back', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  const base = { village: '示例一村', name: '扎西·示例' }
  for (const values of [{ groupNo: '3', birthDate: '1980-05-01' }, { groupNo: '4' }]) {
    const data = postOf({ ...base, ...values })
    await core(page, 'record.save', { ledger: 'post', id: null, revision: 0, data: data as never })
  }
  await openPage(page, '人员')
  await page.getByRole('link', { name: '疑似重复' }).click()
  const pair = page.getByRole('region', { name: '扎西·示例 与 扎西·示例' })
  await expect(pair).toContainText('姓名、村相同')
  await page.screenshot({ path: info.outputPath('doubles.png') })
  await pair.getByRole('button', { name: '不是同一人' }).press('Enter')
  await expect(page.getByText('没有疑似重复')).toBeVisible()
  await page.getByText('已核对（1）').click()
  await expect(pair).toContainText('核对：不是同一人')
  await pair.getByRole('button', { name: '重新核对' }).press('Enter')
  await page.getByText('待核对（1）').click()
  await pair.getByRole('link', { name: /3组/ }).click()
  await expect(control(page, 'name')).toHaveValue('扎西·示例')
})
