/** The real program for browser tests: the bridge in a process of its own, on a fresh folder. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, test as base, expect, type Page } from '@playwright/test'
import type { CallName, Input, Output } from '../../shared/contract.ts'
import type { Answer } from '../../shared/errors.ts'

/** The stick's folder, and so its label on every page that offers places. */
export const stickName = 'U盘'

export interface Program {
  /** Good once; the browser context that opens it keeps the session. */
  readonly startUrl: string
  readonly dataDir: string
  readonly close: () => Promise<void>
}

interface Where {
  readonly dataDir: string
  /** Folders the program takes for sticks. */
  readonly sticks: readonly string[]
  readonly machineId?: string
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the program has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+\/start\?token=\w+/.exec(line)?.[0]
    if (url) return url
  }
  throw new Error(`the program ended before it was open (${child.exitCode})`)
}

/** Programs of the running test; what a failed test leaves open is ended with its folder. */
const running = new Set<Program>()

/** Starts the program as `npm start` does without Electron. */
export async function openProgram({ dataDir, sticks, machineId }: Where): Promise<Program> {
  const side = `${dataDir}-side`
  mkdirSync(side, { recursive: true })
  const env = {
    ...process.env,
    // The program's today is the date on the machine's wall; here the wall hangs where the offices are.
    TZ: 'Asia/Shanghai',
    JIEFENBU_LOGS: join(side, 'logs'),
    JIEFENBU_OUTGOING: join(side, 'outgoing'),
    JIEFENBU_PLACES: sticks.join(delimiter),
    JIEFENBU_MACHINE_ID: machineId ?? 'test machine',
  }
  const child = spawn(process.execPath, ['electron/bridge/main.ts', '--no-browser', '--data', dataDir], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const startUrl = await addressOf(child)
  child.stdout?.resume()
  const close = async () => {
    child.kill('SIGTERM')
    await ended
    running.delete(program)
  }
  const program: Program = { startUrl, dataDir, close }
  running.add(program)
  return program
}

/** Collects everything a correct window never does; the answer is called when the window has done its work. */
function watch(page: Page): () => Promise<void> {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => faults.push(`page: ${error.stack ?? error.message}`))
  return async () => {
    expect(faults).toEqual([])
    if (page.url().startsWith('http://127.0.0.1')) expect(await reports(page)).toEqual([])
  }
}

/** Reports of refused loads, from the program; the cookie of the browser is the key. */
async function reports(page: Page): Promise<unknown> {
  const response = await page.context().request.get(new URL('/csp-report', page.url()).href)
  return response.ok() ? response.json() : `no reports: ${response.status()}`
}

/** A window of a further program, in a browser session of its own; `done` asserts that nothing went wrong in it. */
export async function openWindow(
  browser: Browser,
  program: Program,
): Promise<{ readonly page: Page; readonly done: () => Promise<void> }> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const check = watch(page)
  await page.goto(program.startUrl)
  const done = async () => {
    await check()
    await context.close()
  }
  return { page, done }
}

/**
 * A call of the core in this window's session, for making what a test needs before it begins, and for looking at what
 * was kept. Throws the answer of a refused call.
 */
export async function core<N extends CallName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await page.evaluate(
    async ([name, input]) => {
      const body = JSON.stringify({ name, input })
      const response = await fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      return (await response.json()) as Answer<unknown>
    },
    [name, input] as const,
  )
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.value as Output<N>
}

interface Fixtures {
  /** A folder of this test's own, removed after it. */
  readonly folder: string
  /** A folder inside it that stands for a stick. */
  readonly stick: string
  /** A fresh program with an empty data folder; more can be opened with {@link openProgram}. */
  readonly program: Program
}

/** Playwright's `test` with a program; fails on any console error, page error or refused load of its `page`. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from the pattern.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'jiefenbu-e2e-'))
    await use(folder)
    for (const program of running) await program.close()
    rmSync(folder, { recursive: true, force: true })
  },
  stick: async ({ folder }, use) => {
    const stick = join(folder, stickName)
    mkdirSync(stick)
    await use(stick)
  },
  program: async ({ folder, stick }, use) => {
    const program = await openProgram({ dataDir: join(folder, 'data'), sticks: [stick] })
    await use(program)
    await program.close()
  },
  // Named here so that the program is still there when its window is judged.
  page: async ({ page, program: _program }, use) => {
    const check = watch(page)
    await use(page)
    await check()
  },
})
export { expect }
