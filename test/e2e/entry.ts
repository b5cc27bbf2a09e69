/** What stands before the register: first run, sign-in, settings of a test's own register. */
import { expect, type Page } from '@playwright/test'
import { core } from './program.ts'

export const password = 'ceshi-2026'

export interface Unit {
  readonly unitName: string
  readonly unitCode: string
  readonly committee: string
  readonly adminName: string
}
export const township: Unit = {
  unitName: '示例乡人民政府',
  unitCode: '990001101',
  committee: '示例乡人民调解委员会',
  adminName: '示例经办',
}

export interface Recipient {
  readonly unitName: string
  readonly unitCode: string
  readonly book: 'mediation' | 'teams'
  readonly adminName: string
}
export const justiceBureau: Recipient = {
  unitName: '示例市司法局',
  unitCode: '990001',
  book: 'mediation',
  adminName: '示例收件一',
}
export const socialCentre: Recipient = {
  unitName: '示例市综治中心',
  unitCode: '990002',
  book: 'teams',
  adminName: '示例收件二',
}

async function fillPasswordAndCreate(page: Page, adminName: string): Promise<void> {
  await page.getByLabel('您的姓名').fill(adminName)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByLabel('再输一次密码').fill(password)
  await page.getByRole('button', { name: '建立登记簿' }).click()
}

/** Types the last group of the code shown, as read from the printed page. */
export async function keepRecoveryCode(page: Page): Promise<string> {
  const code = await page.getByRole('status', { name: '恢复码' }).innerText()
  await page.getByLabel('请照打印件输入最后一组').fill(code.trim().split(/\W+/).at(-1) ?? '')
  await page.getByRole('button', { name: '已妥善保管，继续' }).click()
  return code.trim()
}

/** First run as a unit, by the window, up to 今日. */
export async function createUnit(page: Page, unit: Unit = township): Promise<void> {
  await page.getByRole('button', { name: '新建本单位登记簿' }).click()
  await page.getByLabel('单位名称').fill(unit.unitName)
  await page.getByLabel('单位代码').fill(unit.unitCode)
  await page.getByLabel('调委会印章全称').fill(unit.committee)
  await fillPasswordAndCreate(page, unit.adminName)
  await keepRecoveryCode(page)
  await expectHome(page, unit.adminName)
}

/** First run as a recipient, by the window, up to 今日. */
export async function createRecipient(page: Page, recipient: Recipient): Promise<void> {
  await page.getByRole('button', { name: '设为上级接收单位' }).click()
  await page.getByLabel('单位名称').fill(recipient.unitName)
  await page.getByLabel('单位代码').fill(recipient.unitCode)
  await page.getByLabel('接收哪本台账').click()
  await page
    .getByTitle(recipient.book === 'teams' ? '队伍' : '调解', { exact: true })
    .last()
    .click()
  await fillPasswordAndCreate(page, recipient.adminName)
  await keepRecoveryCode(page)
  await expectHome(page, recipient.adminName)
}

export const expectHome = (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: `日，${name}` })).toBeVisible()

/** A register made without typing, for tests of what comes after it; the window is at 今日. */
export async function quickUnit(page: Page, startUrl: string, unit: Unit = township): Promise<void> {
  await page.goto(startUrl)
  await expect(page.getByText('新建本单位登记簿')).toBeVisible()
  await core(page, 'register.create', { kind: 'unit', book: null, ...unit, password })
  await page.reload()
  await expectHome(page, unit.adminName)
}

export async function signIn(page: Page, typed: string = password): Promise<void> {
  await page.getByLabel('密码', { exact: true }).fill(typed)
  await page.getByRole('button', { name: '登录' }).click()
}

/** Today in China as the core counts it. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format()

/** A day before today, `YYYY-MM-DD`. */
export function daysAgo(days: number): string {
  const day = new Date(`${today()}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - days)
  return day.toISOString().slice(0, 10)
}
