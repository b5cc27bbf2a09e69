/** Printing through the real print layout: what Chromium would send to a printer is measured. */
import type { Page } from '@playwright/test'
import { type PageImage, pageImages, strokesInColumn, strokesInRow } from '../support/pageImages.ts'
import { preview } from './caseSteps.ts'
import { quickUnit } from './entry.ts'
import { openPage } from './form.ts'
import { expect, test } from './program.ts'
import { parties, saveDispute } from './records.ts'

/** Five dots to the millimetre: the middle of a stroke is known to a tenth of a millimetre. */
const dotsPerInch = 127
const perMillimetre = dotsPerInch / 25.4
const printer = '示例针式机'

async function setPrinter(page: Page): Promise<void> {
  await openPage(page, '设置')
  await page.getByRole('tab', { name: '打印机' }).click()
  await page.getByRole('button', { name: '＋ 加一台' }).click()
  const type = (label: string, text: string) =>
    page.getByRole('textbox', { name: `${label} 1`, exact: true }).fill(text)
  await type('名称', printer)
  await type('横向偏移', '一')
  await expect(page.getByText('改好才能保存').first()).toBeVisible()
  await type('横向偏移', '１．５')
  await type('纵向偏移', '-0.8')
  await page.getByRole('checkbox', { name: '双面 1' }).check()
  await page.getByRole('spinbutton', { name: '每部分页数 1' }).fill('2')
  await page.getByRole('combobox', { name: '精细度 1' }).click()
  await page.getByTitle('150 点', { exact: true }).click()
  await page.getByRole('button', { name: '保存', exact: true }).first().click()
  await expect(page.getByText('已保存。').first()).toBeVisible()
}

/** The system's print window is not there; what it would be given is left on the page. */
const holdPrint = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.print = () => window.dispatchEvent(new Event('beforeprint'))
  })

const near = (measured: number | undefined, millimetres: number, tolerance = 0.3): void =>
  expect(Math.abs((measured ?? 0) / perMillimetre - millimetres)).toBeLessThanOrEqual(tolerance)

async function printedPages(page: Page): Promise<readonly PageImage[]> {
  const images = await pageImages(await page.pdf({ preferCSSPageSize: true }), dotsPerInch)
  // A PDF's page is whole points.
  for (const { width, height } of images) {
    near(width, 210)
    near(height, 297)
  }
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  return images
}

const sheets = (page: Page) => page.locator('.paper-print > div')
async function measureTestPage(page: Page, how: '带偏移' | '不带偏移', x: number, y: number): Promise<void> {
  await page.getByRole('button', { name: `${printer} 测试页 ${how}`, exact: true }).click()
  await expect(page.locator('.paper-page').first()).toHaveAttribute('data-drawn', 'true')
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await expect(page.getByText('已登记：第 1 次打印，1 份。')).toBeVisible()
  const [image, ...more] = await printedPages(page)
  expect(more).toEqual([])
  if (image === undefined) throw new Error('nothing was printed')
  const dots = (millimetres: number) => Math.round(perMillimetre * millimetres)
  // Beyond the ruler and its numbers.
  const within = (from: number, to: number) => (at: number) => at > dots(from) && at < dots(to)
  const across = strokesInRow(image, dots(200 + y)).filter(within(18, 205))
  near(across[0], 20 + x)
  near(across.at(-1), 190 + x)
  const down = strokesInColumn(image, dots(187 + x)).filter(within(18, 290))
  near(down[0], 20 + y)
  near(down.at(-1), 277 + y)
  const ring = strokesInRow(image, dots(233 + y)).filter(within(125 + x, 185 + x))
  // 4 mm above its middle a ring of 45 mm is 44.28 mm wide.
  near((ring.at(-1) ?? 0) - (ring[0] ?? 0), 44.28)
  await page.getByRole('button', { name: '关闭预览' }).click()
}

test('a printer’s offset, 100 %, mirrored backs, parts, and a print that did not come out', async ({
  page,
  program,
}, info) => {
  const shot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })
  await quickUnit(page, program.startUrl)
  await setPrinter(page)
  await shot('settings')
  await holdPrint(page)
  await test.step('the test page is at its size, and moves by the offset', async () => {
    await measureTestPage(page, '不带偏移', 0, 0)
    await measureTestPage(page, '带偏移', 1.5, -0.8)
  })
  const facts = Array.from({ length: 40 }, (_, i) => `事实第${i + 1}行。`).join('\n')
  const record = await saveDispute(page, { facts, parties: parties('示例甲', '示例乙') })
  await page.goto(new URL(`/#/dispute/${record.id}`, page.url()).href)
  await preview(page, '草稿')
  await test.step('in parts, each copy from a front, backs mirrored', async () => {
    await page.getByRole('combobox', { name: '打印机' }).click()
    await page.getByTitle(printer, { exact: true }).click()
    await expect(page.locator('.paper-page').first()).toHaveAttribute('data-drawn', 'true')
    await page.getByRole('spinbutton', { name: '打印份数' }).fill('2')
    await page.getByRole('button', { name: '打印', exact: true }).click()
    const next = page.getByRole('button', { name: '第 2 部分 / 共 4 部分：继续' })
    await expect(next).toBeFocused()
    await shot('waiting')
    await expect(sheets(page)).toHaveCount(2)
    const [front, back] = await printedPages(page)
    // The committee's and the parties' blocks begin at the margin: 28 mm on a front, 26 on a back, both moved by 1.5.
    near(leftmost(front), 29.5, 0.6)
    near(leftmost(back), 27.5, 0.6)
    await next.click()
    await expect(page.getByRole('button', { name: '第 3 部分 / 共 4 部分：继续' })).toBeVisible()
    await expect(sheets(page)).toHaveCount(2)
    await page.getByRole('button', { name: '不打了' }).click()
    await expect(page.getByText('只送出了前 2 部分，共 4 部分。')).toBeVisible()
  })
  await test.step('what did not come out is taken back, and the next print has its number', async () => {
    await shot('ended')
    await page.getByRole('button', { name: '没打出来？撤销这次登记' }).click()
    await expect(page.getByText('已撤销：这次打印不计份数。')).toBeVisible()
    await page.getByText('选页', { exact: true }).click()
    await page.getByRole('textbox', { name: '要打印的页' }).fill('２，９')
    await expect(page.getByText('写不成页码。这份文书共')).toBeVisible()
    await expect(page.getByRole('button', { name: '打印', exact: true })).toBeDisabled()
    await page.getByRole('textbox', { name: '要打印的页' }).fill('２，１－２')
    await page.getByRole('spinbutton', { name: '打印份数' }).fill('1')
    await page.getByRole('button', { name: '打印', exact: true }).click()
    await expect(page.getByText('已登记：第 1 次打印，1 份。')).toBeVisible()
    await expect(sheets(page)).toHaveCount(2)
  })
})

/** The first column, in dots, that any stroke of the page touches. */
function leftmost(image: PageImage | undefined): number | undefined {
  if (image === undefined) return undefined
  const { dark, width, height } = image
  for (let x = 0; x < width; x += 1) for (let y = 0; y < height; y += 1) if ((dark[y * width + x] ?? 0) > 100) return x
  return undefined
}
