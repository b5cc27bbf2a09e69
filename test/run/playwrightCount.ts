import { writeFileSync } from 'node:fs'
import type { FullConfig, FullResult, Reporter, Suite } from '@playwright/test/reporter'
import type { Counts } from './counts.ts'

const outcomes = {
  expected: 'passed',
  flaky: 'failed',
  unexpected: 'failed',
  skipped: 'skipped',
} as const satisfies Record<string, keyof Counts>

interface Counting extends Reporter {
  root: Suite | null
}

/** A reporter of Playwright that writes the three counts to the file named by `COUNT_FILE`. A flaky test is a failed one. */
export default function playwrightCount(): Reporter {
  const counting: Counting = {
    root: null,
    printsToStdio: () => false,
    onBegin: (_config: FullConfig, root: Suite) => {
      counting.root = root
    },
    onTestEnd: (test, result) => {
      const reason = test.annotations.find((note) => note.type === 'skip')?.description
      if (result.status === 'skipped' && reason) process.stdout.write(`     ${reason}\n`)
    },
    onEnd: (_result: FullResult) => {
      const counts = { passed: 0, failed: 0, skipped: 0 }
      for (const test of counting.root?.allTests() ?? []) counts[outcomes[test.outcome()]] += 1
      const file = process.env.COUNT_FILE
      if (file) writeFileSync(file, JSON.stringify(counts))
    },
  }
  return counting
}
