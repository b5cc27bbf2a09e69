import type { Page } from '@playwright/test'
import { roles } from '../../shared/contract/call.ts'
import { expectHome, password, quickUnit, signIn, township } from './entry.ts'
import { control, fillFields, openPage } from './form.ts'
import { core, expect, type Program, test } from './program.ts'
import { parties, saveDispute } from './records.ts'

const head = '示例负责'

/** Another user sits down at the window. */
async function sitDown(page: Page, userId: string, name: string): Promise<void> {
  await core(page, 'session.lock', {})
  await core(page, 'session.signIn', { userId, password })
  await page.reload()
  await page.evaluate(() => {
    location.hash = '#/home'
  })
  await expectHome(page, name)
}

async function withHead(page: Page, program: Program) {
  await quickUnit(page, program.startUrl)
  const me = await core(page, 'session.me', {})
  const headRoles = roles.map((role) => ({ book: 'mediation', role }) as const)
  const user = await core(page, 'user.create', { name: head, password, admin: false, roles: headRoles })
  return { me: me?.userId ?? '', headId: user.id }
}

test('a locked case: who keeps its list lets the head in, the head sees it, reads the month and prints it', async ({
  page,
  program,
}, info) => {
  const { me, headId } = await withHead(page, program)
  const record = await saveDispute(page, { secrecy: 'domesticViolence', parties: parties('示例甲', '示例乙') })
  await sitDown(page, headId, head)
  await openPage(page, '纠纷')
  await expect(page.getByText('还没有登记纠纷。')).toBeVisible()
  await sitDown(page, me, township.adminName)
  await page.goto(new URL(`/#/dispute/${record.id}`, page.url()).href)
  await page.getByRole('tab', { name: '更多' }).click()
  const list = page.getByRole('region', { name: '知情人' })
  await expect(list.getByRole('listitem')).toHaveText([/示例经办（您）/])
  await expect(list.getByRole('button', { name: '把示例经办移出名单' })).toBeDisabled()
  // By keyboard: the field, the name, the button after it.
  await list.getByRole('combobox', { name: '选一位用户' }).focus()
  await page.keyboard.type(head)
  await expect(page.locator('.ant-select-item-option-active')).toHaveText(head)
  await page.keyboard.press('Enter')
  const add = list.getByRole('button', { name: '添加知情人', exact: true })
  await expect(add).toBeEnabled()
  await page.keyboard.press('Tab')
  await expect(add).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list.getByText('名单已改，并记入查阅记录。')).toBeVisible()
  await page.screenshot({ path: info.outputPath('knowers.png') })

  await sitDown(page, headId, head)
  await openPage(page, '纠纷')
  await expect(page.locator('.ag-row .ag-cell[col-id="partyNames"]')).toHaveText('示例甲、示例乙')
  await openPage(page, '查阅记录')
  const rows = page.getByRole('table', { name: '逐项' })
  await expect(rows).toContainText('改知情人名单')
  await expect(rows).toContainText('打开保密纠纷')
  await page.screenshot({ path: info.outputPath('access.png') })
  await page.getByRole('button', { name: '已阅', exact: true }).click()
  await expect(page.getByText(/示例负责 今天 \d\d:\d\d 已阅/)).toBeVisible()
  await page.getByRole('button', { name: '打印月报' }).click()
  await expect(page.locator('.paper-page').first()).toHaveAttribute('data-drawn', 'true')
  await page.screenshot({ path: info.outputPath('access-paper.png') })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: '查阅记录' })).toBeVisible()
  await page.getByRole('button', { name: '上一月' }).click()
  await expect(page.getByText('这个月没有查阅记录。')).toBeVisible()
})

test('words copied in a locked case are gone from the clipboard once the window is locked', async ({
  page,
  program,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await quickUnit(page, program.startUrl)
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  const copySummary = async (secrecy: 'normal' | 'private', words: string) => {
    const { id } = await saveDispute(page, { secrecy, summary: words, parties: parties('示例甲', '示例乙') })
    await page.goto(new URL(`/#/dispute/${id}`, page.url()).href)
    await expect(control(page, 'summary')).toHaveValue(words)
    await control(page, 'summary').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    expect(await copied()).toBe(words)
    await page.keyboard.press('Control+l')
    await expect(page.getByLabel('密码', { exact: true })).toBeVisible()
  }
  await copySummary('normal', '普通纠纷的话')
  expect(await copied()).toBe('普通纠纷的话')
  await signIn(page)
  await expect(control(page, 'summary')).toBeVisible()
  await copySummary('private', '保密纠纷的话')
  expect(await copied()).toBe('')
})

test('the window locks by itself after the minutes set, and what was being typed is kept', async ({
  page,
  program,
}) => {
  await page.clock.install()
  await quickUnit(page, program.startUrl)
  await core(page, 'setting.save', { idleMinutes: 1 })
  await page.reload()
  await openPage(page, '纠纷')
  await page.keyboard.press('Control+n')
  await fillFields(page, { summary: '锁屏前写的话' })
  await page.clock.fastForward(61_000)
  await expect(page.getByLabel('密码', { exact: true })).toBeVisible()
  await expect(page.getByText('锁屏前写的话')).toHaveCount(0)
  await signIn(page)
  await expect(control(page, 'summary')).toHaveValue('锁屏前写的话')
})

test('the work is handed over: things kept are entered, the list is a paper; the recovery code is tried', async ({
  page,
  program,
}, info) => {
  await page.goto(program.startUrl)
  await expect(page.getByText('新建本单位登记簿')).toBeVisible()
  const { recoveryCode } = await core(page, 'register.create', { kind: 'unit', book: null, ...township, password })
  await page.reload()
  await saveDispute(page, { parties: parties('示例甲', '示例乙'), acceptanceDate: '2026-11-02', source: 'application' })
  await openPage(page, '工作移交')
  await expect(page.getByRole('table', { name: '未办结的纠纷' })).toContainText('示例甲、示例乙')
  await page.screenshot({ path: info.outputPath('turnover.png') })
  await page.getByRole('tab', { name: '保管物' }).click()
  await expect(page.getByText('还没有登记保管物。')).toBeVisible()
  await page.getByRole('button', { name: '登记保管物' }).click()
  await page.getByLabel('名称（贴在上面的字）').fill('报送专用 1 号')
  await page.getByLabel('保管人').fill('李示例')
  await page.getByLabel('起于').fill('2026年1月5日')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table', { name: '保管物' })).toContainText('2026-01-05')
  await page.screenshot({ path: info.outputPath('kept.png') })
  await page.getByRole('button', { name: '打印移交清单' }).click()
  await expect(page.locator('.paper-page').first()).toHaveAttribute('data-drawn', 'true')
  await page.screenshot({ path: info.outputPath('takeover-paper.png') })
  await page.keyboard.press('Escape')
  await openPage(page, '设置')
  await page.getByRole('tab', { name: '我的密码' }).click()
  await page.getByLabel('照信封里的纸输入恢复码').fill('AAAAA-BBBBB')
  await page.getByRole('button', { name: '试一试' }).click()
  await expect(page.getByRole('alert')).toContainText('这个码打不开本登记簿')
  await page.getByLabel('照信封里的纸输入恢复码').fill(recoveryCode.toLowerCase())
  await page.keyboard.press('Enter')
  await expect(page.getByText('打得开。这个信封已经拆过')).toBeVisible()
  await page.screenshot({ path: info.outputPath('recovery.png') })
})
