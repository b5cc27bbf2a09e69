import type { Page } from '@playwright/test'
import { quickUnit, township } from './entry.ts'
import { control, openPage } from './form.ts'
import { expect, stickName, test } from './program.ts'
import { saveDispute } from './records.ts'

const bodySize = "getComputedStyle(document.querySelector('main.page')).fontSize"

test('大字 makes the window larger and stays', async ({ page, program }, info) => {
  await quickUnit(page, program.startUrl)
  await saveDispute(page)
  expect(await page.evaluate(bodySize)).toBe('14px')
  await openPage(page, '设置')
  await page.getByRole('tab', { name: '显示与锁屏' }).click()
  await page.getByRole('switch', { name: '大字' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('已保存。')).toBeVisible()
  await page.reload()
  await openPage(page, '纠纷')
  await expect(page.locator('.ag-row').first()).toBeVisible()
  expect(await page.evaluate(bodySize)).toBe('16px')
  await page.screenshot({ path: info.outputPath('large-list.png') })
  await page.keyboard.press('Control+n')
  await expect(control(page, 'summary')).toBeVisible()
  await page.screenshot({ path: info.outputPath('large-form.png') })
  // Nothing is pushed out of the window sideways.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1366)
})

/** The sections of 设置 that stand wholly in their list, and all of them. */
const sections = (page: Page): Promise<readonly [seen: number, all: number]> =>
  page.evaluate(() => {
    const nav = document.querySelector('.settings-tabs > .ant-tabs-nav')
    const end = nav?.getBoundingClientRect().bottom ?? 0
    const tabs = [...(nav?.querySelectorAll('.ant-tabs-tab') ?? [])]
    return [tabs.filter((x) => x.getBoundingClientRect().bottom <= end).length, tabs.length]
  })

test('every section of 设置 stands in its list at 768 px, in 大字 too', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  await openPage(page, '设置')
  await expect(page.getByRole('tab', { name: '显示与锁屏' })).toBeVisible()
  expect(await sections(page)).toEqual([15, 15])
  await page.getByRole('tab', { name: '显示与锁屏' }).click()
  await page.getByRole('switch', { name: '大字' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect.poll(() => page.evaluate(bodySize)).toBe('16px')
  await expect.poll(() => sections(page)).toEqual([15, 15])
})

/** What people named themselves, and the names that are the same in every language. */
const own = [township.unitName, township.adminName, township.committee, '解纷簿', '中文', stickName]

/** Chinese words on the page, in labels and hints too. */
async function chineseOn(page: Page): Promise<readonly string[]> {
  const shown = await page.evaluate(() => {
    const hints = [...document.querySelectorAll('[placeholder], [title], [aria-label]')].flatMap((e) =>
      ['placeholder', 'title', 'aria-label'].map((name) => e.getAttribute(name) ?? ''),
    )
    return [document.body.innerText, ...hints].join('\n')
  })
  const rest = own.reduce((words, name) => words.replaceAll(name, ''), shown)
  return rest.match(/\p{Script=Han}+/gu) ?? []
}

test('the window speaks English when asked, and goes back', async ({ page, program }, info) => {
  await quickUnit(page, program.startUrl)
  await openPage(page, '设置')
  await page.getByRole('tab', { name: '显示与锁屏' }).click()
  await page.getByRole('radiogroup', { name: '界面语言' }).getByText('English').click()
  const rail = page.locator('nav.rail')
  await expect(rail.getByRole('link', { name: 'Settings' })).toBeVisible()
  for (const name of ['today', 'dispute', 'training', 'visit', 'report']) {
    await rail.locator(`a[href="#/${name === 'today' ? 'home' : name}"]`).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await chineseOn(page), name).toEqual([])
    await page.screenshot({ path: info.outputPath(`english-${name}.png`) })
  }
  await rail.locator('a[href="#/dispute"]').click()
  await page.keyboard.press('Control+n')
  await expect(control(page, 'typeJustice')).toBeFocused()
  expect(await chineseOn(page)).toEqual([])
  await page.screenshot({ path: info.outputPath('english-form.png') })
  await rail.locator('a[href="#/settings"]').click()
  await page.getByRole('tab', { name: 'Display and lock' }).click()
  await page.getByText('中文').click()
  await expect(page.getByRole('link', { name: '设置' })).toBeVisible()
})
