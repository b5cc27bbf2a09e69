import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface Suite {
  readonly name: string
  /** Minutes it may take on two cores; printed beside what it took, never a failure. */
  readonly budget: number
  /** Arguments of Node. */
  readonly args: readonly string[]
  /** Whether it writes its counts; lint and types count as one each, by their exit code. */
  readonly counts: boolean
}

const check = (name: string, budget: number, args: readonly string[]): Suite => ({ name, budget, args, counts: false })

const nodeSuite = (name: string, budget: number): Suite => ({
  name,
  budget,
  counts: true,
  args: [
    '--test',
    '--test-concurrency=2',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./test/run/nodeCount.ts',
    `--test-reporter-destination=${countFile(name)}`,
    `test/${name}/**/*.test.ts`,
  ],
})

/** Where a suite leaves its counts, from the project's folder. */
export const countFile = (name: string): string => join('test-results', 'counts', `${name}.json`)

export const suites: readonly Suite[] = [
  check('lint', 1, ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']),
  check('types', 1, ['node_modules/typescript/bin/tsc', '-p', '.']),
  nodeSuite('unit', 3),
  nodeSuite('contract', 3),
  nodeSuite('migration', 1),
  nodeSuite('fault', 2),
  nodeSuite('exploit', 1),
  { name: 'e2e', budget: 4, counts: true, args: ['node_modules/@playwright/test/cli.js', 'test'] },
]

/** Whether the suite's folder holds a test at all: a glob that matches nothing would pass. */
export function hasTests(suite: Suite): boolean {
  const folder = join('test', suite.name)
  return (
    !suite.counts ||
    (existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((name) => /\.(test|spec)\.ts$/.test(String(name))))
  )
}
