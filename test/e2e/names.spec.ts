import { quickUnit } from './entry.ts'
import { control, openPage } from './form.ts'
import { core, expect, test } from './program.ts'
import { parties, saveDispute } from './records.ts'

/** Forty code points with the dot of names, a name in Tibetan script, a name of one character. */
const names = [`${'示例'.repeat(9)}甲·${'扎西'.repeat(10)}`, 'བཀྲ་ཤིས་དཔེ་མཚོན།', '云'] as const

test('names long, Tibetan and of one character stand whole in form, list and search', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  expect([...names[0]].length).toBe(40)
  for (const name of names) await saveDispute(page, { parties: parties(name, '示例乙') })
  await openPage(page, '纠纷')
  for (const name of names) {
    await expect(page.locator('.ag-cell[col-id="partyNames"]', { hasText: `${name}、示例乙` })).toHaveCount(1)
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(name)
    const hit = page.getByRole('listbox', { name: '搜索' }).getByRole('option')
    await expect(hit).toHaveCount(1)
    await expect(hit).toContainText(name)
    await page.keyboard.press('Enter')
    await expect(control(page, 'parties.0.name')).toHaveValue(name)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name}、示例乙`)
    await page.screenshot({ path: info.outputPath(`${names.indexOf(name)}.png`) })
    await page.getByRole('button', { name: '返回' }).click()
  }
})

test('signs that mean something to a database are only signs to the search and the filters', async ({
  page,
  program,
}) => {
  await quickUnit(page, program.startUrl)
  await saveDispute(page, { parties: parties('示例甲', '示例乙') })
  await saveDispute(page, { parties: parties('示例丙', '示例丁'), summary: '损失约占30%，见"清单_2"' })
  const search = (text: string) => core(page, 'record.search', { ledger: 'dispute', text })
  const found = async (text: string) => (await search(text)).hits.map((h) => h.title)
  for (const sign of ['%', '_', '"', "'", '*', '\\', 'NOT', 'a OR b', 'NEAR(甲 乙)', '^甲 OR 乙', 'text:甲'])
    expect(await found(sign), sign).toEqual([])
  // Beside words they are nothing at all, as in a name that was typed with a slip.
  for (const words of ['示例甲%', '"示例甲', '示例甲*']) expect(await found(words), words).toEqual(['示例甲、示例乙'])
  for (const sign of ['\u0000', '示例\u0000甲'])
    expect((await found(sign)).length, JSON.stringify(sign)).toBeLessThanOrEqual(1)
  expect(await found('30%')).toEqual(['示例丙、示例丁'])
  expect(await found('清单_2')).toEqual(['示例丙、示例丁'])

  await openPage(page, '纠纷')
  await expect(page.getByText('共 2 条')).toBeVisible()
  for (const typed of ['%', '_', '"', '示例%']) {
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(typed)
    await expect(page.getByRole('listbox', { name: '搜索' }).getByText('示例甲')).toHaveCount(0)
    await page.keyboard.press('Escape')
  }
  const page1 = (value: string) =>
    core(page, 'record.page', { ledger: 'dispute', filters: [{ field: 'partyNames', op: 'startsWith', value }] })
  for (const value of ['%', '_', '示例_', '"']) expect((await page1(value)).total, value).toBe(0)
  expect((await page1('示例')).total).toBe(2)
})
