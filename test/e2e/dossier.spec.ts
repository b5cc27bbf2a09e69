import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { jpegOf } from '../support/pictures.ts'
import { bookmarksOf, cornersOf, rowsOf } from '../unit/dossierKit.ts'
import { readPdf } from '../unit/papersKit.ts'
import { caseWaiting } from './dossierSteps.ts'
import { quickUnit, today } from './entry.ts'
import { control, countPointer, fillFields, openPage, pickCode, save } from './form.ts'
import { core, expect, test } from './program.ts'

const row = (page: Page, name: string) => page.getByRole('listbox', { name: '卷内材料' }).getByRole('option', { name })
const said = (page: Page) => page.locator('.file-head [role=status]')
const drawn = (page: Page) =>
  expect(page.locator('.paper-page').first()).toHaveAttribute('data-drawn', 'true', { timeout: 60_000 })

test('a dossier: what is missing is named, scanned, ticked; bound as one PDF; filed', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  const { id } = await caseWaiting(page)
  const shot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })

  await test.step('the list names what is missing, and leads to the dossier', async () => {
    await openPage(page, '卷宗')
    await expect(page.getByRole('button', { name: '待立卷（1）' })).toBeVisible()
    await expect(page.getByRole('table')).toContainText('当事人身份证明')
    await shot('01-list')
    await page.getByRole('link', { name: '示例卓玛、示例多吉' }).click()
    await expect(row(page, '当事人身份证明')).toContainText('缺')
    await expect(page.getByText('「当事人身份证明」还没有，应当入卷。')).toBeVisible()
    await shot('02-dossier')
  })

  await test.step('a scan fills its place; everything is ticked at one go', async () => {
    await row(page, '当事人身份证明').click()
    await page.locator('.drop-zone input[type=file]').setInputFiles({
      name: '身份证.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(await jpegOf({ width: 800, height: 1100, text: '身份证' })),
    })
    await expect(row(page, '当事人身份证明')).toContainText('已填')
    await page.getByRole('button', { name: '全部原件已在卷' }).click()
    await expect(said(page)).toContainText('原件已在卷')
    await expect(row(page, '人民调解协议书')).toContainText('原件已在卷')
    await shot('03-ticked')
  })

  await test.step('bound before it is filed it says what it lacks; its pages go into the case, and it is filed', async () => {
    await page.getByRole('button', { name: '打印整卷' }).click()
    await drawn(page)
    await page.keyboard.press('Escape')
    await expect(page.getByText('卷宗封面还没填齐')).toBeVisible()
    await page.getByRole('button', { name: /把总页数 \d+ 填入/ }).click()
    await expect(page.getByText(/总页数 \d+ 已填/)).toBeVisible()
    await shot('04-pages')
    await page.getByRole('button', { name: '打开纠纷' }).click()
    await page.getByRole('region', { name: '下一步' }).getByRole('button', { name: '立卷', exact: true }).click()
    await expect(control(page, 'filedOn')).toBeFocused()
    await fillFields(page, { filedOn: today(), filedBy: '示例经办' })
    await pickCode(page, 'retention', 'cq', '长期')
    await save(page)
    await openPage(page, '卷宗')
    await page.getByRole('button', { name: '已立卷（1）' }).click()
    await expect(page.getByRole('table')).toContainText('齐')
    expect((await core(page, 'record.get', { ledger: 'dispute', id })).stage).toBe('archived')
    await page.getByRole('link', { name: '示例卓玛、示例多吉' }).click()
    await expect(page.getByText('已立卷归档，卷内材料的记录不能再改。')).toBeVisible()
    await shot('05-filed')
  })

  await test.step('the head scores: a proposal is typed over, what is taken off needs a reason, and it is kept', async () => {
    await page.getByRole('button', { name: '卷宗评查' }).click()
    await page.getByRole('button', { name: '按建议填' }).click()
    const put = page.getByRole('button', { name: '保存', exact: true })
    await page.getByRole('spinbutton', { name: '得分 3' }).fill('6')
    await page.getByRole('textbox', { name: '扣分理由 3' }).fill('')
    await expect(put).toBeDisabled()
    await page.getByRole('textbox', { name: '扣分理由 3' }).fill('缺一方电话')
    await put.click()
    await expect(page.getByText('已保存。')).toBeVisible()
    const { rows } = await core(page, 'dossier.review', { ledger: 'dispute', id })
    expect([rows[2]?.score, rows[2]?.reason, rows.every((r) => r.score !== null)]).toEqual([6, '缺一方电话', true])
    await page.getByRole('button', { name: '卷内材料' }).click()
  })

  await test.step('one PDF with bookmarks; its catalogue agrees with its pages', async () => {
    await page.getByRole('button', { name: '打印整卷' }).click()
    await drawn(page)
    const outline = page.getByRole('navigation', { name: '目录' })
    await outline.getByRole('button', { name: /人民调解协议书/ }).click()
    await expect(outline.getByRole('button', { name: /人民调解协议书/ })).toHaveAttribute('aria-current', 'page')
    await shot('06-whole')
    await page.getByRole('button', { name: '保存 PDF' }).click()
    await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
    const pdf = savedPdf(`${program.dataDir}-side`)
    writeFileSync(info.outputPath('dossier.pdf'), pdf)
    await expectContents(pdf)
  })
})

/** The one PDF written under the folder. */
function savedPdf(folder: string): Uint8Array {
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.pdf'))
  return new Uint8Array(readFileSync(join(folder, file ?? '')))
}

/** Every paper of the contents stands on the page it names, and its bookmark leads there; every must item is listed. */
async function expectContents(pdf: Uint8Array): Promise<void> {
  const pages = await readPdf(pdf)
  const [rows, corners, marks] = [rowsOf(pages), await cornersOf(pdf), await bookmarksOf(pdf)]
  const pageOf = (n: number) => corners.findIndex((c) => c?.number === n)
  for (const must of ['人民调解申请书', '当事人权利义务告知书', '当事人身份证明', '人民调解记录', '人民调解协议书'])
    expect(rows.map((r) => r.title).join()).toContain(must)
  for (const { title, from } of rows) {
    if (from === null) continue
    expect(marks.find((m) => m.title === title)?.page, title).toBe(pageOf(from) + 1)
    if (title !== '当事人身份证明') expect(pages[pageOf(from)]?.text, title).toContain(title.replace(/（.*）$/, ''))
  }
  expect(marks.slice(0, 2).map((m) => m.title)).toEqual(['卷宗封面', '卷内目录'])
}

test('by keyboard alone: walk, choose, tick, undo, look, print', async ({ page, program }, info) => {
  await quickUnit(page, program.startUrl)
  const { id } = await caseWaiting(page)
  await page.goto(new URL(`/#/dossier/${id}`, page.url()).href)
  const presses = await countPointer(page)
  await expect(page.getByRole('listbox', { name: '卷内材料' })).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(row(page, '人民调解申请书')).toContainText('原件已在卷')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('heading', { name: '已选 3 件' })).toBeVisible()
  await page.keyboard.press('Space')
  await expect(said(page)).toHaveText('已记：3 件 原件已在卷。')
  await page.keyboard.press('Control+z')
  await expect(said(page)).toHaveText('已撤销。')
  await expect(row(page, '人民调解申请书')).toContainText('原件已在卷')
  await expect(row(page, '人民调解受理登记表')).toContainText('已填')
  await page.keyboard.press('Control+z')
  await expect(row(page, '人民调解申请书')).toContainText('已填')
  await page.keyboard.press('Home')
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await drawn(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox', { name: '卷内材料' })).toBeFocused()
  await page.keyboard.press('Alt+w')
  await drawn(page)
  await page.screenshot({ path: info.outputPath('whole.png') })
  expect(await presses()).toBe(0)
})
