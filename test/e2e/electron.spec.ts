import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test } from '@playwright/test'

const pathFile = 'node_modules/electron/path.txt'
const binary = existsSync(pathFile) ? join('node_modules/electron/dist', readFileSync(pathFile, 'utf8')) : null
const canShow = process.platform !== 'linux' || (Boolean(process.env.DISPLAY) && process.getuid?.() !== 0)
const canRun = canShow && binary !== null && existsSync(binary) && existsSync('dist/electron/main.js')

test('the same window opens in Electron, with two functions and no Node', async () => {
  test.skip(!canRun, canShow ? 'skipped: no Electron binary' : 'skipped: no Electron binary, or no display for it')
  const folder = mkdtempSync(join(tmpdir(), 'jiefenbu-electron-'))
  const app = await _electron.launch({ args: ['.', '--data', folder] })
  const page = await app.firstWindow()
  await expect(page.getByText('新建本单位登记簿')).toBeVisible()
  expect(await page.evaluate(() => Object.keys(Reflect.get(window, 'jiefenbu') as object).sort())).toEqual([
    'call',
    'on',
  ])
  expect(await page.evaluate(() => typeof Reflect.get(globalThis, 'require'))).toBe('undefined')
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})
