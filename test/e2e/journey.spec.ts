import { join } from 'node:path'
import type { Page } from '@playwright/test'
import * as steps from './caseSteps.ts'
import { createRecipient, createUnit, daysAgo, justiceBureau, socialCentre, township } from './entry.ts'
import * as exchange from './exchange.ts'
import { openPage } from './form.ts'
import { expect, openProgram, openWindow, test } from './program.ts'
import { enterTraining, enterVisit } from './teamSteps.ts'

const month = (days: number): string => daysAgo(days).slice(0, 7)
const year = daysAgo(6).slice(0, 4)

/** Recipients, and exactly what leaves for each: of a case no party, no day, no narrative and only a band of money. */
const receivers = [
  {
    office: justiceBureau,
    book: '调解',
    rows: {
      纠纷: {
        调委会名称: township.committee,
        卷号: `人调字〔${year}〕第1号`,
        受理日期: month(6),
        案件来源: '依申请调解',
        纠纷类型: '邻里纠纷',
        难度: '',
        '当事人（数）': '2',
        人民调解员: '示例调解员',
        '调解记录（数）': '1',
        调解结果: '调解成功（书面协议）',
        结果日期: month(4),
        协议编号: `人调协字〔${daysAgo(0).slice(0, 4)}〕第1号`,
        履行状态: '',
        结案日期: '',
        生效日期: month(2),
        协议金额: '1 万元以下',
      },
    },
  },
  {
    office: socialCentre,
    book: '队伍',
    rows: {
      培训: { 培训主题: '引水用水纠纷怎么劝', 培训日期: daysAgo(5), '对象（队伍）': '联户长', 实到: '2' },
      走访: { 走访日期: daysAgo(3), 走访类型: '政策宣传', '走访人员（数）': '1', 户数: '1', 人次: '2' },
    },
  },
] as const

test('one dispute, one training and one visit from the counter to both recipients and back', async ({
  page,
  program,
  browser,
  folder,
  stick,
}, info) => {
  test.setTimeout(240_000)
  const shot = (name: string, of: Page = page) => of.screenshot({ path: info.outputPath(`${name}.png`) })
  await test.step('the unit begins', async () => {
    await page.goto(program.startUrl)
    await shot('01-first-run')
    await createUnit(page)
    await shot('02-home')
  })
  await test.step('a dispute, by keyboard alone', async () => {
    await steps.registerByKeyboard(page)
    await shot('03-registered')
  })
  await test.step('accepted, mediated, agreed', async () => {
    await steps.accept(page)
    await shot('04-accepted')
    await steps.expectNoNumberYet(page)
    await steps.recordSession(page)
    await shot('05-session')
    await steps.writeAgreement(page)
    await shot('06-agreement')
  })
  await test.step('draft, number, final, printed, in effect, frozen', async () => {
    await steps.preview(page, '草稿')
    await shot('07-draft')
    await steps.closePreview(page)
    expect(await steps.giveAgreementNumber(page)).toMatch(/〔\d{4}〕第1号$/)
    await shot('08-number')
    await steps.preview(page, '定稿')
    await steps.printFinal(page)
    await shot('09-printed')
    await steps.closePreview(page)
    await steps.takeEffect(page)
    await shot('10-effect')
    await steps.expectFrozen(page)
    await shot('11-frozen')
    await steps.preview(page, '副本')
    await shot('12-copy')
    await steps.closePreview(page)
  })
  await test.step('a training and a visit', async () => {
    await enterTraining(page)
    await shot('13-training')
    await enterVisit(page)
    await shot('14-visit')
  })
  let unitCode = ''
  await test.step('the unit writes its card', async () => {
    await exchange.openReport(page, '调解')
    await exchange.writeOwnCard(page)
    unitCode = await exchange.ownCheckCode(page)
    await shot('15-card')
  })
  for (const { office, book, rows } of receivers)
    await test.step(`${book}: cards, handover, receipt`, async () => {
      const city = await openProgram({ dataDir: join(folder, office.book), sticks: [stick] })
      const { page: cityPage, done } = await openWindow(browser, city)
      await createRecipient(cityPage, office)
      await openPage(cityPage, '接收')
      const unitCard = `${township.unitCode}-单位.jfk`
      await exchange.enrol(cityPage, '登记下级单位', unitCard, unitCode)
      await expect(cityPage.getByText(`已登记：${township.unitName}。`)).toBeVisible()
      await exchange.writeOwnCard(cityPage)
      await shot(`16-${office.book}-city-enrols`, cityPage)
      await exchange.openReport(page, book)
      const cityCard = `${office.unitCode}-${book}.jfk`
      await exchange.enrol(page, '上级的登记卡', cityCard, await exchange.ownCheckCode(cityPage))
      await expect(page.getByText(`上级：${office.unitName}。还没有报送过。`)).toBeVisible()
      await shot(`17-${office.book}-unit-enrols`)

      await exchange.openReport(page, book)
      await exchange.showLeaving(page)
      for (const [ledger, row] of Object.entries(rows)) {
        const leaving = await exchange.leavingRow(page, ledger)
        if (ledger === '纠纷') expect(leaving).toEqual(row)
        else expect(leaving).toMatchObject(row)
      }
      await shot(`18-${office.book}-leaving`)
      await exchange.seal(page)
      await shot(`19-${office.book}-sealed`)

      await exchange.inspect(cityPage, `${township.unitCode}-${book}-0001.jfb`, township.unitName)
      await shot(`20-${office.book}-inspected`, cityPage)
      await exchange.merge(cityPage)
      await shot(`21-${office.book}-merged`, cityPage)
      await exchange.writeReceipt(cityPage, township.unitName)
      await shot(`22-${office.book}-receipt`, cityPage)
      await openPage(cityPage, '汇总')
      await expect(cityPage.locator('.ag-row').first()).toContainText(township.unitName)
      await shot(`23-${office.book}-merged-list`, cityPage)

      await exchange.takeReceipt(page, `${township.unitCode}-${book}-0001.jfr`)
      await expect(page.getByText(`上级：${office.unitName}。第 1 号已收。`)).toBeVisible()
      await shot(`24-${office.book}-receipt-home`)
      await done()
      await city.close()
    })
})
