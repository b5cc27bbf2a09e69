import { createUnit, expectHome, password, quickUnit, signIn, township } from './entry.ts'
import { control, openPage } from './form.ts'
import { core, expect, openProgram, openWindow, test } from './program.ts'
import { saveDispute } from './records.ts'

test('a wrong password says what is safe; the right one opens; Ctrl+L locks and keeps what was typed', async ({
  page,
  program,
}) => {
  await page.goto(program.startUrl)
  await createUnit(page)
  await openPage(page, '纠纷')
  await page.keyboard.press('Control+n')
  await expect(control(page, 'typeJustice')).toBeFocused()
  await control(page, 'summary').fill('锁定之前正在写的内容')
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { level: 1, name: township.unitName })).toBeVisible()
  await expect(page.getByText('锁定之前正在写的内容')).toBeHidden()

  await signIn(page, 'wrong-word')
  await expect(page.getByRole('alert')).toContainText('密码不对。登记簿没有变化。', { ignoreCase: true })
  await signIn(page, password)
  await expect(control(page, 'summary')).toHaveValue('锁定之前正在写的内容')
})

test('the window locks by itself after the minutes of the office', async ({ page, program }) => {
  await page.clock.install()
  await quickUnit(page, program.startUrl)
  const { idleMinutes } = await core(page, 'setting.all', {})
  await page.clock.fastForward((idleMinutes - 1) * 60_000)
  await page.keyboard.press('Shift')
  await page.clock.fastForward((idleMinutes - 1) * 60_000)
  await expect(page.getByRole('heading', { name: township.adminName })).toBeVisible()
  await page.clock.fastForward(61_000)
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  await signIn(page)
  await expectHome(page, township.adminName)
})

test('the recovery code is asked back before the register is used', async ({ page, program }) => {
  await page.goto(program.startUrl)
  await page.getByRole('button', { name: '新建本单位登记簿' }).click()
  await page.getByRole('button', { name: '建立登记簿' }).click()
  await expect(page.getByText('请填写。').first()).toBeVisible()
  await page.getByLabel('单位名称').fill(township.unitName)
  await page.getByLabel('单位代码').fill('示例')
  await expect(page.getByText('只能是数字或字母，最多 12 位。')).toBeVisible()
  await page.getByLabel('单位代码').fill(township.unitCode)
  await page.getByLabel('调委会印章全称').fill(township.committee)
  await page.getByLabel('您的姓名').fill(township.adminName)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByLabel('再输一次密码').fill(`${password}x`)
  await expect(page.getByText('两次密码不一样。')).toBeVisible()
  await page.getByLabel('再输一次密码').fill(password)
  await page.getByRole('button', { name: '建立登记簿' }).click()
  await page.getByLabel('请照打印件输入最后一组').fill('AAAA')
  await page.getByRole('button', { name: '已妥善保管，继续' }).click()
  await expect(page.getByText('最后一组不对，请对照打印件。')).toBeVisible()
})

test('the sample register says so on every page, in the locked window and when opened again', async ({
  page,
  program,
  browser,
}) => {
  await page.goto(program.startUrl)
  await page.getByRole('button', { name: '打开演示登记簿' }).click()
  await page.getByRole('button', { name: '打开演示登记簿' }).click()
  const band = page.getByRole('note').filter({ hasText: '演示数据，不是真实记录，不得入卷' })
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible({ timeout: 60_000 })
  for (const name of ['今日', '纠纷', '培训', '走访', '报送', '设置']) {
    await openPage(page, name)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await expect(band).toBeVisible()
  }
  await page.getByRole('button', { name: '锁定' }).click()
  await expect(page.getByText('演示登记簿 · 演示数据，不是真实记录，不得入卷')).toBeVisible()
  const told = await page.getByText('演示登记簿的密码：').innerText()
  await page.goto('about:blank')
  await program.close()
  const again = await openProgram({ dataDir: program.dataDir, sticks: [] })
  const { page: later, done } = await openWindow(browser, again)
  await expect(later.getByText('演示登记簿 · 演示数据，不是真实记录，不得入卷')).toBeVisible()
  await expect(later.getByText(told)).toBeVisible()
  await signIn(later, told.split('：')[1])
  await expect(later.getByRole('navigation', { name: '主菜单' })).toBeVisible()
  await done()
  await again.close()
})

test('a user of one book sees that book only', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  await saveDispute(page)
  await core(page, 'user.create', {
    name: '示例队伍员',
    password,
    admin: false,
    roles: [{ book: 'teams', role: 'clerk' }],
  })
  await page.keyboard.press('Control+l')
  await page.getByLabel('用户').click()
  await page.getByTitle('示例队伍员').click()
  await signIn(page)
  await expectHome(page, '示例队伍员')
  const rail = page.getByRole('navigation', { name: '主菜单' })
  await expect(rail.getByRole('link')).toHaveText([
    ...['今日', '人员', '培训', '一季两培训', '走访', '交办事项', '值守', '会议', '区划与单位', '统计'],
    ...['报送', '设置', '帮助'],
  ])
  await expect(page.getByText('扎西·示例')).toHaveCount(0)
  await page.goto(new URL('/#/dispute', page.url()).href)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('示例队伍员')
})
