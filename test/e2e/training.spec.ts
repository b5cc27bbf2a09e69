import type { Page } from '@playwright/test'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { quarterOf, yearOf } from '../../shared/rules/dates.ts'
import { partOf, postOf, trainingOf } from '../support/samples.ts'
import { daysAgo, quickUnit } from './entry.ts'
import { control, countPointer, fillFields, openPage, save } from './form.ts'
import { core, expect, test } from './program.ts'

const finder = (page: Page) => page.locator('.attendance-finder')
const rows = (page: Page) => page.locator('.attendance-row')
const tally = (page: Page) => page.locator('.attendance-said strong')
const keep = (page: Page, ledger: 'post' | 'training', data: unknown) =>
  core(page, 'record.save', { ledger, id: null, revision: 0, data: data as AnyData })

async function roster(page: Page, count: number): Promise<void> {
  const names = ['扎西', '卓玛', '才让', '索南', '多吉', '拉姆']
  for (let i = 0; i < count; i++)
    await keep(
      page,
      'post',
      postOf({
        groupNo: String(i + 1),
        name:
          i < names.length ? `${names[i]}·示例` : `示例${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${'子丑寅卯辰巳午未'[i % 8]}`,
        village: '示例一村',
        selectedOn: '2020-01-05',
        birthDate: '1980-02-03',
      }),
    )
}

test('a training from plan to 签到表 to ticked attendance, by keyboard alone, makes the quarter 2/2', async ({
  page,
  program,
}, info) => {
  await quickUnit(page, program.startUrl)
  await roster(page, 12)
  const today = daysAgo(0)
  // The quarter's first one, on its first day: today's is the second whatever the day.
  const month = String(((quarterOf(today) ?? 1) - 1) * 3 + 1).padStart(2, '0')
  const first = `${yearOf(today)}-${month}-01`
  const attendance = partOf(ledgers.training.fields.attendances.part, {
    name: '示例学员',
    team: 'household',
    state: 'present',
  })
  await keep(page, 'training', trainingOf({ topic: '第一次示例培训', heldOn: first, attendances: [attendance] }))

  await openPage(page, '一季两培训')
  const unit = page.getByRole('row', { name: /联户长/ })
  await expect(unit).toContainText('1/2')

  await openPage(page, '培训')
  const presses = await countPointer(page)
  await page.keyboard.press('Control+n')
  await expect(control(page, 'topic')).toBeFocused()
  await page.keyboard.type('冬季防火培训')
  await page.keyboard.press('Enter')
  await page.keyboard.type('jzpx')
  await expect(page.locator('.ant-select-item-option-active:visible', { hasText: '集中培训' })).toBeVisible()
  await page.keyboard.press('Enter')
  await control(page, 'heldOn').focus()
  await page.keyboard.type(today)
  await control(page, 'place').focus()
  await page.keyboard.type('示例乡会议室')
  await page.getByLabel('联户长', { exact: true }).focus()
  await page.keyboard.press('Space')
  await save(page)
  await expect(page.locator('.form-bar')).toContainText('计划')
  await expect(control(page, 'ordinal')).toHaveValue(first === today ? '2' : '2')

  // Before the session: the sheet with the names of the roster.
  await page.keyboard.press('Alt+p')
  const paper = page.getByRole('region', { name: '文书预览' })
  await expect(page.locator('.paper-preview')).toContainText('培训签到表')
  await expect(page.locator('.paper-preview canvas').first()).toBeVisible()
  await page.screenshot({ path: info.outputPath('sign-sheet.png') })
  await page.keyboard.press('Escape')
  await expect(paper).toHaveCount(0)

  // After it: one key brings them in, one says who was there, and the exceptions follow.
  await page.keyboard.press('Alt+n')
  await expect(page.locator('button.add-part').or(finder(page)).first()).toBeVisible()
  await page.locator('.attendance button.add-part').focus()
  await page.keyboard.press('Alt+r')
  await expect(rows(page)).toHaveCount(12)
  await expect(finder(page)).toBeFocused()
  await page.keyboard.press('Alt+a')
  await expect(tally(page)).toContainText('到 12')
  await page.keyboard.type('zm')
  await expect(page.locator('.attendance-row.current')).toContainText('卓玛·示例')
  await page.keyboard.type('2')
  await expect(control(page, 'attendances.1.substitute')).toBeFocused()
  await page.keyboard.type('示例替会人')
  await page.keyboard.press('Enter')
  await expect(finder(page)).toBeFocused()
  await page.keyboard.type('dj')
  await page.keyboard.type('3')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('4')
  await expect(tally(page)).toHaveText(/应到 12\s+到 9\s+替会 1\s+请假 1\s+缺席 1\s+没勾 0/)
  await page.screenshot({ path: info.outputPath('ticked.png') })
  await save(page)
  await expect(page.locator('.form-bar')).toContainText('已开')
  await control(page, 'signSheetFiled').focus()
  await page.keyboard.press('Space')
  await save(page)
  await expect(page.locator('.form-bar')).toContainText('已归卷')
  expect(await presses()).toBe(0)

  await openPage(page, '一季两培训')
  await expect(unit).toContainText('2/2')
  await expect(unit).toContainText('12/10')
  await page.getByRole('button', { name: '联户长：到一次，9 人' }).click()
  const people = page.getByRole('region', { name: '联户长：到一次的人' })
  await expect(people).toContainText('扎西·示例')
  await expect(people).not.toContainText('卓玛·示例')
  await page.screenshot({ path: info.outputPath('quarter.png') })
  await page.getByRole('button', { name: '打印情况表' }).click()
  await expect(page.locator('.paper-preview canvas').first()).toBeVisible()
})

test('a name typed with the finder, a wrong key taken back, a guest added: nothing is lost, and Ctrl+Z undoes a step', async ({
  page,
  program,
}) => {
  await quickUnit(page, program.startUrl)
  await roster(page, 6)
  const saved = await keep(page, 'training', trainingOf({ heldOn: daysAgo(1) }))
  await page.goto(new URL(`/#/training/${saved.id}`, page.url()).href)
  await page.locator('.attendance button.add-part').focus()
  await page.keyboard.press('Alt+r')
  await expect(rows(page)).toHaveCount(6)
  await page.keyboard.type('没有这人')
  await expect(page.locator('.attendance-said')).toContainText('名单上没有「没有这人」')
  await page.keyboard.press('Escape')
  await page.keyboard.type('1130')
  await expect(tally(page)).toHaveText(/到 2\s+替会 0\s+请假 1\s+缺席 0\s+没勾 3/)
  await page.keyboard.press('Alt+Enter')
  await expect(control(page, 'attendances.6.name')).toBeFocused()
  await page.keyboard.type('王示例')
  await page.keyboard.press('Enter')
  await expect(tally(page)).toContainText('应到 7')
  await page.keyboard.press('Alt+Delete')
  await expect(rows(page)).toHaveCount(6)
  await page.keyboard.press('Control+z')
  await expect(rows(page)).toHaveCount(7)
  await expect(rows(page).last()).toContainText('王示例')
  await fillFields(page, { heldOn: '2019-01-05' })
  await control(page, 'place').focus()
  await expect(page.getByRole('region', { name: '检查' })).toContainText('在这场培训以后')
  await save(page)
})
