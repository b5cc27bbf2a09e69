/** An office's old sheet comes in: read, matched, checked row by row, saved, taken back; and goes out again. */
import type { Page } from '@playwright/test'
import writeXlsxFile from 'write-excel-file/node'
import { quickUnit } from './entry.ts'
import { openPage } from './form.ts'
import { core, expect, test } from './program.ts'

/** A roster as offices keep it: a title, no column for the team, a wrong ID number, a signature at the end. */
const roster = [
  ['示例乡联户长名册（2026年）', null, null, null, null],
  ['序号', '组别', '姓 名', '身份证号', '选配时间'],
  [1, '1组', '才让·示例', '990011199001010016', '2026.1.5'],
  [2, '2组', '卓玛示例', '990031197508153020', '2026年1月5日'],
  [3, '3组', '扎西示例', '990011199001010017', '2026-01-05'],
  [4, '4组', null, null, '2026-01-05'],
  [null, '合计', '4人', null, null],
  [null, '制表人：示例', null, null, null],
]

async function workbook(rows: readonly (readonly (string | number | null)[])[]): Promise<Buffer> {
  const cells = rows.map((row) => row.map((value) => (value === null ? null : { value })))
  return writeXlsxFile(cells as never).toBuffer()
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('.drop-zone input[type=file]').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  })
}

test('an old roster is in the register in one sitting, and out of it again by one button', async ({
  page,
  program,
}) => {
  await quickUnit(page, program.startUrl)
  const file = await workbook(roster)
  await openPage(page, '人员')
  await test.step('the sheet is read and its columns are known', async () => {
    await page.getByRole('button', { name: '导入' }).click()
    await expect(page.getByText('还没有导入过')).toBeVisible()
    await choose(page, '联户长名册.xlsx', file)
    await page.getByText('各列对应哪一项：4 列已对应，0 列不导入').click()
    await expect(page.getByRole('table', { name: '各列对应哪一项' })).toContainText('姓名')
    await expect(page.getByRole('region', { name: '整张表都一样的项' })).toContainText('联户长')
    const rows = page.getByRole('table', { name: '逐行核对' })
    await expect(rows).toContainText('D5')
    await expect(rows).toContainText('身份证号最后一位对不上')
    await expect(rows).not.toContainText('制表人')
  })
  await test.step('the good rows are saved', async () => {
    await page.getByRole('button', { name: '存入 2 条' }).click()
    await expect(page.getByText('已存入 2 条。')).toBeVisible()
    const { rows, total } = await core(page, 'record.page', { ledger: 'post' })
    expect(total).toBe(2)
    expect(rows.map((r) => [r.name, r.team, r.selectedOn])).toEqual([
      ['才让·示例', 'household', '2026-01-05'],
      ['卓玛示例', 'household', '2026-01-05'],
    ])
  })
  await test.step('the same sheet is noticed', async () => {
    await openPage(page, '人员')
    await page.getByRole('button', { name: '导入' }).click()
    await choose(page, '联户长名册.xlsx', file)
    await expect(page.getByText(/2 条还在登记簿里/)).toBeVisible()
    await expect(page.getByText('重复 2')).toBeVisible()
    await page.getByRole('button', { name: '放弃', exact: true }).click()
    await expect(page.getByText('选旧表')).toBeVisible()
  })
  await test.step('it goes out as it came in, with the numbers as text and masked', async () => {
    await openPage(page, '人员')
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('button', { name: '导出 2 条' }).click()
    await expect(page.getByText(/已写好，2 条/)).toBeVisible()
  })
  await test.step('the whole import is taken back', async () => {
    await page.getByRole('button', { name: '导入' }).click()
    await page
      .getByRole('row', { name: /已存入/ })
      .getByRole('link', { name: '查看' })
      .click()
    await page.getByRole('button', { name: '撤销这次导入（2 条）' }).click()
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await expect(page.getByText('已撤销 2 条。')).toBeVisible()
    expect((await core(page, 'record.page', { ledger: 'post' })).total).toBe(0)
  })
})

test('what an old sheet of visits lacks stands ready to be written once for the whole sheet', async ({
  page,
  program,
}) => {
  await quickUnit(page, program.startUrl)
  await openPage(page, '走访')
  await page.getByRole('button', { name: '导入' }).click()
  const visits = [
    ['示例乡入户走访登记表', null, null, null, null, null],
    ['走访时间', '走访村组', '走访人员', '户主姓名', '群众诉求', '处理结果'],
    ['2025/5/6', '示例一村一组', '甲示例', '示例户甲', '路灯不亮', '已报村委会'],
    ['2025/5/6', '示例一村一组', '甲示例', '示例户乙', null, null],
  ]
  await choose(page, '走访.xlsx', await workbook(visits))
  await expect(page.getByText('每一条都还缺：走访类型。还没有存入任何内容。')).toBeVisible()
  await expect(page.getByText('各列对应哪一项：6 列已对应，0 列不导入')).toBeVisible()
  await page.getByRole('combobox', { name: '走访类型', exact: true }).click()
  await page.getByTitle('政策宣传', { exact: true }).click()
  await page.getByRole('button', { name: '重新对照' }).click()
  await page.getByRole('button', { name: '存入 1 条' }).click()
  await expect(page.getByText('已存入 1 条。')).toBeVisible()
  const { rows } = await core(page, 'record.page', { ledger: 'visit' })
  expect(rows.map((r) => [r.visitedOn, r.householdGroup])).toEqual([['2025-05-06', '示例一村一组']])
})
