import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const browsers = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const executablePath = browsers.find((path) => path !== undefined && existsSync(path))

// Chromium's sandbox refuses to run as root, which is what a container is.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export default defineConfig({
  testDir: './test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: './test-results/e2e',
  workers: 2,
  // Limits for a busy machine; a wait ends with its event, long before.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['./test/run/playwrightCount.ts']],
  use: {
    actionTimeout: 15_000,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [...asRoot, '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
})
