import * as p from '../../shared/ledgers/disputeParts.ts'
import { daysAfter } from '../../shared/rules/dates.ts'
import { partOf } from '../support/samples.ts'
import { quickUnit } from './entry.ts'
import { addPart, control, fillFields, openPage, pickCode, save, tabTo } from './form.ts'
import { inputMethod } from './ime.ts'
import { core, expect, test } from './program.ts'
import { parties, saveDispute } from './records.ts'

test('types: a doubtful one is asked once, beside the field', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  await openPage(page, '纠纷')
  await page.keyboard.press('Control+n')
  await pickCode(page, 'typeJustice', 'htjf', '合同纠纷')
  const social = page.locator('[data-path="typeSocial"]')
  await expect(social).toContainText('请选一次')
  await expect(social.locator('.offer')).toHaveText(['合同及相关', '金融借贷'])
  await social.getByRole('button', { name: '金融借贷' }).press('Enter')
  await expect(social.locator('.offer')).toHaveCount(0)
  await expect(social).toContainText('金融借贷')
})

test('names of the case are offered to be taken over; an input method loses nothing to the list', async ({
  page,
  program,
}) => {
  await quickUnit(page, program.startUrl)
  const record = await saveDispute(page, {
    parties: parties('扎西·示例', '李示例'),
    evidence: [partOf(p.evidence, { name: '收据' })],
  })
  await page.goto(new URL(`/#/dispute/${record.id}`, page.url()).href)
  await expect(control(page, 'summary')).toBeVisible()
  await addPart(page, 'agents')
  await tabTo(page, 'agents.0.forParty')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.ant-select-item-option:visible')).toHaveText(['扎西·示例', '李示例'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(control(page, 'agents.0.forParty')).toHaveValue('扎西·示例')
  await expect(control(page, 'agents.0.forParty')).not.toBeFocused()

  await control(page, 'agents.0.forParty').fill('')
  const ime = await inputMethod(page)
  await ime.compose('women', '我们')
  await ime.compose('xiang', '乡', 'enter')
  await expect(control(page, 'agents.0.forParty')).toBeFocused()
  await expect(control(page, 'agents.0.forParty')).toHaveValue('我们乡')
  await expect(page.locator('[data-path="agents.0.forParty"]')).toContainText('没有这个名字的当事人')
})

test('an ID number fills sex, birth date, age and what follows; a guardian is asked for', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  const record = await saveDispute(page, { parties: parties('示例童', '李示例') })
  await page.goto(new URL(`/#/dispute/${record.id}`, page.url()).href)
  await control(page, 'parties.0.idNumber').fill('990012201506071232')
  await expect(control(page, 'parties.0.birthDate')).toHaveValue('2015-06-07')
  await expect(control(page, 'parties.0.age')).toHaveValue(/^1\d$/)
  const capacity = page.locator('[data-path="parties.0.capacity"]')
  await expect(capacity).toContainText('限制民事行为能力')
  await expect(capacity).toContainText('法定代理人')
})

test('a mediator whose term ended yesterday is named, and the list is kept in the settings', async ({
  page,
  program,
}) => {
  await quickUnit(page, program.startUrl)
  const { today } = await core(page, 'home.view', {})
  const yesterday = daysAfter(today, -1)
  await openPage(page, '设置')
  await page.getByRole('tab', { name: '调解员' }).click()
  await page.getByRole('button', { name: '加一名' }).click()
  await page.keyboard.type('王示例')
  await page.getByLabel('任期止 1').fill('昨天')
  await page.getByLabel('任期止 1').press('Tab')
  await expect(page.getByLabel('任期止 1')).toHaveValue(yesterday)
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存。')).toBeVisible()

  const record = await saveDispute(page, { mediators: [partOf(p.mediator, { name: '王示例' })] })
  await page.goto(new URL(`/#/dispute/${record.id}`, page.url()).href)
  await expect(page.getByText(`王示例的任期前一天（${yesterday}）刚届满`).first()).toBeVisible()
})

test('a mapping that leaves a type unsummed is not saved', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  await openPage(page, '设置')
  await page.getByRole('tab', { name: '类型与细类' }).click()
  await page.getByLabel('邻里纠纷 可能的综治类型').press('Backspace')
  await expect(page.getByText('还缺： 邻里纠纷')).toBeVisible()
  await page.getByRole('button', { name: '保存' }).last().click()
  const { socialOf } = await core(page, 'setting.all', {})
  expect(socialOf.neighbour).toEqual(['neighbour'])
  await page.getByRole('button', { name: '加一个细类' }).click()
  await page.keyboard.type('越界放牧')
  await expect(page.getByText('不能重复')).toBeVisible()
})

test('villages are those of 区划与单位, old names too, and chosen from in the form', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  await openPage(page, '区划与单位')
  await page.keyboard.press('Control+n')
  await pickCode(page, 'level', 'c', '村')
  await fillFields(page, { name: '示例一村' })
  await addPart(page, 'formerNames')
  await fillFields(page, { 'formerNames.0.name': '旧名村' })
  await save(page)
  await openPage(page, '纠纷')
  await page.keyboard.press('Control+n')
  await control(page, 'village').pressSequentially('jmc')
  await expect(page.locator('.ant-select-item-option:visible')).toHaveText(['示例一村', '旧名村（现为示例一村）'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(control(page, 'village')).toHaveValue('旧名村')
})
