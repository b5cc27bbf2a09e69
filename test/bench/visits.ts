/** Outings typed back from their sheets in the real window, by keys alone: the table against a card for each household. */
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { chromium, expect, type Page } from '@playwright/test'
import config from '../../playwright.config.ts'
import { daysAgo, quickUnit } from '../e2e/entry.ts'
import { control, openPage } from '../e2e/form.ts'
import { openProgram } from '../e2e/program.ts'
import type { Line } from './line.ts'

const visitsTyped = 30
const households = 12
const requests = ['门前路灯不亮', '询问防疫日期', '路段积水'] as const

/** Keys as a clerk presses them; the keys of an input method come on top, on both sides alike. */
interface Typist {
  readonly press: (key: string) => Promise<void>
  readonly type: (text: string) => Promise<void>
  readonly strokes: () => number
}
function typistOf({ keyboard }: Page): Typist {
  let count = 0
  return {
    press: async (key) => {
      count += 1
      await keyboard.press(key)
    },
    type: async (text) => {
      count += text.length
      await keyboard.type(text)
    },
    strokes: () => count,
  }
}

const doorOf = (i: number): string => `一组 ${i} 户`
/**
 * What stands on the sheet for household `i`: how many were met, leaflets (taken over from the row above), and of every
 * fourth a request. What is empty is passed by.
 */
const rowOf = (i: number): readonly string[] => [
  doorOf(i),
  String((i % 4) + 1),
  ...(i === 1 ? ['2'] : []),
  ...(i % 4 === 0 ? ['', requests[i % requests.length] ?? ''] : []),
]

type Households = (page: Page, keys: Typist) => Promise<void>

const inTable: Households = async (page, keys) => {
  await page.locator('.entry-box').focus()
  await keys.press('Control+Home')
  for (let i = 1; i <= households; i += 1) {
    for (const [at, text] of rowOf(i).entries()) {
      if (at > 0) await keys.press('Tab')
      await keys.type(text)
    }
    await keys.press('Enter')
  }
}

const inCards: Households = async (page, keys) => {
  for (let i = 0; i < households; i += 1) {
    if (i === 0) await page.locator('[data-path="households"] button.add-part').focus()
    await keys.press(i === 0 ? 'Enter' : 'Alt+Enter')
    await expect(control(page, `households.${i}.door`)).toBeFocused()
    for (const [at, text] of rowOf(i + 1).entries()) {
      if (at > 0) await keys.press('Enter')
      await keys.type(text)
    }
  }
}

async function typeVisit(page: Page, keys: Typist, typeHouseholds: Households): Promise<void> {
  await openPage(page, '走访')
  await keys.press('Control+n')
  await expect(control(page, 'visitedOn')).toBeFocused()
  await keys.type(daysAgo(3))
  await keys.press('Enter')
  await page.locator('[data-path="visitors"] button.add-part').focus()
  await keys.press('Enter')
  await expect(control(page, 'visitors.0.name')).toBeFocused()
  await keys.type('示例走访员')
  await typeHouseholds(page, keys)
  await keys.press('Control+s')
  await expect(page.locator('.form-bar [role=status]')).toContainText('保存于')
}

interface Typed {
  readonly strokes: number
  readonly ms: number
}
/** Per visit, of so many. */
async function typeMany(page: Page, count: number, typeHouseholds: Households): Promise<Typed> {
  const keys = typistOf(page)
  const from = performance.now()
  for (let i = 0; i < count; i += 1) await typeVisit(page, keys, typeHouseholds)
  return { strokes: keys.strokes() / count, ms: (performance.now() - from) / count }
}

/** The first outing has what the following take over: village, group and kind. */
async function beginSeries(page: Page): Promise<void> {
  await openPage(page, '走访')
  await page.keyboard.press('Control+n')
  await control(page, 'visitedOn').fill(daysAgo(4))
  await control(page, 'village').fill('示例一村')
  await control(page, 'householdGroup').fill('一组')
  await control(page, 'kind').pressSequentially('zcxc')
  await page.keyboard.press('Enter')
  await page.locator('[data-path="visitors"] button.add-part').click()
  await control(page, 'visitors.0.name').fill('示例走访员')
  await page.locator('.entry-box').focus()
  for (const text of rowOf(1)) {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Control+s')
  await expect(page.locator('.form-bar [role=status]')).toContainText('保存于')
}

const asTable = (page: Page, on: boolean): Promise<void> =>
  page.getByRole('button', { name: on ? '表格录入' : '逐项录入' }).click()

async function measure(page: Page): Promise<readonly Line[]> {
  await beginSeries(page)
  const table = await typeMany(page, visitsTyped, inTable)
  await asTable(page, false)
  const cards = await typeMany(page, visitsTyped, inCards)
  const line = { area: 'visits', cases: null }
  return [
    {
      ...line,
      name: `keys for a visit of ${households}`,
      unit: 'keys',
      ours: table.strokes,
      bare: cards.strokes,
      target: null,
    },
    { ...line, name: `one of ${visitsTyped} visits typed`, unit: 'ms', ours: table.ms, bare: cards.ms, target: 1 },
  ]
}

/** Nothing where no browser is. */
export async function visits(): Promise<readonly Line[]> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-visits-'))
  const browser = await chromium.launch(config.use?.launchOptions ?? {}).catch((e: Error) => {
    process.stderr.write(`no browser, visits not typed: ${e.message.split('\n')[0]}\n`)
    return null
  })
  if (browser === null) return []
  const program = await openProgram({ dataDir: path.join(dir, 'data'), sticks: [] })
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    const page = await context.newPage()
    await quickUnit(page, program.startUrl)
    return await measure(page)
  } finally {
    await browser.close()
    await program.close()
    fs.rmSync(dir, { recursive: true, force: true })
  }
}
