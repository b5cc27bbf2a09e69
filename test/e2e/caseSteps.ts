/** The way of one case through the window: from the counter to an agreement in effect. */
import { expect, type Locator, type Page } from '@playwright/test'
import { daysAgo } from './entry.ts'
import { addPart, control, countPointer, fillFields, openPage, pickCode, save, tabTo } from './form.ts'

const dates = { accepted: daysAgo(6), held: daysAgo(4), signed: daysAgo(2) } as const

/** By keyboard alone, from the list to the saved record; asserts that no pointer was pressed. */
export async function registerByKeyboard(page: Page): Promise<void> {
  await openPage(page, '纠纷')
  await expect(page.getByText('还没有登记纠纷')).toBeVisible()
  const presses = await countPointer(page)
  await page.keyboard.press('Control+n')
  await expect(control(page, 'typeJustice')).toBeFocused()
  await pickCode(page, 'typeJustice', 'lljf', '邻里纠纷')
  // The choice led on, past the date of today that the program has filled in.
  await tabTo(page, 'applicationDate', 'Shift+Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.type(daysAgo(7).replaceAll('-', '.'))
  // Enter goes on to the next field, as on paper, past what the program has filled in.
  await page.keyboard.press('Enter')
  await expect(control(page, 'applicationDate')).toHaveValue(daysAgo(7))
  await expect(page.locator('[data-path="applicationForm"]')).toContainText('口头申请')
  await expect(control(page, 'village')).toBeFocused()
  await page.keyboard.type('示例一村')
  await tabTo(page, 'summary')
  await page.keyboard.type('两户因引水用水先后发生争执，请求调解。')
  await typeParty(page, 0, { name: '示例甲', idNumber: '990011199001010016', phone: '0941-0000001' })
  await typeParty(page, 1, { name: '示例乙', idNumber: '990031197508153020', phone: '0941-0000002' })
  await save(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('示例甲、示例乙')
  expect(await presses()).toBe(0)
}

interface TypedParty {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
}
async function typeParty(page: Page, index: number, party: TypedParty): Promise<void> {
  for (const [field, value] of Object.entries(party)) {
    await tabTo(page, `parties.${index}.${field}`)
    await page.keyboard.type(value)
  }
  await tabTo(page, `parties.${index}.ethnicity`)
  await pickCode(page, `parties.${index}.ethnicity`, 'zz', '藏族')
  await tabTo(page, `parties.${index}.address`)
  await page.keyboard.type('示例一村')
}

/** The one obvious button. */
export const follow = (page: Page, words: string): Promise<void> =>
  page.getByRole('region', { name: '下一步' }).getByRole('button', { name: words, exact: true }).click()

export async function accept(page: Page): Promise<void> {
  await follow(page, '受理')
  await expect(control(page, 'acceptanceDate')).toBeFocused()
  await page.keyboard.type(dates.accepted)
  await pickCode(page, 'source', 'ysqtj', '依申请调解')
  await addPart(page, 'mediators')
  await fillFields(page, { 'mediators.0.name': '示例调解员', recorder: '示例记录员', noticeDate: dates.accepted })
  await save(page)
  const number = page.getByRole('region', { name: '卷号' })
  await number.getByRole('button', { name: '取卷号' }).click()
  await expect(number).toContainText(`〔${dates.accepted.slice(0, 4)}〕`)
}

/** Nobody uses up a number of the book for an agreement that does not exist yet. */
export async function expectNoNumberYet(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '办理步骤' }).getByRole('button', { name: '签署与生效' }).click()
  await expect(page.getByRole('button', { name: '取协议编号' })).toBeDisabled()
  await expect(page.getByText('调解结果填为“书面协议”以后再取号。')).toBeVisible()
}

export async function recordSession(page: Page): Promise<void> {
  await follow(page, '记录调解')
  await expect(page.locator('[data-path="sessions"] button.add-part')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('第 1 次调解', { exact: true })).toBeVisible()
  await fillFields(page, {
    'sessions.0.heldOn': dates.held,
    'sessions.0.place': '示例乡人民调解室',
    'sessions.0.record': '双方同意按户轮流引水，并约定了顺序。',
  })
  await pickCode(page, 'sessions.0.result', 'tjcg', '调解成功')
  await save(page)
}

export async function writeAgreement(page: Page): Promise<void> {
  await follow(page, '填写调解结果')
  await expect(control(page, 'result')).toBeFocused()
  await pickCode(page, 'result', 'tjcg', '调解成功（书面协议）')
  await fillFields(page, { resultDate: dates.held, facts: '双方共用一条水渠，今年引水顺序没有约定。' })
  await addPart(page, 'clauses')
  await fillFields(page, { 'clauses.0.text': '自本协议生效之日起，双方按单双日轮流引水。' })
  // The keyboard's way to a second clause.
  await page.keyboard.press('Alt+Enter')
  await expect(control(page, 'clauses.1.text')).toBeFocused()
  await page.keyboard.type('示例乙补偿示例甲麦苗损失 3000 元。')
  await addPart(page, 'performances')
  await fillFields(page, {
    'performances.0.debtor': '示例乙',
    'performances.0.manner': '当面支付现金',
    'performances.0.amount': '3000',
    'performances.0.dueOn': daysAgo(-20),
    copies: '3',
  })
  await save(page)
  await expect(control(page, 'performances.0.amount')).toHaveValue(/3,?000(\.00)?/)
}

/** The line of a paper at the side of a case; its stage is unfolded where it is folded. */
export async function paperLine(page: Page, title: string): Promise<Locator> {
  await page.getByRole('tab', { name: '文书' }).click()
  const papers = page.getByRole('region', { name: '文书' })
  const line = papers.getByRole('listitem', { name: title })
  for (const stage of await papers.getByRole('button', { expanded: false }).filter({ hasText: '（' }).all())
    if ((await line.count()) === 0) await stage.click()
  return line.first()
}

/** Opens a preview of a paper, the agreement if none is named, and waits until its first page is drawn. */
export async function preview(
  page: Page,
  button: '草稿' | '打印' | '打印副本' | '空白表',
  title = '人民调解协议书',
): Promise<void> {
  const line = await paperLine(page, title)
  if (button === '草稿' || button === '空白表') await line.getByRole('button', { name: '其他' }).click()
  await line.getByRole('button', { name: button, exact: true }).click()
  await expect(page.locator('.paper-page').first()).toHaveAttribute('data-drawn', 'true')
}

export async function closePreview(page: Page): Promise<void> {
  await page.getByRole('button', { name: '关闭预览' }).click()
  await expect(page.getByRole('region', { name: '文书预览' })).toBeHidden()
}

export async function giveAgreementNumber(page: Page): Promise<string> {
  await follow(page, '取协议编号')
  const number = page.getByRole('region', { name: '协议编号' })
  await number.getByRole('button', { name: '取协议编号' }).click()
  await expect(number.locator('.number')).toContainText('第')
  return number.locator('.number').innerText()
}

/** Prints with the browser's print window stubbed; the pages must stand on the body at that moment. */
/** Prints what is previewed, in as many copies as are proposed for it. */
export async function printFinal(page: Page, copies: number): Promise<void> {
  await page.evaluate(() => {
    window.print = () => {
      Reflect.set(window, 'printedSheets', document.querySelectorAll('.paper-print img').length)
      window.dispatchEvent(new Event('afterprint'))
    }
  })
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await expect(page.getByText(`已登记：第 1 次打印，${copies} 份。`)).toBeVisible()
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'printedSheets'))).toBeGreaterThan(0)
}

export async function takeEffect(page: Page): Promise<void> {
  await follow(page, '登记签署与盖章')
  for (const [label, day] of [
    ['当事人签署日', daysAgo(3)],
    ['调解员签名日', daysAgo(3)],
    ['盖章日', dates.signed],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(day)
  await page.getByRole('button', { name: `协议自 ${dates.signed} 生效` }).click()
  await expect(page.getByText(`协议已于 ${dates.signed} 生效`)).toBeVisible()
}

/** What the agreement prints can no longer be typed over. */
export async function expectFrozen(page: Page): Promise<void> {
  const steps = page.getByRole('navigation', { name: '办理步骤' })
  await steps.getByRole('button', { name: '登记' }).first().click()
  await expect(control(page, 'parties.0.name')).toBeDisabled()
  await expect(control(page, 'village')).toBeEnabled()
  await steps.getByRole('button', { name: '结果与协议' }).click()
  await expect(control(page, 'clauses.0.text')).toBeDisabled()
  await expect(page.locator('[data-path="clauses"] legend')).toContainText('已固定，不能改')
  await expect(control(page, 'performances.0.amount')).toBeDisabled()
  await expect(page.locator('[data-path="performances"] button.add-part')).toHaveCount(0)
  // Whether it was kept is noted later.
  await expect(control(page, 'performances.0.doneOn')).toBeEnabled()
}
