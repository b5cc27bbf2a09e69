/** A training and a visit, entered through the window. */
import { expect, type Page } from '@playwright/test'
import { daysAgo } from './entry.ts'
import { addPart, control, fillFields, openPage, pickCode, save } from './form.ts'

export async function enterTraining(page: Page): Promise<void> {
  await openPage(page, '培训')
  await expect(page.getByText('还没有登记培训')).toBeVisible()
  await page.keyboard.press('Control+n')
  await expect(control(page, 'topic')).toBeFocused()
  await page.keyboard.type('引水用水纠纷怎么劝')
  await pickCode(page, 'form', 'jzpx', '集中培训')
  await fillFields(page, { heldOn: daysAgo(5), place: '示例乡会议室' })
  await page.getByLabel('联户长', { exact: true }).check()
  for (const index of [0, 1]) {
    await addPart(page, 'attendances')
    await control(page, `attendances.${index}.name`).fill(`示例学员${index + 1}`)
  }
  await save(page)
}

export async function enterVisit(page: Page): Promise<void> {
  await openPage(page, '走访')
  await expect(page.getByText('还没有登记走访')).toBeVisible()
  await page.keyboard.press('Control+n')
  await expect(control(page, 'visitedOn')).toBeFocused()
  await page.keyboard.type(daysAgo(3))
  await fillFields(page, { village: '示例一村' })
  await pickCode(page, 'kind', 'zcxc', '政策宣传')
  await addPart(page, 'visitors')
  await fillFields(page, { 'visitors.0.name': '示例走访员' })
  await page.locator('[data-path="households"] .entry-switch').click()
  await addPart(page, 'households')
  await fillFields(page, { 'households.0.door': '一组 3 户', 'households.0.peopleMet': '2' })
  await save(page)
}
