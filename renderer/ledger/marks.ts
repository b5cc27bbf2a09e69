import type { Problem } from '../../shared/errors.ts'
import type { LedgerName } from '../../shared/ledgers/index.ts'
import type { Mark, Marks } from './FieldGroup.tsx'
import { unmarked } from './FieldGroup.tsx'
import { problemWords } from './problems.ts'

/** Problems as sentences by path; what is merely missing is not marked until it is asked for. */
export function marksOf(ledger: LedgerName, problems: readonly Problem[], showNeeded: boolean): Marks {
  const marks = new Map<string, Mark>()
  for (const problem of problems) {
    if (problem.code === 'needed' && !showNeeded) continue
    const mark = marks.get(problem.path) ?? unmarked
    const words = problemWords(ledger, problem, true)
    const kind = problem.severity === 'error' ? 'errors' : 'warnings'
    const offers = problem.offers === undefined ? mark.offers : [...mark.offers, ...problem.offers]
    marks.set(problem.path, { ...mark, offers, [kind]: mark[kind] === '' ? words : `${mark[kind]} ${words}` })
  }
  return marks
}
