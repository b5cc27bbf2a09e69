import type { Problem } from '../../../shared/errors.ts'
import type { AnyData, AnyPart, RuleContext } from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { unreadProblems, withoutUnread } from '../../entry/unread.ts'
import type { Mark, Marks } from '../../ledger/FieldGroup.tsx'
import { marksOf } from '../../ledger/marks.ts'
import { problemsIn } from '../../ledger/problems.ts'

interface Judged {
  readonly marks: Marks
  readonly errors: number
}
const nothing: Judged = { marks: new Map(), errors: 0 }

/** What is wrong with one row, by field; as the core would find it. */
function judgedRow(ledger: LedgerName, row: AnyPart, context: RuleContext, showNeeded: boolean): Judged {
  const unread = unreadProblems(ledgerOf(ledger).fields, row, '')
  const unreadAt = new Set(unread.map((p) => p.path))
  const found = problemsIn(ledger, withoutUnread(row) as AnyData, context)
  const problems: readonly Problem[] = [...unread, ...found.filter((p) => !unreadAt.has(p.path))]
  if (problems.length === 0) return nothing
  return {
    marks: marksOf(ledger, problems, showNeeded),
    errors: problems.filter((p) => p.severity === 'error').length,
  }
}

/** Judges rows, each once: of thousands only those typed in are judged anew. */
export function rowJudge(ledger: LedgerName, context: RuleContext, showNeeded: boolean) {
  const known = new WeakMap<AnyPart, Judged>()
  return (row: AnyPart): Judged => {
    const judged = known.get(row) ?? judgedRow(ledger, row, context, showNeeded)
    known.set(row, judged)
    return judged
  }
}

/** The marks of all rows by `row.field`, and how many errors keep them from being saved. */
export function judgedRows(
  rows: readonly AnyPart[],
  judge: (row: AnyPart) => Judged,
  isBlank: (row: AnyPart) => boolean,
): Judged {
  const marks = new Map<string, Mark>()
  let errors = 0
  rows.forEach((row, i) => {
    if (isBlank(row)) return
    const judged = judge(row)
    errors += judged.errors
    for (const [path, mark] of judged.marks) marks.set(`${i}.${path}`, mark)
  })
  return { marks, errors }
}
