/** Runs every suite, or those named as arguments, and ends with one line of sums. Started by `electron/setup.mjs`. */
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Counts, none, oneFailed, readCounts, settled, sum } from './counts.ts'
import { countFile, hasTests, type Suite, suites } from './suites.ts'

interface Result {
  readonly suite: Suite
  readonly counts: Counts
  readonly minutes: number
}

const print = (line: string) => void process.stdout.write(`${line}\n`)

function runNode(suite: Suite): Promise<number> {
  return new Promise((resolve) => {
    const env = { ...process.env, COUNT_FILE: countFile(suite.name) }
    const child = spawn(process.execPath, suite.args, { stdio: 'inherit', env })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

async function countsOf(suite: Suite): Promise<Counts> {
  if (!hasTests(suite)) {
    print(`test/${suite.name} holds no tests`)
    return oneFailed
  }
  const file = countFile(suite.name)
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  const code = await runNode(suite)
  if (!suite.counts) return code === 0 ? { ...none, passed: 1 } : oneFailed
  return settled(readCounts(file), code)
}

async function runSuite(suite: Suite): Promise<Result> {
  print(`\n── ${suite.name} ──`)
  const started = performance.now()
  const counts = await countsOf(suite)
  return { suite, counts, minutes: (performance.now() - started) / 60_000 }
}

const line = (counts: Counts): string => `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`

function table(results: readonly Result[]): void {
  print('\nsuite        minutes  budget')
  for (const { suite, counts, minutes } of results) {
    const over = minutes > suite.budget ? '  over its budget' : ''
    const times = `${minutes.toFixed(1).padStart(7)}  ${String(suite.budget).padStart(6)}`
    print(`${suite.name.padEnd(12)} ${times}  ${line(counts)}${over}`)
  }
  const all = results.reduce((minutes, result) => minutes + result.minutes, 0)
  const budget = results.reduce((minutes, result) => minutes + result.suite.budget, 0)
  print(`${'all'.padEnd(12)} ${all.toFixed(1).padStart(7)}  ${String(budget).padStart(6)}\n`)
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name))
if (unknown.length > 0) throw new Error(`no such suite: ${unknown.join(', ')}`)

const results: Result[] = []
for (const suite of suites) if (wanted.length === 0 || wanted.includes(suite.name)) results.push(await runSuite(suite))
table(results)
const total = sum(results.map((result) => result.counts))
print(line(total))
process.exitCode = total.failed === 0 ? 0 : 1
