import type { Page } from '@playwright/test'
import { agreedDispute } from '../support/samples.ts'
import { preview } from './caseSteps.ts'
import { quickUnit } from './entry.ts'
import { control, openPage, pickCode } from './form.ts'
import { core, expect, test } from './program.ts'

const status = (page: Page) => page.locator('.form-bar [role=status]')

test('a save that is refused says so, and how much is left; a type is found by its sub-type', async ({
  page,
  program,
}) => {
  await quickUnit(page, program.startUrl)
  await openPage(page, '纠纷')
  await page.keyboard.press('Control+n')
  await pickCode(page, 'typeJustice', 'yjf', '山林土地纠纷')
  await control(page, 'localSubtype').pressSequentially('yj')
  await expect(page.locator('.ant-select-item-option-active:visible')).toHaveText('越界放牧')
  await page.keyboard.press('Enter')
  await expect(control(page, 'localSubtype')).toHaveValue('越界放牧')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('没有保存：还有 3 处要改正或补填')
  await control(page, 'summary').fill('两户草场相邻，牛羊越界。')
  await expect(status(page)).toContainText('没有保存：还有 2 处要改正或补填')
})

test('an act that is refused names the two dates; a case number waits for 受理', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  const data = { ...agreedDispute({ copies: 4 }) } as never
  const { id, revision } = await core(page, 'record.save', { ledger: 'dispute', id: null, revision: 0, data })
  const of = { ledger: 'dispute', id, revision, series: 'agreementNo', on: '2026-11-20', typed: null } as const
  await core(page, 'dispute.giveNumber', { ...of, confirmed: true })
  await page.goto(new URL(`/#/dispute/${id}/effect`, page.url()).href)
  for (const [label, day] of [
    ['当事人签署日', '2026-11-20'],
    ['调解员签名日', '2026-11-20'],
    ['盖章日', '2026-11-10'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(day)
  await page.getByRole('button', { name: '协议自 2026-11-20 生效' }).click()
  await expect(page.getByRole('alert')).toContainText('「盖章日」早于「结果日期」（2026-11-20）')
  await preview(page, '打印')
  await expect(page.getByLabel('打印份数')).toHaveValue('4')
  await page.getByRole('button', { name: '关闭预览' }).click()
  const steps = page.getByRole('navigation', { name: '办理步骤' })
  await steps.getByRole('button', { name: '履行与回访' }).click()
  await page.getByRole('button', { name: '去填实际履行日' }).click()
  await expect(control(page, 'performances.0.doneOn')).toBeFocused()
  await openPage(page, '纠纷')
  await page.goto(new URL(`/#/dispute/${id}/acceptance`, page.url()).href)
  const panel = page.getByRole('region', { name: '卷号' })
  await expect(panel.getByRole('button', { name: '取卷号' })).toBeEnabled()
  await control(page, 'acceptanceDate').fill('')
  await control(page, 'acceptanceDate').press('Tab')
  await expect(panel.getByRole('button', { name: '取卷号' })).toBeDisabled()
  await expect(panel).toContainText('填了受理日期以后再取号')
})
