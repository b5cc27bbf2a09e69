import type { Page } from '@playwright/test'
import type { RecordView } from '../../shared/contract/records.ts'
import { daysAgo, quickUnit, signIn, township } from './entry.ts'
import { control, openPage } from './form.ts'
import { core, expect, openProgram, test } from './program.ts'
import { parties, saveDispute } from './records.ts'

const accepted = daysAgo(3)
const year = accepted.slice(0, 4)
const number = (serial: number): string => `人调字〔${year}〕第${serial}号`

const acceptedCase = (page: Page, applicant: string): Promise<RecordView> =>
  saveDispute(page, {
    committee: township.committee,
    parties: parties(applicant, '示例乙'),
    applicationDate: accepted,
    acceptanceDate: accepted,
    source: 'application',
  })
const panel = (page: Page) => page.getByRole('region', { name: '卷号', exact: true })

async function openCase(page: Page, { id }: RecordView): Promise<void> {
  await page.goto(new URL(`/#/dispute/${id}/acceptance`, page.url()).href)
  await expect(panel(page)).toBeVisible()
}
async function give(page: Page, expected: string): Promise<void> {
  await panel(page).getByRole('button', { name: '取卷号' }).click()
  await expect(panel(page).locator('.number')).toHaveText(expected)
}

test('a number is given, a typed duplicate is named, a void stays visible, the gap is listed, the next one follows', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  const [first, second, third] = [
    await acceptedCase(page, '示例甲'),
    await acceptedCase(page, '示例丙'),
    await acceptedCase(page, '示例丁'),
  ]
  await openCase(page, first)
  await give(page, number(1))

  await openCase(page, second)
  await expect(panel(page)).toContainText(`下一个：${number(2)}`)
  const typed = panel(page).getByRole('textbox', { name: '卷号：照纸质填写' })
  await typed.fill(`人调字[${year}]第1号`)
  await expect(panel(page)).toContainText(`${number(1)} 已经用过`)
  await typed.press('Enter')
  await expect(panel(page).getByRole('alert')).toContainText(`这个编号已经用过：${number(1)}`)
  await page.screenshot({ path: info.outputPath('taken.png') })
  await typed.fill(number(5))
  await expect(panel(page)).toContainText('会空出 3 个号')
  await typed.press('Enter')
  await expect(panel(page).locator('.number')).toHaveText(number(5))

  await openCase(page, first)
  await panel(page).getByRole('button', { name: '作废…' }).click()
  await expect(panel(page).getByRole('textbox', { name: '作废理由' })).toBeFocused()
  await page.keyboard.type('登记重复')
  await page.screenshot({ path: info.outputPath('void.png') })
  await page.keyboard.press('Enter')
  await expect(panel(page).getByRole('button', { name: '取卷号' })).toBeVisible()

  await openCase(page, third)
  await give(page, number(6))
  await panel(page).getByRole('button', { name: '退回' }).click()
  await give(page, number(6))

  await openPage(page, '编号簿')
  const table = page.getByRole('table', { name: '编号簿' })
  await expect(table.getByRole('row').nth(1)).toContainText(`6${number(6)}`)
  const voided = table.getByRole('row').filter({ hasText: number(1) })
  await expect(voided).toContainText('作废：登记重复')
  await expect(page.getByRole('list', { name: '空号' })).toContainText('第 2—4 号，共 3 个')
  await expect(page.getByRole('region', { name: '下一个号' })).toContainText(number(7))
  await page.screenshot({ path: info.outputPath('book.png') })
  await table.getByRole('link', { name: '示例丁、示例乙' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '示例丁、示例乙' })).toBeVisible()
})

test('the start of a year begun on paper, and a committee with a pattern of its own, by keyboard', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  await page.goto(new URL('/#/settings/committees', page.url()).href)
  await page.getByRole('button', { name: '添加调委会' }).press('Enter')
  await expect(page.getByLabel('印章全称')).toBeFocused()
  await page.keyboard.type('示例一村人民调解委员会')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  // Initials of 村调委会.
  await page.keyboard.type('ctwh')
  await page.keyboard.press('Enter')
  await page.getByLabel('启用日期').fill('2026.1.5')
  await page.getByLabel('卷号样式').fill('示例一村调〔{年}〕{序号3}号')
  await expect(page.getByText(/例：示例一村调〔\d{4}〕001号/)).toBeVisible()
  await page.screenshot({ path: info.outputPath('committee.png') })
  await page.keyboard.press('Enter')
  await expect(page.getByText('示例一村人民调解委员会已保存。')).toBeVisible()
  const rows = page.getByRole('table', { name: '调委会' }).getByRole('row')
  await expect(rows.nth(1)).toContainText('本单位默认')
  await expect(rows.nth(2)).toContainText('2026-01-05 起')
  await expect(rows.nth(2)).toContainText('村调委会')

  const record = await acceptedCase(page, '示例甲')
  await page.goto(new URL(`/#/dispute/${record.id}/registration`, page.url()).href)
  await control(page, 'committee').click()
  await page.keyboard.press('ArrowDown')
  await page.screenshot({ path: info.outputPath('choose.png') })
  await page.locator('.ant-select-item-option:visible', { hasText: '示例一村人民调解委员会' }).click()
  await expect(control(page, 'committee')).toHaveValue('示例一村人民调解委员会')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('草稿已留存')).toBeHidden()
  await openCase(page, record)
  await expect(panel(page)).toContainText(`示例一村调〔${year}〕001号`)
  await panel(page).getByRole('button', { name: '纸上已经用过号？' }).click()
  await panel(page).getByRole('textbox', { name: '纸上最后一个顺序号' }).fill('19')
  await page.keyboard.press('Enter')
  await expect(panel(page)).toContainText(`下一个：示例一村调〔${year}〕020号`)
  await page.screenshot({ path: info.outputPath('start.png') })
  await give(page, `示例一村调〔${year}〕020号`)
  const { gaps, first } = await core(page, 'dispute.numberBook', {
    book: 'mediation',
    series: 'caseNo',
    year: Number(year),
    committee: '示例一村人民调解委员会',
  })
  expect([gaps, first]).toEqual([[], 20])
})

test('a copy on another machine asks for the last number on paper before it gives the next', async ({
  page,
  program,
  stick,
}, info) => {
  await quickUnit(page, program.startUrl)
  const [first, second] = [await acceptedCase(page, '示例甲'), await acceptedCase(page, '示例丙')]
  await openCase(page, first)
  await give(page, number(1))
  // A window without its program would only complain.
  await page.goto('about:blank')
  await program.close()
  const copy = await openProgram({ dataDir: program.dataDir, sticks: [stick], machineId: 'another machine' })
  await page.goto(copy.startUrl)
  await signIn(page)
  await page.getByRole('button', { name: '复制' }).click()
  await openCase(page, second)
  const ask = panel(page).getByRole('region', { name: '纸上最后一个号' })
  await expect(ask).toContainText('纸上最后一个号是多少？')
  await expect(panel(page).getByRole('button', { name: '取卷号' })).toBeDisabled()
  const last = ask.getByRole('textbox', { name: '纸上最后一个顺序号' })
  await expect(last).toHaveValue('1')
  await page.screenshot({ path: info.outputPath('asked.png') })
  await last.fill('0')
  await last.press('Enter')
  await expect(ask.getByRole('alert')).toContainText('本程序已经取到第 1 号')
  await last.fill('3')
  await last.press('Enter')
  await give(page, number(4))
  await openPage(page, '编号簿')
  await expect(page.getByRole('list', { name: '空号' })).toContainText('恢复以前纸上用过，登记簿里没有')
})
