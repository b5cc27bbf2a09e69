import type { Page } from '@playwright/test'
import { agreedDispute, disputeOf } from '../support/samples.ts'
import { daysAgo, password, quickUnit, today } from './entry.ts'
import { control } from './form.ts'
import { core, expect, test } from './program.ts'

const address = (page: Page, id: string): string => new URL(`/#/dispute/${id}`, page.url()).href
const acts = (page: Page) => page.getByRole('region', { name: '其他办理' })
const openActs = (page: Page) => acts(page).getByRole('button', { name: '其他办理' }).click()

const newCase = async (page: Page, data: object): Promise<string> =>
  (await core(page, 'record.save', { ledger: 'dispute', id: null, revision: 0, data: data as never })).id

test('a dispute that is not accepted: ground, reason and day in one place, then its notice', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  await page.goto(address(page, await newCase(page, disputeOf({ applicationDate: daysAgo(2) }))))
  await openActs(page)
  await acts(page).getByRole('button', { name: '不予受理' }).click()
  await expect(page.getByLabel('不予受理日期')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/)
  const confirm = acts(page).getByRole('button', { name: '确定「不予受理」' })
  await expect(confirm).toBeDisabled()
  await page.locator('#way-refusalGround').pressSequentially('yjjj')
  await page.keyboard.press('Enter')
  await page.locator('#way-refusalReason').fill('双方已经和好。')
  await page.screenshot({ path: info.outputPath('way.png') })
  await confirm.click()
  await expect(acts(page).getByRole('status')).toHaveText('已办：不予受理。')
  await page.screenshot({ path: info.outputPath('done.png') })
  await acts(page).getByRole('button', { name: '打印不予受理告知书' }).click()
  await expect(page.getByRole('img', { name: '第 1 页' })).toHaveAttribute('data-drawn', 'true')
  await expect(page.getByRole('heading', { name: '不予受理告知书' })).toBeVisible()
  await page.screenshot({ path: info.outputPath('notice.png') })
})

test('calmed on the spot: one button, no number and no file', async ({ page, program }) => {
  await quickUnit(page, program.startUrl)
  await page.goto(address(page, await newCase(page, disputeOf())))
  await openActs(page)
  await acts(page).getByRole('button', { name: '就地劝解，不立卷' }).click()
  await expect(acts(page).getByRole('status')).toHaveText('已办：就地劝解，不立卷。')
  await expect(page.getByRole('region', { name: '下一步' }).getByRole('button')).toHaveText('本案已办完')
})

/** A case filed with its agreement in effect; its dates are of this month. */
async function filedCase(page: Page): Promise<string> {
  const on = daysAgo(3)
  const data = agreedDispute({ acceptanceDate: daysAgo(20), sessions: [], resultDate: on })
  const sessions = agreedDispute().sessions.map((s) => ({ ...s, heldOn: on }))
  const performances = data.performances.map((x) => ({ ...x, dueOn: daysAgo(1), doneOn: daysAgo(1) }))
  const id = await newCase(page, { ...data, sessions, performances })
  const key = { ledger: 'dispute', id } as const
  for (const series of ['caseNo', 'agreementNo'] as const) {
    const { revision } = await core(page, 'record.get', key)
    await core(page, 'dispute.giveNumber', { ...key, revision, series, on, typed: null })
  }
  const numbered = await core(page, 'record.get', key)
  const days = { signedByPartiesOn: on, signedByMediatorsOn: on, sealedOn: on }
  await core(page, 'agreement.takeEffect', { ...key, revision: numbered.revision, ...days })
  const signed = await core(page, 'record.get', key)
  const end = { performanceState: 'done', closedOn: today(), filedOn: today(), filedBy: '示例', retention: 'long' }
  await core(page, 'record.save', { ...key, revision: signed.revision, data: { ...signed.data, ...end } as never })
  return id
}

test('录入更正: proposed by one, refused to the same, confirmed by another; the page says what and by whom', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  const id = await filedCase(page)
  const roles = [{ book: 'mediation', role: 'clerk' }] as const
  await core(page, 'user.create', { name: '示例第二人', password, admin: false, roles: [...roles] })
  await page.goto(address(page, id))
  await expect(page.getByText('结案').first()).toBeVisible()
  await openActs(page)
  await page.screenshot({ path: info.outputPath('filed.png') })
  await acts(page).getByRole('button', { name: '录入更正' }).click()
  const form = page.getByRole('region', { name: '录入更正' })
  const propose = form.getByRole('button', { name: '提出更正' })
  await expect(propose).toBeDisabled()
  await control(page, 'recorder').fill('示例记录员')
  await control(page, 'recorder').press('Tab')
  await form.getByLabel('怎么录错的').fill('漏录记录人')
  await page.screenshot({ path: info.outputPath('correction.png') })
  await expect(form.getByRole('status')).toHaveText('更正：记录人')
  await propose.click()
  const open = page.getByRole('region', { name: '待确认的录入更正' })
  await expect(open).toContainText('请另一人登录确认')
  await expect(open.getByRole('button', { name: '与原件一致，确认更正' })).toHaveCount(0)
  await page.screenshot({ path: info.outputPath('own.png') })

  await page.keyboard.press('Control+l')
  const second = (await core(page, 'register.status', {})).users.find((u) => u.name === '示例第二人')
  await core(page, 'session.signIn', { userId: second?.id ?? '', password })
  await page.goto(new URL('/#/', page.url()).href)
  await page.reload()
  await page.getByRole('region', { name: '待确认的录入更正' }).getByRole('link').click()
  await expect(open).toContainText('示例记录员')
  await page.screenshot({ path: info.outputPath('other.png') })
  await open.getByRole('button', { name: '与原件一致，确认更正' }).click()
  await expect(page.getByText('录入已更正')).toBeVisible()
  await expect(page.locator('details.corrected')).toContainText('示例经办 提出，示例第二人 于')
  await page.screenshot({ path: info.outputPath('corrected.png') })
})

test('reopening asks for a reason and leaves it in the history; a supplement is then written and signed', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  const id = await filedCase(page)
  await page.goto(address(page, id))
  await openActs(page)
  await acts(page).getByRole('button', { name: '重新办理' }).click()
  await acts(page).getByLabel('重新办理的原因').fill('履行方式要改')
  await acts(page).getByRole('button', { name: '确定「重新办理」' }).click()
  await expect(acts(page).getByRole('status')).toHaveText('已办：重新办理。')
  await page.getByRole('button', { name: '操作记录' }).click()
  await expect(page.getByRole('region', { name: '操作记录' })).toContainText('履行方式要改')
  await page.getByRole('navigation', { name: '办理步骤' }).getByRole('button', { name: /履行/ }).click()
  await page.locator('[data-path="supplements"] button.add-part').click()
  await control(page, 'supplements.0.text').fill('第一笔改为下月底前付清。')
  await page.keyboard.press('Control+s')
  const panel = page.getByRole('region', { name: '第 1 份补充协议' })
  for (const act of ['signedByPartiesOn', 'signedByMediatorsOn', 'sealedOn']) {
    await panel.locator(`[id="act-supplements.0.${act}"]`).fill(daysAgo(1))
    await panel.locator(`[id="act-supplements.0.${act}"]`).press('Tab')
  }
  await page.screenshot({ path: info.outputPath('supplement.png') })
  await panel.getByRole('button', { name: '补充协议自' }).click()
  await expect(panel).toContainText('补充协议已于')
  await expect(control(page, 'supplements.0.text')).toBeDisabled()
  await page.screenshot({ path: info.outputPath('signed.png') })
})
