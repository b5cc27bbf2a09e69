import { resolve } from 'node:path'
import { fill } from '../../shared/text/template.ts'
import { demo as words } from '../../shared/text/zh-CN/demo.ts'
import { systemClock } from '../core/machine/systemClock.ts'
import { type DemoReport, type DemoStep, playJourney } from './demo/journey.ts'
import { demanded, emptyFolder, parseOptions, type Surroundings, wholeNumber } from './options.ts'

function tell(step: DemoStep, seconds: number | null): void {
  const line = seconds === null ? `${words.steps[step]} … ` : `${fill(words.done, { seconds })}\n`
  process.stderr.write(line)
}

function summary(report: DemoReport, folder: string): string {
  const books = Object.entries(report.books).map(([book, b]) =>
    fill(words.book, {
      name: words.books[book as keyof typeof words.books],
      files: b.handovers.length,
      bytes: b.bytes,
      rows: Object.values(b.rows).reduce((sum, n) => sum + n, 0),
      no: b.acknowledgedNo,
    }),
  )
  const { cases, posts, trainings, visits, agreements, papers } = report
  const seconds = Math.round(Object.values(report.seconds).reduce((sum, s) => sum + s, 0))
  return fill(words.summary, {
    folder,
    cases,
    posts,
    trainings,
    visits,
    agreements,
    papers,
    seconds,
    books: books.join('\n'),
  })
}

/** `demo --out DIR [--cases N] [--seed S] --json`: the whole journey, headless, with samples. */
export async function demo(args: readonly string[], { from }: Surroundings): Promise<unknown> {
  const { values } = parseOptions(args, {
    out: { type: 'string' },
    cases: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'boolean' },
  })
  const cases = wholeNumber(values.cases, '--cases', { min: 1, max: 100_000, otherwise: 60 })
  const seed = wholeNumber(values.seed, '--seed', { min: 0, max: 2 ** 31, otherwise: 1 })
  const dir = emptyFolder(resolve(from, demanded(values.out, '--out')))
  const report = await playJourney({ dir, cases, seed, clock: systemClock, told: tell })
  return values.json ? report : summary(report, dir)
}
