import { expect, test } from './program.ts'

test('the start address opens the window once, and only in the browser that used it', async ({
  page,
  program,
  browser,
}) => {
  await page.goto(program.startUrl)
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/(#.*)?$/)
  await expect(page.getByText('新建本单位登记簿')).toBeVisible()

  const stranger = await browser.newContext()
  const refused = await stranger.newPage()
  const answer = await refused.goto(program.startUrl)
  expect(answer?.status()).toBe(403)
  await expect(refused.getByRole('heading')).toHaveText('这个启动网址已经用过')
  await stranger.close()
})
