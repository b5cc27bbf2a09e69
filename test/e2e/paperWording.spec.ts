import { emptyPart } from '../../shared/ledgers/describe.ts'
import * as parts from '../../shared/ledgers/disputeParts.ts'
import { preview } from './caseSteps.ts'
import { quickUnit } from './entry.ts'
import { control, openPage, save } from './form.ts'
import { core, expect, test } from './program.ts'
import { parties, saveDispute } from './records.ts'

test('wording of the place is chosen as the paper will say it, kept, and refused where too long', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  await openPage(page, '设置')
  await page.getByRole('tab', { name: '文书', exact: true }).click()
  const panel = (name: string) =>
    page.locator('section.panel', { has: page.getByRole('heading', { name, exact: true }) })
  const saved = (name: string) => expect(panel(name).getByText('已保存。')).toBeVisible()
  const keep = (name: string) => panel(name).getByRole('button', { name: '保存', exact: true }).click()
  await page.screenshot({ path: info.outputPath('wording.png'), fullPage: true })

  await panel('文书用语').getByText('2026年5月20日，人民调解委员会经当事人同意，调解示例甲、示例乙之间的纠纷。').click()
  await panel('文书用语').getByText('（签名、捺印）').click()
  await keep('文书用语')
  await saved('文书用语')

  const heading = panel('抬头').getByLabel('抬头文字')
  await heading.fill('示例市示例乡'.repeat(7))
  await keep('抬头')
  await expect(panel('抬头').getByText('最多 40 个字。')).toBeVisible()
  await heading.fill('示例市示例乡')
  await keep('抬头')
  await saved('抬头')

  await panel('权利义务告知书').getByLabel('调委会的联系方式').fill('0941-0123456')
  await panel('权利义务告知书').getByLabel('本单位要补充的话').fill('请关闭手机铃声。')
  await keep('权利义务告知书')
  await saved('权利义务告知书')

  await panel('藏文对照').getByLabel('六、费用').fill('རིན་མེད།')
  await panel('藏文对照')
    .getByRole('button', { name: /填写各文书的藏文标题/ })
    .click()
  await panel('藏文对照').getByLabel('当事人权利义务告知书').fill('བརྡ་ཐོ།')
  await keep('藏文对照')
  await saved('藏文对照')
  await page.screenshot({ path: info.outputPath('tibetan.png') })

  const kept = await core(page, 'setting.all', {})
  expect(kept).toMatchObject({
    ...{ acceptanceOpening: 'plain', partySignature: 'finger', paperHeading: '示例市示例乡' },
    ...{ noticeContact: '0941-0123456', noticeExtra: '请关闭手机铃声。' },
    ...{ tibetanNotice: { noFee: 'རིན་མེད།' }, tibetanTitles: { rightsNotice: 'བརྡ་ཐོ།' } },
  })
})

test('powers of an agent are pressed beside their text, other words stay, and the paper is there to print', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  const agents = [
    {
      ...emptyPart(parts.agent),
      kind: 'entrusted' as const,
      name: '示例代理人',
      forParty: '示例甲',
      powers: '代收款项',
    },
  ]
  const view = await saveDispute(page, { parties: parties('示例甲', '示例乙'), agents } as never)
  await page.goto(`${page.url().split('#')[0]}#/dispute/${view.id}`)
  await expect(control(page, 'agents.0.name')).toBeVisible()
  const powers = page.getByRole('group', { name: /可选的权限/ })
  const press = (name: string) => powers.getByRole('button', { name }).click()
  await press('签署调解协议')
  await press('选择人民调解员')
  await expect(control(page, 'agents.0.powers')).toHaveValue('选择人民调解员；签署调解协议；代收款项')
  await expect(powers.getByRole('button', { name: '签署调解协议' })).toHaveAttribute('aria-pressed', 'true')
  await press('选择人民调解员')
  await expect(control(page, 'agents.0.powers')).toHaveValue('签署调解协议；代收款项')
  await powers.scrollIntoViewIfNeeded()
  await page.screenshot({ path: info.outputPath('powers.png') })
  await save(page)
  await preview(page, '打印', '授权委托书')
  await page.screenshot({ path: info.outputPath('power-paper.png') })
})
