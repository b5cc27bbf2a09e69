import { expect, openWindow, test } from './program.ts'

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

test('a window that loads what the policy refuses fails its test, and the program knows of it', async ({
  browser,
  program,
}) => {
  const { page, done } = await openWindow(browser, program)
  await expect(page.getByText('新建本单位登记簿')).toBeVisible()
  const reported = page.waitForRequest('**/csp-report')
  await page.evaluate(() => document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:9/x.png' })))
  await reported
  await expect(done()).rejects.toThrow('Content Security Policy')
  const known = () => page.context().request.get(new URL('/csp-report', page.url()).href)
  await expect.poll(async () => (await known()).text()).toContain('img-src')
  await page.context().close()
})
