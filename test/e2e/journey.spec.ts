import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
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

type Receiver = (typeof receivers)[number]

interface Desk {
  readonly page: Page
  readonly shot: (name: string) => Promise<unknown>
}

async function caseAgreed({ page, shot }: Desk): Promise<void> {
  await steps.registerByKeyboard(page)
  await shot('03-registered')
  await steps.accept(page)
  await shot('04-accepted')
  await steps.expectNoNumberYet(page)
  await steps.recordSession(page)
  await shot('05-session')
  await steps.writeAgreement(page)
  await shot('06-agreement')
}

async function agreementInEffect({ page, shot }: Desk): Promise<void> {
  await steps.preview(page, '草稿')
  await shot('07-draft')
  await steps.closePreview(page)
  expect(await steps.giveAgreementNumber(page)).toMatch(/〔\d{4}〕第1号$/)
  await shot('08-number')
  await steps.preview(page, '打印')
  await steps.printFinal(page, 3)
  await shot('09-printed')
  await steps.closePreview(page)
  await steps.takeEffect(page)
  await shot('10-effect')
  await steps.expectFrozen(page)
  await shot('11-frozen')
  await steps.preview(page, '打印副本')
  await shot('12-copy')
  await steps.closePreview(page)
}

/** Cards both ways, each with the code that was read aloud. */
async function exchangeCards(unit: Desk, city: Desk, { office, book }: Receiver, unitCode: string): Promise<void> {
  await openPage(city.page, '接收')
  await exchange.enrol(city.page, '登记下级单位', `${township.unitCode}-单位.jfk`, unitCode)
  await expect(city.page.getByText(`已登记：${township.unitName}。`)).toBeVisible()
  await exchange.writeOwnCard(city.page)
  await city.shot(`16-${office.book}-city-enrols`)
  await exchange.openReport(unit.page, book)
  const cityCode = await exchange.ownCheckCode(city.page)
  await exchange.enrol(unit.page, '上级的登记卡', `${office.unitCode}-${book}.jfk`, cityCode)
  await expect(unit.page.getByText(`上级：${office.unitName}。还没有报送过。`)).toBeVisible()
  await unit.shot(`17-${office.book}-unit-enrols`)
}

/** What leaves is looked at, cell by cell, and sealed onto the stick. */
async function sealed({ page, shot }: Desk, { office, book, rows }: Receiver): Promise<void> {
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
}

async function received({ page, shot }: Desk, { office, book, rows }: Receiver): Promise<void> {
  await exchange.inspect(page, `${township.unitCode}-${book}-0001.jfb`, township.unitName)
  await shot(`20-${office.book}-inspected`)
  await exchange.merge(page)
  await shot(`21-${office.book}-merged`)
  await exchange.writeReceipt(page, township.unitName)
  await shot(`22-${office.book}-receipt`)
  await openPage(page, '汇总')
  await page.getByRole('tab', { name: Object.keys(rows)[0] ?? '', exact: true }).click()
  await expect(page.locator('.ag-row').first()).toContainText(township.unitName)
  await shot(`23-${office.book}-merged-list`)
}

test('one dispute, one training and one visit from the counter to both recipients and back', async ({
  page,
  program,
  browser,
  folder,
  stick,
}, info) => {
  test.setTimeout(240_000)
  const desk = (of: Page): Desk => ({
    page: of,
    shot: (name) => of.screenshot({ path: info.outputPath(`${name}.png`) }),
  })
  const unit = desk(page)
  await page.goto(program.startUrl)
  await unit.shot('01-first-run')
  await createUnit(page)
  await unit.shot('02-home')
  await test.step('a dispute, by keyboard alone, up to its agreement', () => caseAgreed(unit))
  await test.step('draft, number, final, printed, in effect, frozen', () => agreementInEffect(unit))
  await enterTraining(page)
  await unit.shot('13-training')
  await enterVisit(page)
  await unit.shot('14-visit')
  await exchange.openReport(page, '调解')
  await exchange.writeOwnCard(page)
  const unitCode = await exchange.ownCheckCode(page)
  await unit.shot('15-card')
  for (const receiver of receivers)
    await test.step(`to ${receiver.office.unitName} and back`, async () => {
      await withCity({ browser, dataDir: join(folder, receiver.office.book), stick }, receiver, async (cityPage) => {
        const city = desk(cityPage)
        await exchangeCards(unit, city, receiver, unitCode)
        await sealed(unit, receiver)
        await received(city, receiver)
      })
      await exchange.takeReceipt(page, `${township.unitCode}-${receiver.book}-0001.jfr`)
      await expect(page.getByText(`上级：${receiver.office.unitName}。第 1 号已收。`)).toBeVisible()
      await unit.shot(`24-${receiver.office.book}-receipt-home`)
    })
})

interface CityWhere {
  readonly browser: Browser
  readonly dataDir: string
  readonly stick: string
}
/** A recipient's program with its own window, set up by first run, for as long as the work takes. */
async function withCity(where: CityWhere, { office }: Receiver, work: (page: Page) => Promise<void>): Promise<void> {
  const program = await openProgram({ dataDir: where.dataDir, sticks: [where.stick] })
  const { page, done } = await openWindow(where.browser, program)
  await createRecipient(page, office)
  await work(page)
  await done()
  await program.close()
}
