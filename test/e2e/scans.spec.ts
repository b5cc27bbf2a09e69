import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { scannedPdf } from '../support/pdfs.ts'
import { jpegOf, pngOf } from '../support/pictures.ts'
import { quickUnit } from './entry.ts'
import { core, expect, test } from './program.ts'
import { parties, saveDispute } from './records.ts'

/** Opens the scans of a new case. Answers the case's id. */
async function openScans(page: Page, startUrl: string): Promise<string> {
  await page.setViewportSize({ width: 1366, height: 768 })
  await quickUnit(page, startUrl)
  const { id } = await saveDispute(page, { parties: parties('示例甲', '示例乙') })
  await page.goto(new URL(`/#/dispute/${id}`, page.url()).href)
  await page.getByRole('tab', { name: /文书/ }).click()
  await page.getByRole('button', { name: /^扫描件（0）/ }).click()
  await expect(page.getByText('还没有扫描件')).toBeVisible()
  return id
}
const zone = (page: Page, item: string) => page.getByRole('region', { name: `添加扫描件到「${item}」` })
const strip = (page: Page, item: string) => page.getByRole('list', { name: `「${item}」的扫描件` })

test('files are chosen together: what is sound is added, what is not says why, and nothing holds up the others', async ({
  page,
  program,
  folder,
}, info) => {
  await openScans(page, program.startUrl)
  const photo = join(folder, '李示例身份证.jpg')
  const text = join(folder, '不是照片.jpg')
  const pdf = join(folder, '判决书.pdf')
  writeFileSync(photo, await jpegOf({ width: 3000, height: 2000, seal: true }))
  writeFileSync(text, '这是文字')
  const pages = [
    await jpegOf({ width: 900, height: 1200, text: '一' }),
    await jpegOf({ width: 900, height: 1200, text: '二' }),
  ]
  writeFileSync(pdf, await (await scannedPdf(pages)).save())
  const chosen = page.waitForEvent('filechooser')
  await zone(page, '当事人身份证明').getByRole('button', { name: '选择文件' }).click()
  await (await chosen).setFiles([photo, text, pdf])
  const items = strip(page, '当事人身份证明').getByRole('listitem')
  await expect(items).toHaveCount(2)
  await expect(page.getByText('这个文件的内容不是图片，也不是 PDF')).toBeVisible()
  await expect(page.getByText('已添加 2 个，1 个没有添加')).toBeVisible()
  await expect(items.first().locator('img')).toBeVisible()
  await page.screenshot({ path: info.outputPath('strip.png') })

  await page.getByRole('button', { name: '看「李示例身份证」' }).click()
  const preview = page.getByRole('region', { name: '扫描件预览' })
  await expect(preview.getByRole('img', { name: '扫描件：李示例身份证' })).toBeVisible()
  await page.screenshot({ path: info.outputPath('image.png') })
  await preview.getByRole('button', { name: '放大看' }).click()
  await expect(preview.getByRole('button', { name: '看整页' })).toBeVisible()
  await preview.getByRole('textbox', { name: '名称' }).fill('李示例身份证正面')
  await preview.getByRole('button', { name: '保存' }).click()
  await expect(preview.getByRole('heading')).toHaveText('李示例身份证正面')
  await preview.getByRole('button', { name: '下一件' }).click()
  await expect(preview.getByRole('img', { name: '第 1 页' })).toHaveAttribute('data-drawn', 'true')
  await page.screenshot({ path: info.outputPath('pdf.png') })
  await page.keyboard.press('Escape')
  await expect(preview).toBeHidden()

  // The same file again: noticed, and added by will.
  const again = page.waitForEvent('filechooser')
  await zone(page, '当事人身份证明').getByRole('button', { name: '选择文件' }).click()
  await (await again).setFiles([photo])
  await expect(page.getByText('本案已有这个文件')).toBeVisible()
  await page.screenshot({ path: info.outputPath('twice.png') })
  await page.getByRole('button', { name: '仍要添加' }).click()
  await expect(items).toHaveCount(3)
})

test('a screenshot is pasted, a file dropped; order, removal and its undo by the keyboard alone', async ({
  page,
  program,
}, info) => {
  const id = await openScans(page, program.startUrl)
  const give = async (kind: 'paste' | 'drop', name: string, bytes: Uint8Array) =>
    zone(page, '当事人身份证明').evaluate(
      (target, [kind, name, list]) => {
        const data = new DataTransfer()
        data.items.add(new File([new Uint8Array(list)], name, { type: 'image/png' }))
        const init = { bubbles: true, cancelable: true }
        target.dispatchEvent(
          kind === 'paste'
            ? new ClipboardEvent('paste', { ...init, clipboardData: data })
            : new DragEvent('drop', { ...init, dataTransfer: data }),
        )
      },
      [kind, name, [...bytes]] as const,
    )
  await give('paste', 'image.png', await pngOf({ width: 300, height: 200, text: '甲' }))
  const items = strip(page, '当事人身份证明').getByRole('listitem')
  await expect(items).toHaveText([/粘贴的图片/])
  await give('drop', '户口簿.png', await pngOf({ width: 300, height: 200, text: '乙' }))
  await expect(items).toHaveText([/粘贴的图片/, /户口簿/])

  await page.getByRole('button', { name: '前移 户口簿' }).focus()
  await page.keyboard.press('Enter')
  await expect(items).toHaveText([/户口簿/, /粘贴的图片/])
  await page.getByRole('button', { name: '移出 户口簿' }).focus()
  await page.keyboard.press('Enter')
  await expect(items).toHaveText([/粘贴的图片/])
  await expect(page.getByText('已移出「户口簿」')).toBeVisible()
  await page.screenshot({ path: info.outputPath('removed.png') })
  await page.getByRole('button', { name: '放回 户口簿' }).focus()
  await page.keyboard.press('Enter')
  await expect(items).toHaveText([/户口簿/, /粘贴的图片/])

  await page.keyboard.press('Escape')
  const { scans } = await core(page, 'scan.list', { ledger: 'dispute', id })
  expect(scans.map((s) => s.title)).toEqual(['户口簿', '粘贴的图片'])
})
