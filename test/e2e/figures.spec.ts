/** 统计: numbers open their rows, charts are drawn, at an office. */
import type { AnyData } from '../../shared/ledgers/describe.ts'
import { daysAgo, quickUnit } from './entry.ts'
import { openPage } from './form.ts'
import { core, expect, test } from './program.ts'

const blank = { absent: {} }
const attendance = { member: null, unit: null, post: null, substitute: null, remark: null, ...blank }
const training = {
  ...{ topic: '示例培训', form: 'meeting', endsOn: null, startTime: null, endTime: null, ordinal: null, audiences: [] },
  ...{ place: null, organiser: null, lecturer: null, lecturerUnit: null, countOnly: null, countedPresent: null },
  ...{ summary: null, materials: null, materialsSigned: null, signSheetFiled: null, remarks: null, ...blank },
}
const household = {
  ...{ request: null, handledOnSpot: null, matter: null, matterUnit: null, matterDueOn: null, matterResult: null },
  ...{ matterDoneOn: null, leaflets: null, ...blank },
}
const visit = {
  ...{ startTime: null, village: '示例一村', householdGroup: null, team: 'household', kind: 'publicity', topic: null },
  ...{ visitors: [{ name: '示例走访员', post: null, ...blank }], recorder: null, countOnly: null, sheetFiled: null },
  ...{ countedHouseholds: null, countedPeople: null, countedLeaflets: null, remarks: null, ...blank },
}

test('every number opens the records behind it, and the charts say the same as the tables', async ({
  page,
  program,
}) => {
  await quickUnit(page, program.startUrl)
  await openPage(page, '统计')
  await expect(page.getByText('这一时段没有记录')).toBeVisible()
  const save = (ledger: 'training' | 'visit', data: AnyData) =>
    core(page, 'record.save', { ledger, id: null, revision: 0, data })
  const day = daysAgo(0)
  for (const teams of [['household'], ['household', 'shop']])
    await save('training', {
      ...training,
      ...{ teams, heldOn: day },
      attendances: teams.map((team) => ({ ...attendance, team, name: `示例${team}`, state: 'present' })),
    })
  for (const doors of [2, 3])
    await save('visit', {
      ...visit,
      visitedOn: day,
      households: Array.from({ length: doors }, (_, i) => ({ ...household, door: `${i + 1} 户`, peopleMet: 1 })),
    })
  await page.getByRole('button', { name: '本年' }).click()
  const table = page.getByRole('table', { name: '按队伍' })
  const row = (name: string) => table.getByRole('row').filter({ has: page.getByRole('cell', { name, exact: true }) })
  await expect(row('联户长').getByRole('link')).toHaveText(['2', '2', '2', '5', '5'])
  await expect(row('联铺长').getByRole('link')).toHaveText(['1', '1'])
  await expect(row('合计').getByRole('link')).toHaveText(['2', '3', '2', '5', '5'])

  const chart = page.getByRole('img', { name: '培训场次：各队' }).locator('canvas')
  await expect(chart).toBeVisible()
  const drawn = () =>
    chart.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
      let blue = 0
      for (let i = 0; i < data.length; i += 4) if (data[i] === 0x1a && data[i + 1] === 0x5f) blue += 1
      return blue
    })
  await expect.poll(drawn).toBeGreaterThan(500)
  await page.screenshot({ path: test.info().outputPath('figures.png') })

  await page.getByRole('button', { name: '导出 Excel' }).click()
  await expect(page.getByRole('status').filter({ hasText: '队伍工作统计-' })).toContainText('用完请删除')

  await row('联户长').getByRole('link').nth(3).click()
  await expect(page.getByText('共 2 条')).toBeVisible()
  await expect(page.getByText('合计：户数 5')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('rows.png') })
  await page.getByRole('button', { name: '← 统计' }).click()
  await expect(page.getByRole('button', { name: '本年' })).toHaveAttribute('aria-pressed', 'true')
  await row('联铺长').getByRole('link').first().click()
  await expect(page.getByText('共 1 条')).toBeVisible()

  await page.goBack()
  await page.getByRole('button', { name: '自选' }).click()
  await page.getByLabel('从').fill('13月')
  await page.getByLabel('从').press('Enter')
  await expect(page.getByRole('alert')).toContainText('日期写成')
  await page.getByLabel('从').fill(daysAgo(400))
  await page.getByLabel('到').fill(daysAgo(1))
  await page.getByLabel('到').press('Enter')
  await expect(page.getByText('这一时段没有记录')).toBeVisible()
})
