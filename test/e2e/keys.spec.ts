import type { Page } from '@playwright/test'
import { quickUnit } from './entry.ts'
import { control, openPage } from './form.ts'
import { core, expect, test } from './program.ts'
import { disputeData } from './records.ts'

/** Counts every key that goes down, Ctrl and Alt too. Free text comes as an input method gives it: without keys. */
async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = { keys: 0 }
    Reflect.set(window, 'keyCount', counted)
    window.addEventListener('keydown', () => counted.keys++, { capture: true })
  })
  return () => page.evaluate(() => (Reflect.get(window, 'keyCount') as { keys: number }).keys)
}

/** A code by the fewest letters that lead to it; the Enter that takes it goes on to the next field. */
async function choose(page: Page, letters: string, words: string): Promise<void> {
  await page.keyboard.type(letters)
  await expect(page.locator('.ant-select-item-option-active:visible')).toHaveText(words)
  await page.keyboard.press('Enter')
}

/** Free text in the field that must have the focus, and Enter. */
async function write(page: Page, path: string, words: string): Promise<void> {
  await expect(control(page, path)).toBeFocused()
  await page.keyboard.insertText(words)
  await page.keyboard.press('Enter')
}

async function writeParty(page: Page, index: number, words: readonly [string, string, string]): Promise<void> {
  const [name, idNumber, phone] = words
  await write(page, `parties.${index}.name`, name)
  await write(page, `parties.${index}.idNumber`, idNumber)
  await write(page, `parties.${index}.phone`, phone)
  await choose(page, 'z', '藏族')
  await expect(control(page, `parties.${index}.occupation`)).toBeFocused()
  await page.keyboard.press('Enter')
  await write(page, `parties.${index}.address`, '示例一村')
}

test('a case of ordinary length is registered and accepted in under 40 keys beside its free text', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  await openPage(page, '纠纷')
  await expect(page.getByText('还没有登记纠纷')).toBeVisible()
  const keys = await countKeys(page)
  await page.keyboard.press('Control+n')
  await expect(control(page, 'typeJustice')).toBeFocused()
  await choose(page, 'l', '邻里纠纷')
  await write(page, 'village', '示例一村')
  await expect(control(page, 'summary')).toBeFocused()
  await page.keyboard.insertText('两户因引水用水先后发生争执，请求调解。')
  await page.keyboard.press('Control+Enter')
  await writeParty(page, 0, ['示例甲', '990011199001010016', '0941-0000001'])
  await writeParty(page, 1, ['示例乙', '990031197508153020', '0941-0000002'])
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('region', { name: '下一步' }).getByRole('button', { name: '受理' })).toBeFocused()
  const registered = await keys()
  await page.keyboard.press('Enter')
  await expect(control(page, 'acceptanceDate')).toBeFocused()
  await page.keyboard.type('.')
  await page.keyboard.press('Enter')
  await choose(page, 'y', '依申请调解')
  await page.keyboard.press('Control+s')
  await expect(page.locator('.form-bar')).toContainText('受理')
  await expect(page.locator('.form-bar [role=status]')).toContainText('保存于')
  const accepted = await keys()
  info.annotations.push({ type: 'keys', description: `${registered} to register, ${accepted} with 受理` })
  expect(accepted).toBeLessThan(40)

  const id = new URL(page.url()).hash.split('/')[2] ?? ''
  const data = disputeData(await core(page, 'record.get', { ledger: 'dispute', id }))
  expect(data).toMatchObject({ typeJustice: 'neighbour', applicationForm: 'oral', source: 'application' })
  expect(data.applicationDate).toBe(data.acceptanceDate)
  expect(data.parties).toMatchObject([
    { side: 'applicant', kind: 'person', name: '示例甲', sex: '1', birthDate: '1990-01-01', address: '示例一村' },
    { side: 'respondent', kind: 'person', name: '示例乙', sex: '2', birthDate: '1975-08-15', address: '示例一村' },
  ])
})
