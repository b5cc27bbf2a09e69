import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expectHome, password, quickUnit, signIn, township } from './entry.ts'
import { openPage } from './form.ts'
import { core, expect, openProgram, openWindow, stickName, test } from './program.ts'
import { parties, saveDispute } from './records.ts'

test('a backup on the stick alone brings the register back on an empty machine', async ({
  page,
  program,
  browser,
  folder,
  stick,
}, info) => {
  await quickUnit(page, program.startUrl)
  await saveDispute(page, { parties: parties('示例甲', '示例乙') })
  await openPage(page, '设置')
  await page.getByRole('tab', { name: '备份' }).click()
  await expect(page.getByText('还没有备份到 U 盘或第二个硬盘。')).toBeVisible()
  await page.locator('.place-label').getByText(stickName, { exact: true }).click()
  await page.getByRole('button', { name: '现在备份' }).click()
  await expect(page.getByText('备份完成并已检查')).toBeVisible()
  await expect(page.getByRole('table', { name: '已有的备份' })).toContainText('可以恢复')
  await page.screenshot({ path: info.outputPath('backed-up.png') })
  expect(readdirSync(stick, { recursive: true }).filter((name) => String(name).endsWith('.jfbak'))).toHaveLength(1)

  const empty = await openProgram({ dataDir: join(folder, 'empty'), sticks: [stick], machineId: 'another machine' })
  const { page: fresh, done } = await openWindow(browser, empty)
  await fresh.getByRole('button', { name: '从备份恢复' }).click()
  await fresh.getByRole('radio').first().check()
  await fresh.getByLabel('用密码时：用户姓名').fill(township.adminName)
  await fresh.getByLabel('原来的密码或恢复码').fill('wrong-word')
  await fresh.getByRole('button', { name: '开始恢复' }).click()
  await expect(fresh.getByRole('alert')).toContainText('密码不对。')
  await fresh.getByLabel('原来的密码或恢复码').fill(password)
  await fresh.getByRole('button', { name: '开始恢复' }).click()
  await expect(fresh.getByRole('heading', { name: '恢复完成' })).toBeVisible()
  await fresh.getByRole('button', { name: '登录' }).click()
  await signIn(fresh)
  await fresh.screenshot({ path: info.outputPath('restored.png') })
  await openPage(fresh, '纠纷')
  await expect(fresh.locator('.ag-row .ag-cell[col-id="partyNames"]')).toHaveText('示例甲、示例乙')
  await done()
  await empty.close()
})

test('a copied folder on another machine asks 搬家还是复制 before anything is written', async ({
  page,
  program,
  browser,
  folder,
  stick,
}, info) => {
  await quickUnit(page, program.startUrl)
  await page.goto('about:blank')
  await program.close()
  const moved = await openProgram({ dataDir: join(folder, 'data'), sticks: [stick], machineId: 'another machine' })
  const { page: there, done } = await openWindow(browser, moved)
  await signIn(there)
  await expect(there.getByRole('heading', { name: '登记簿到了另一台电脑上' })).toBeVisible()
  await there.screenshot({ path: info.outputPath('machine.png') })
  await there.getByRole('button', { name: '复制：两台电脑都在用' }).click()
  await expectHome(there, township.adminName)
  expect((await core(there, 'register.status', {})).machine).toBe('same')
  await done()
  await moved.close()
})

test('a forgotten password is mended with the recovery code, which is then a new one', async ({ page, program }) => {
  await page.goto(program.startUrl)
  await expect(page.getByText('新建本单位登记簿')).toBeVisible()
  const { recoveryCode } = await core(page, 'register.create', { kind: 'unit', book: null, ...township, password })
  await page.reload()
  await expectHome(page, township.adminName)
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: '忘记密码，用恢复码' }).click()
  await page.getByLabel('恢复码').fill(recoveryCode)
  await page.getByLabel('新密码').fill('xin-mima-2026')
  await page.getByLabel('再输一次密码').fill('xin-mima-2026')
  await page.getByRole('button', { name: '重设密码并打开' }).click()
  const fresh = await page.getByRole('status', { name: '恢复码' }).innerText()
  expect(fresh.trim()).not.toBe(recoveryCode)
  await page.getByLabel('请照打印件输入最后一组').fill(fresh.trim().split(/\W+/).at(-1) ?? '')
  await page.getByRole('button', { name: '已妥善保管，继续' }).click()
  await expectHome(page, township.adminName)
  await page.keyboard.press('Control+l')
  await signIn(page, 'xin-mima-2026')
  await expectHome(page, township.adminName)
})
