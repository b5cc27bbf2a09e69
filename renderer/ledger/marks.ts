import type { Problem } from '../../shared/errors.ts'
import type { LedgerName } from '../../shared/ledgers/index.ts'
import type { Marks } from './FieldGroup.tsx'
import { problemWords } from './problems.ts'

/** Problems as sentences by path; what is merely missing is not marked until it is asked for. */
export function marksOf(ledger: LedgerName, problems: readonly Problem[], showNeeded: boolean): Marks {
  const marks = new Map<string, { errors: string; warnings: string }>()
  for (const problem of problems) {
    if (problem.code === 'needed' && !showNeeded) continue
    const mark = marks.get(problem.path) ?? { errors: '', warnings: '' }
    const words = problemWords(ledger, problem, true)
    const kind = problem.severity === 'error' ? 'errors' : 'warnings'
    marks.set(problem.path, { ...mark, [kind]: mark[kind] === '' ? words : `${mark[kind]} ${words}` })
  }
  return marks
}
